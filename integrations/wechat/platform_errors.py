"""The platform's error codes in one table, told to the house in its own words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import httpx

from enrolment.model.papers.refusals import PictureGone, PicturesUnavailable
from integrations.answers import AnswerUnusable


class AnswerMalformed(Exception):
    """The platform's answer does not have the agreed shape; the message repeats no value."""


class TokenRefused(Exception):
    """The access token is wrong or has ended; another one may do."""


CODES: dict[int, tuple[type[Exception], str]] = {
    40001: (TokenRefused, "the access token, or the secret, is not the one in force"),
    40014: (TokenRefused, "the access token is not one of the platform's"),
    42001: (TokenRefused, "the access token has ended"),
    40007: (PictureGone, "the platform does not keep this picture any more"),
    40013: (PicturesUnavailable, "the platform does not know this account"),
    40125: (PicturesUnavailable, "the account's secret is wrong"),
    40164: (PicturesUnavailable, "this machine's address is not on the account's list"),
    45009: (PicturesUnavailable, "the account's calls of today are used up"),
    45011: (PicturesUnavailable, "the platform is asked too often"),
    48001: (PicturesUnavailable, "this account may not use the interface"),
}
"""Error codes of the platform's interface, with what they mean here."""


def refusal(code: object) -> Exception:
    """The error a code stands for."""
    if isinstance(code, int) and code in CODES:
        kind, meaning = CODES[code]
        return kind(meaning)
    return PicturesUnavailable("the platform refuses for a reason that is not in our table")


@contextmanager
def as_pictures_unavailable() -> Iterator[None]:
    """Turn every failure of the platform into PicturesUnavailable; what is said of a picture passes."""
    try:
        yield
    except (AnswerMalformed, AnswerUnusable, TokenRefused) as error:
        raise PicturesUnavailable(str(error)) from error
    except (TimeoutError, httpx.TimeoutException) as error:
        raise PicturesUnavailable("the platform did not answer in time") from error
    except httpx.HTTPError as error:
        # httpx names the address in its errors, and the address holds the token
        raise PicturesUnavailable(f"the platform could not be reached ({type(error).__name__})") from None

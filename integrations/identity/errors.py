"""What can go wrong with a sign-in, in one table, told to the house in its own words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import httpx

from enrolment.model.errors import IdentityUnavailable, SignInRefused
from integrations.answers import AnswerUnusable

OAUTH_ERRORS: dict[str, tuple[type[IdentityUnavailable | SignInRefused], str]] = {
    "invalid_grant": (SignInRefused, "the sign-in code is unknown, used or expired"),
    "access_denied": (SignInRefused, "the guardian did not agree"),
    "invalid_client": (IdentityUnavailable, "the identity service does not know this client"),
    "unauthorized_client": (IdentityUnavailable, "this client may not ask for sign-ins"),
    "invalid_scope": (IdentityUnavailable, "the identity service refuses the scope"),
    "invalid_request": (IdentityUnavailable, "the identity service does not understand the request"),
    "unsupported_grant_type": (IdentityUnavailable, "the identity service has no code flow"),
}
"""Error codes of the token endpoint (RFC 6749, 5.2), with what they mean here."""


class AnswerMalformed(Exception):
    """The identity service's answer does not have the agreed shape; the message repeats no value."""


def oauth_error(code: object) -> IdentityUnavailable | SignInRefused:
    """The refusal an error code stands for."""
    if isinstance(code, str) and code in OAUTH_ERRORS:
        kind, meaning = OAUTH_ERRORS[code]
        return kind(meaning)
    return IdentityUnavailable("the identity service refuses for a reason that is not in the standard")


@contextmanager
def as_identity_unavailable() -> Iterator[None]:
    """Turn every failure of the identity service into IdentityUnavailable."""
    try:
        yield
    except (AnswerMalformed, AnswerUnusable) as error:
        raise IdentityUnavailable(str(error)) from error
    except (TimeoutError, httpx.TimeoutException) as error:
        raise IdentityUnavailable("the identity service did not answer in time") from error
    except httpx.HTTPError as error:
        raise IdentityUnavailable(
            f"the identity service could not be reached ({type(error).__name__})"
        ) from error

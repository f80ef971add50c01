"""What can go wrong with the exchange, in one table, told to the house in its own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import httpx

from enrolment.model.errors import DepartmentUnavailable
from integrations.answers import AnswerUnusable

VENDOR_CODES = {
    "400": "the exchange does not understand the question",
    "401": "the exchange refuses the signature",
    "4011": "the request secret has expired",
    "4012": "this machine's clock and the exchange's differ too much",
    "404": "the exchange does not know the resource",
}
"""Codes of the envelope, with their meaning."""

_CODE = re.compile(r"[A-Za-z0-9_.-]{1,16}")


class ExchangeError(Exception):
    """The exchange failed; the message never repeats a value of a question or an answer."""


class ExchangeRefused(ExchangeError):
    """The exchange answered with a code other than success.

    Attributes:
        code: the code of the envelope.
    """

    def __init__(self, code: str) -> None:
        # an unknown code could be any text, a person's name included
        shown = code if _CODE.fullmatch(code) else "unreadable"
        super().__init__(VENDOR_CODES.get(code, f"the exchange refuses with code {shown}"))
        self.code = code


class ExchangeBroken(ExchangeError):
    """The exchange answered with an HTTP status other than 200."""


class AnswerMalformed(ExchangeError):
    """The answer does not have the agreed shape."""


class AnswerUntrustworthy(ExchangeError):
    """The answer is about somebody else."""


class AnswerForged(ExchangeError):
    """The answer is not signed, or not for the question that was asked."""


class AnswerUntimely(ExchangeError):
    """The answer, or what it tells, is of another time."""


@contextmanager
def as_department_unavailable(what: str) -> Iterator[None]:
    """Turn every failure of the exchange into DepartmentUnavailable, naming what was asked for."""
    try:
        yield
    except (ExchangeError, AnswerUnusable, httpx.HTTPError, TimeoutError) as error:
        raise DepartmentUnavailable(f"{what}: {_reason(error)}") from error


def _reason(error: Exception) -> str:
    if isinstance(error, (ExchangeError, AnswerUnusable)):
        return str(error)
    if isinstance(error, (TimeoutError, httpx.TimeoutException)):
        return "the exchange did not answer in time"
    return f"the exchange could not be reached ({type(error).__name__})"

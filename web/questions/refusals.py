"""Why a question cannot be answered, in plain sentences that never quote it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from pydantic import ValidationError

from bot import guard, words
from bot.ports import StorageUnavailable
from enrolment.answer_ports import UnderstandingUnavailable
from enrolment.model.errors import PlanNotFound, StatementInvalid
from web.channels.bodies import BodyTooLarge


class Wordless(Exception):
    """The text holds no words."""


class TooLong(Exception):
    """The text is longer than a question."""


TOO_OFTEN: Final = "您这边问得太密了，请过{seconds}秒再问。"
_AWAY: Final = "questions cannot be answered at the moment; send it again in a minute"
_SHAPE: Final = "send authority and text as strings, year as a number or null, facts as an object"
_FIXED: Final[Mapping[type[Exception], tuple[str, int]]] = {
    BodyTooLarge: ("the request is larger than any question; send less than 5,000 characters of text", 413),
    TooLong: ("text is 5,000 characters or longer; send a shorter question", 413),
    Wordless: ("text holds no words; send a question", 400),
    UnderstandingUnavailable: (_AWAY, 503),
    StorageUnavailable: (_AWAY, 503),
}
REFUSED: Final[tuple[type[Exception], ...]] = (*_FIXED, ValidationError, StatementInvalid, PlanNotFound)
"""What is answered with a sentence and a status of its own."""


def worded(text: str) -> str:
    """The text without what nobody sees; raise TooLong, Wordless."""
    tidied = guard.tidy(text)
    refused = guard.refuse_kindly(tidied)
    if refused is None:
        return tidied
    raise TooLong if refused is words.TOO_LONG else Wordless


def refusal(error: Exception) -> tuple[str, int]:
    """The sentence and the status of a refusal."""
    if isinstance(error, ValidationError):
        return _in_words(error), 400
    if isinstance(error, PlanNotFound):
        return f"{error}; the authorities served are on /plans", 404
    return _FIXED.get(type(error), (str(error), 400))


def _in_words(error: ValidationError) -> str:
    """Say which field is wrong, never what stood in it."""
    first = error.errors(include_input=False, include_url=False)[0]
    place = ".".join(str(part) for part in first["loc"]) or "the body"
    return f"{place}: {first['msg']}; {_SHAPE}"

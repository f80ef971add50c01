"""How a pending question is worded: never a third time in the same words."""

from __future__ import annotations

from collections.abc import Mapping

from rasa_sdk.events import EventType

from actions.talk.asking import AGAIN, HUMAN
from actions.visit import Visit

SHORT = "short"
_ORDER = ("", SHORT, AGAIN, HUMAN)
_LATER = (
    "不着急，您先问，想好了再答刚才那一问。",
    "刚才那一问给您留着，随时可以答。",
    "要是不方便答，也可以回复“转人工”。",
)


def times_put(visit: Visit, question: str) -> int:
    """How often a question was put since it came up, or since it was to be seen in full again."""
    return int(visit.slot("put") or 0) if visit.was_shown(question) else 0


def manner_of(visit: Visit, question: str) -> str:
    """In full, short, in other words, with a way out: as a failed answer or the repetition asks for."""
    times = times_put(visit, question)
    failed = _ORDER.index(visit.slot("asking"))
    return _ORDER[max(failed, times)] if times < len(_ORDER) else str(times - len(_ORDER))


def worded(manner: str, wordings: Mapping[str, str]) -> str:
    """The words of a manner; one without words of its own is put as in full."""
    if manner.isdigit():
        return _LATER[int(manner) % len(_LATER)]
    return wordings.get(manner, wordings[""])


def put(visit: Visit, question: str) -> list[EventType]:
    """Remember that a question was put once more."""
    return visit.set({"put": str(times_put(visit, question) + 1), "shown": question})

"""Takes a correction back: what was said before stands again."""

from __future__ import annotations

import re
from collections.abc import Mapping

from rasa_sdk.events import EventType

from actions.path.steps import FACTS
from actions.visit import Changes, Visit

_KEEP = re.compile(
    r"不(?:用|想|必|需要)?(?:改|换)了|(?:别|甭|先不|不用|不)(?:改|换)(?:了|吧|$)|算了|还(?:是)?(?:用|按)?(?:原来|之前|刚才|以前)的|没(?:有)?(?:说)?错|就(?:按|用)(?:原来|之前)的|保持(?:不变|原样)"
)


def set_aside(slots: Mapping[str, str | None], named: str) -> Changes:
    """Remember the value of a fact that is about to be asked again."""
    old = slots.get(named)
    return {"replaced": f"{named}={old}" if old and named in FACTS else None}


def is_taken_back(visit: Visit) -> bool:
    """Whether a message says that a fact being corrected was right after all."""
    slot, _, _ = visit.slot("replaced").partition("=")
    return bool(slot) and visit.slots.get(slot) is None and _KEEP.search(visit.text) is not None


def restored(visit: Visit) -> list[EventType]:
    """Put back the value that stood before; nothing where none was set aside."""
    slot, _, old = visit.slot("replaced").partition("=")
    if not slot or visit.slots.get(slot) is not None:
        return []
    return visit.set({slot: old, "replaced": None})

"""A timeline told to the guardian, in the plan's words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from enrolment.model.plan import Plan
from enrolment.model.story.labels import EVENTS
from enrolment.model.story.timeline import Event, EventType

# One moment of one kind makes one line: five facts confirmed by one look-up read as one sentence, three
# consents given at once as another.
_OF_ONE_ITEM = frozenset({EventType.FACT_CONFIRMED, EventType.FACT_CONTRADICTED, EventType.FACT_NOT_FOUND})
_OF_ANY_ITEM = frozenset({EventType.CONSENT_GRANTED, EventType.CONSENT_REFUSED})
# A phone's screen holds a line or two.
_NAMED = 2


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One thing that happened, and when."""

    at: datetime
    words: str


def tell(plan: Plan, timeline: Sequence[Event]) -> tuple[HistoryLine, ...]:
    """Tell a timeline, oldest first, one sentence an event."""
    return tuple(_lines(plan, timeline))


def _lines(plan: Plan, timeline: Sequence[Event]) -> Iterator[HistoryLine]:
    groups: dict[object, list[Event]] = {}
    for event in timeline:
        groups.setdefault(_line_of(event), []).append(event)
    for group in groups.values():
        yield _line(plan, group)


def _line_of(event: Event) -> object:
    """What events of one line have in common."""
    if event.type in _OF_ONE_ITEM:
        return event.type, event.at, event.details.get("data_item")
    return (event.type, event.at) if event.type in _OF_ANY_ITEM else event.sequence


def _line(plan: Plan, events: Sequence[Event]) -> HistoryLine:
    first = events[0]
    keys = dict.fromkeys(event.details.get("data_item", "") for event in events)
    items = [plan.data_items[key] for key in keys if key in plan.data_items]
    category = first.details.get("category", "")
    titles = [
        plan.facts[name].title for event in events if (name := event.details.get("fact", "")) in plan.facts
    ]
    known = {each.key: each.title for each in plan.categories}
    words = EVENTS[first.type].format(
        item="、".join(item.title for item in items),
        department=items[0].department_title if items else "",
        fact=_few(titles),
        category=known.get(category, category),
    )
    return HistoryLine(first.at, words)


def _few(titles: Sequence[str]) -> str:
    told = "、".join(titles[:_NAMED])
    return f"{told}等{len(titles)}项" if len(titles) > _NAMED else told

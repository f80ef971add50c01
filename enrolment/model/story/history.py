"""A timeline told to the guardian, in the plan's words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from enrolment.model.plan import Plan
from enrolment.model.story.labels import EVENTS
from enrolment.model.story.timeline import Event, EventType

# One moment of one kind makes one line: five facts confirmed by one look-up read as one sentence.
_JOINED = frozenset({EventType.FACT_CONFIRMED, EventType.FACT_CONTRADICTED, EventType.FACT_NOT_FOUND})


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One thing that happened, and when."""

    at: datetime
    words: str


def tell(plan: Plan, timeline: Sequence[Event]) -> tuple[HistoryLine, ...]:
    """Tell a timeline, oldest first, one sentence an event."""
    return tuple(_lines(plan, timeline))


def _lines(plan: Plan, timeline: Sequence[Event]) -> Iterator[HistoryLine]:
    group: list[Event] = []
    for event in timeline:
        if group and not _belongs(event, group[-1]):
            yield _line(plan, group)
            group = []
        group.append(event)
    if group:
        yield _line(plan, group)


def _belongs(event: Event, before: Event) -> bool:
    same_item = event.details.get("data_item") == before.details.get("data_item")
    return event.type in _JOINED and event.type is before.type and event.at == before.at and same_item


def _line(plan: Plan, events: Sequence[Event]) -> HistoryLine:
    first = events[0]
    item = plan.data_items.get(first.details.get("data_item", ""))
    category = first.details.get("category", "")
    titles = [plan.facts[name].title for event in events if (name := event.details.get("fact")) in plan.facts]
    known = {each.key: each.title for each in plan.categories}
    words = EVENTS[first.type].format(
        item=f"{item.department_title}的{item.title}" if item else "",
        fact="、".join(titles),
        category=known.get(category, category),
    )
    return HistoryLine(first.at, words)

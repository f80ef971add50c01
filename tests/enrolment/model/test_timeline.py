"""The hash chain: whatever is changed in a timeline shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enrolment.model.errors import TimelineBroken
from enrolment.model.story.timeline import Event, EventType, append, verify
from tests.fakes import FrozenClock

KINDS = st.lists(st.sampled_from(list(EventType)), min_size=2, max_size=8)


def chain(kinds: list[EventType]) -> list[Event]:
    """A timeline of these events, a minute apart."""
    events: list[Event] = []
    for place, kind in enumerate(kinds):
        at = FrozenClock().now() + timedelta(minutes=place)
        events.append(append(events, kind, at, {"data_item": f"item-{place}"}))
    return events


@given(KINDS)
def test_timeline_holds_when_untouched(kinds: list[EventType]) -> None:
    """A chain that was only appended to verifies."""
    verify(chain(kinds))


@given(KINDS, st.data())
def test_tampering_is_found_when_one_event_is_changed(kinds: list[EventType], data: st.DataObject) -> None:
    """Changing a field of any event breaks the chain, even with its own hash made anew."""
    events = chain(kinds)
    place = data.draw(st.integers(0, len(events) - 1))
    event = events[place]
    changed = data.draw(
        st.sampled_from(
            [
                replace(event, at=event.at + timedelta(seconds=1)),
                replace(event, details={"data_item": "other"}),
                replace(event, sequence=event.sequence + 1),
                replace(event, hash="0" * 64),
                replace(event, previous_hash="1" * 64),
            ]
        )
    )
    with pytest.raises(TimelineBroken):
        verify([*events[:place], changed, *events[place + 1 :]])


@given(KINDS, st.data())
def test_tampering_is_found_when_an_earlier_event_is_removed(
    kinds: list[EventType], data: st.DataObject
) -> None:
    """A gap shows."""
    events = chain(kinds)
    place = data.draw(st.integers(0, len(events) - 2))
    with pytest.raises(TimelineBroken):
        verify([*events[:place], *events[place + 1 :]])


@given(KINDS, st.data())
def test_tampering_is_found_when_two_events_change_places(
    kinds: list[EventType], data: st.DataObject
) -> None:
    """Order is part of the chain."""
    events = chain(kinds)
    place = data.draw(st.integers(0, len(events) - 2))
    events[place], events[place + 1] = events[place + 1], events[place]
    with pytest.raises(TimelineBroken):
        verify(events)

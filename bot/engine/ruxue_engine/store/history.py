"""Keeps a conversation's history short without changing what the policies predict.

Measured: Rasa reads, replays and sends every event at every turn, 12 ms in a new conversation and 230 ms
after 600 messages. The cut is made where the engine was listening, and what the dropped events had brought
about (slots, the active form) is said again by a few leading events.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.events import (
    ActionExecuted,
    ActionExecutionRejected,
    ActiveLoop,
    ConversationPaused,
    Event,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker

# A rule or a reversal looks back over two turns at most; with fewer, they could miss their beginning.
FEWEST_TURNS = 3


def shortened(tracker: DialogueStateTracker, most_events: int) -> list[Event]:
    """Return the events that rebuild the tracker: the last, led by what the earlier ones brought about."""
    events = list(tracker.events)
    if len(events) <= most_events:
        return events
    cut = _cut(events, most_events)
    return [*_lead(tracker.init_copy(), events[:cut]), *events[cut:]]


def _cut(events: list[Event], most_events: int) -> int:
    """Find the earliest listening point that leaves few enough events, and at least the fewest turns."""
    listening = [
        place
        for place, (event, following) in enumerate(pairwise(events))
        if isinstance(event, ActionExecuted)
        and event.action_name == ACTION_LISTEN_NAME
        and isinstance(following, UserUttered)
    ]
    spare = listening[: max(1, len(listening) - FEWEST_TURNS + 1)]
    return next((place for place in spare if len(events) - place <= most_events), spare[-1] if spare else 0)


def _lead(past: DialogueStateTracker, dropped: list[Event]) -> Iterator[Event]:
    """Say again, in as few events as possible, the state that the dropped events had come to."""
    before_the_form: dict[str, Any] = {}
    trigger = None
    for event in dropped:
        past.update(event)
        if isinstance(event, ActiveLoop) and event.name:
            before_the_form, trigger = past.current_slot_values(), past.latest_message
    at = dropped[-1].timestamp if dropped else None
    loop, values = past.active_loop, {name: slot.initial_value for name, slot in past.slots.items()}
    if loop and loop.name:
        yield from _changes(values, before_the_form, at)
        values = before_the_form
        # Rasa folds every later run of a form into the first, and looks at the message that led to it.
        if trigger:
            yield ActionExecuted(ACTION_LISTEN_NAME, timestamp=at)
            # Without its key: its replies are gone, it can no longer be repeated.
            yield UserUttered(trigger.text, trigger.intent, trigger.entities, timestamp=at)
        yield ActionExecuted(loop.name, timestamp=at)
        yield ActiveLoop(loop.name, timestamp=at)
        if loop.rejected:
            yield ActionExecutionRejected(loop.name, timestamp=at)
    yield from _changes(values, past.current_slot_values(), at)
    if past.is_paused():
        yield ConversationPaused(timestamp=at)


def _changes(old: dict[str, Any], new: dict[str, Any], at: float | None) -> Iterator[Event]:
    return (SlotSet(name, value, timestamp=at) for name, value in new.items() if value != old.get(name))

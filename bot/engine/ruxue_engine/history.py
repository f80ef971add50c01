"""Keeps a conversation's history short without changing what the policies predict.

Measured: Rasa reads, replays and sends every event at every turn, 12 ms in a new conversation and 230 ms
after 600 messages. The cut is made where the engine was listening, and what the dropped events had brought
about (slots, the active form) is said again by a few leading events.
"""

from collections.abc import Iterator
from itertools import pairwise

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
    past = tracker.init_copy()
    for event in events[:cut]:
        past.update(event)
    return [*_lead(past), *events[cut:]]


def _cut(events: list[Event], most_events: int) -> int:
    """Find the earliest listening point that leaves few enough events, and at least the fewest turns."""
    listening = [
        place
        for place, (event, following) in enumerate(pairwise(events))
        if isinstance(event, ActionExecuted)
        and event.action_name == ACTION_LISTEN_NAME
        and isinstance(following, UserUttered)
    ]
    spare = listening[:-FEWEST_TURNS] + listening[-FEWEST_TURNS:][:1]
    return next((place for place in spare if len(events) - place <= most_events), spare[-1] if spare else 0)


def _lead(past: DialogueStateTracker) -> Iterator[Event]:
    """Say again, in as few events as possible, the state a tracker had come to."""
    at = past.events[-1].timestamp if past.events else None
    for name, slot in past.slots.items():
        if slot.value != slot.initial_value:
            yield SlotSet(name, slot.value, timestamp=at)
    loop = past.active_loop
    if loop and loop.name:
        # The form's own run is said too: Rasa folds later runs of a form into the first it finds.
        yield ActionExecuted(loop.name, timestamp=at)
        yield ActiveLoop(loop.name, timestamp=at)
        if loop.rejected:
            yield ActionExecutionRejected(loop.name, timestamp=at)
    if past.is_paused():
        yield ConversationPaused(timestamp=at)

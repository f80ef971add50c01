"""Events read by name are those Rasa reads by searching."""

import pytest
from rasa.shared.core import events as rasa_events
from ruxue_engine.events import CHECKS, CLASSES, NotAResult, check_result, read_events

DESCRIBED = [
    {
        "event": "user",
        "text": "您好",
        "message_id": "k1",
        "parse_data": {"intent": {"name": "greet"}, "entities": []},
    },
    {"event": "bot", "text": "您好", "data": {"buttons": []}},
    {"event": "slot", "name": "colour", "value": "白色"},
    {"event": "action", "name": "action_listen"},
    {"event": "active_loop", "name": None},
    {"event": "loop_interrupted", "is_interrupted": True},
    {"event": "action_execution_rejected", "name": "pet_form"},
    {"event": "followup", "name": "action_listen"},
    {"event": "session_started"},
    {"event": "restart"},
    {"event": "rewind"},
    {"event": "reset_slots"},
]


def test_events_equal_rasas_own_when_read_by_name() -> None:
    """The quick way gives what the slow way gives."""
    assert read_events(DESCRIBED) == rasa_events.deserialise_events(DESCRIBED)


def test_every_checked_event_has_a_class_when_rasa_is_updated() -> None:
    """No event passes the check and then cannot be read."""
    assert CHECKS.keys() <= CLASSES.keys()


def test_result_passes_when_it_is_one() -> None:
    """Events and responses, or neither."""
    check_result({"events": DESCRIBED, "responses": [{"text": "您好"}]})
    check_result({})


@pytest.mark.parametrize(
    "result",
    [
        None,
        [],
        {"events": None},
        {"events": [None]},
        {"events": [{"name": "colour"}]},
        {"events": [{"event": "slot", "value": 1}]},
        {"events": [{"event": "slot", "name": "colour", "value": 1, "timestamp": "yesterday"}]},
        {"responses": {}},
        {"responses": [None]},
    ],
)
def test_result_is_refused_when_rasas_schema_refuses_it_or_it_cannot_be_read(result: object) -> None:
    """A malformed result is refused as a whole."""
    with pytest.raises(NotAResult):
        check_result(result)

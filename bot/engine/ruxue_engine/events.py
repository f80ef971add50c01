"""Turns dictionaries into events, from the store and from the action server.

Measured: Rasa walks the tree of all event classes for each event it reads, a quarter of a turn, and its
check of an action's result tries each event against every kind of event. Here the class and the check are
looked up by name.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from jsonschema import Draft7Validator
from rasa.shared.core.events import Event
from rasa.shared.utils.common import all_subclasses
from rasa.shared.utils.schemas.events import EVENT_SCHEMA

CLASSES: dict[str, type[Event]] = {kind.type_name: kind for kind in reversed(all_subclasses(Event))}

COMMON_CHECK = Draft7Validator({name: part for name, part in EVENT_SCHEMA.items() if name != "oneOf"})
CHECKS = {
    schema["properties"]["event"]["const"]: Draft7Validator({**schema, "type": "object"})
    for schema in EVENT_SCHEMA["oneOf"]
}


class NotAResult(ValueError):
    """Raised when an action server's answer is not the result of an action."""


def read_events(described: Iterable[Mapping[str, Any]]) -> list[Event]:
    """Rebuild events from their descriptions."""
    return [event for one in described if (event := CLASSES[one["event"]]._from_parameters(one))]  # noqa: SLF001 - Rasa's public way in searches the class anew


def check_result(result: object) -> None:
    """Refuse what is not the result of an action, before anything of it is used."""
    if not isinstance(result, dict):
        raise NotAResult("the result is not an object")
    events, responses = result.get("events", []), result.get("responses", [])
    if not isinstance(events, list) or not isinstance(responses, list):
        raise NotAResult("events and responses must be lists")
    if not all(isinstance(response, dict) for response in responses):
        raise NotAResult("a response is not an object")
    if not all(_is_event(event) for event in events):
        raise NotAResult("an event is unknown or malformed")


def _is_event(described: object) -> bool:
    if not COMMON_CHECK.is_valid(described):
        return False
    check = CHECKS.get(described["event"])
    return check is not None and bool(check.is_valid(described))

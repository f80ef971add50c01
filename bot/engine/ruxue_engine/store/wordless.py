"""Leaves what somebody wrote out of what is stored.

A typed message can hold a name or an address that no pattern finds; rules and forms look at the intent of
an earlier message, never at its words, so its words need not be kept at all.
"""

from collections.abc import Mapping
from typing import Any

_UNDERSTOOD = ("intent", "entities")
# What is kept of an entity as it was said, and not as one of a few values.
_AS_SAID = frozenset({"school"})
_NOTED = ("now",)


def wordless(described: Mapping[str, Any]) -> dict[str, Any]:
    """Describe an event without the words of a guardian; a picked choice (`/inform{…}`) is not words."""
    if described.get("event") != "user":
        return dict(described)
    noted = described.get("metadata") or {}
    kept = {**described, "metadata": {name: noted[name] for name in _NOTED if name in noted}}
    text = described.get("text") or ""
    if not text.startswith("/"):
        kept["text"] = ""
    parsed = described.get("parse_data") or {}
    kept["parse_data"] = {name: parsed[name] for name in _UNDERSTOOD if name in parsed} | {
        "text": kept["text"]
    }
    if "entities" in parsed:
        entities = [each for each in parsed["entities"] if each.get("entity") not in _AS_SAID]
        kept["parse_data"]["entities"] = entities
    return kept

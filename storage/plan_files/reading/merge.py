"""Lay what a plan writes over what it inherits."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

_WHOLE: Final = {("categories", "rule"), ("definitions", "rule")}
"""Rules are mappings too, but half of one rule and half of another are no rule."""


def merged(
    inherited: Mapping[str, Any], own: Mapping[str, Any], path: tuple[str, ...] = ()
) -> dict[str, Any]:
    """Merge key by key; lists, words and rules replace; nothing (`null`) takes an inherited entry away."""
    whole = dict(inherited)
    for key, value in own.items():
        before = whole.get(key)
        if value is None and key in whole:
            del whole[key]
        elif isinstance(before, dict) and isinstance(value, dict) and not _replaces((*path, key)):
            whole[key] = merged(before, value, (*path, key))
        else:
            whole[key] = value
    return whole


def _replaces(path: tuple[str, ...]) -> bool:
    match path:
        case (section, _, last):
            return (section, last) in _WHOLE
        case _:
            return False

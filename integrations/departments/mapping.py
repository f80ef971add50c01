"""How one exchange words things: its envelope, headers and fields, read from a YAML file."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, TypeVar, get_type_hints

import yaml
from pydantic import TypeAdapter, ValidationError

from integrations.departments.answer_seal import AnswerSeal
from integrations.departments.envelope import Envelope
from integrations.departments.items import DATA_ITEMS, DataItem
from integrations.departments.signing.provincial import ProvincialHeaders

_NOT_WORDS = frozenset({"subject"})
"""Fields that decide whom a consent covers: no file may change them."""

_Part = TypeVar("_Part")


class MappingInvalid(Exception):
    """A mapping file cannot be used; the message says where and why."""


@dataclass(frozen=True, slots=True)
class ExchangeMapping:
    """The words of one exchange; without a file, those of the sandbox."""

    envelope: Envelope = field(default_factory=Envelope)
    answers: AnswerSeal = field(default_factory=AnswerSeal)
    headers: ProvincialHeaders = field(default_factory=ProvincialHeaders)
    data_items: Mapping[str, DataItem] = field(default_factory=lambda: DATA_ITEMS)


def load_mapping(path: Path) -> ExchangeMapping:
    """Read a mapping file; what it leaves out is as in the sandbox.

    Where it has `data_items`, those alone are connected. Raises MappingInvalid.
    """
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise MappingInvalid(f"{path}: cannot be read as YAML ({type(error).__name__})") from error
    try:
        return _mapping(content)
    except MappingInvalid as error:
        raise MappingInvalid(f"{path}: {error}") from error


def _mapping(content: object) -> ExchangeMapping:
    parts = _parts(content, "the file", {each.name for each in fields(ExchangeMapping)})
    default = ExchangeMapping()
    return ExchangeMapping(
        envelope=_changed(default.envelope, parts.get("envelope", {}), "envelope"),
        answers=_changed(default.answers, parts.get("answers", {}), "answers"),
        headers=_changed(default.headers, parts.get("headers", {}), "headers"),
        data_items=_items(parts["data_items"]) if "data_items" in parts else DATA_ITEMS,
    )


def _items(values: object) -> Mapping[str, DataItem]:
    parts = _parts(values, "data_items", DATA_ITEMS.keys())
    return {
        key: _changed(DATA_ITEMS[key], values or {}, f"data_items.{key}") for key, values in parts.items()
    }


def _changed(default: _Part, values: object, where: str) -> _Part:
    """The same part with what the file says of it."""
    kind: Any = type(default)
    hints = {each.name: get_type_hints(kind)[each.name] for each in fields(kind)}
    parts = _parts(values, where, hints.keys() - _NOT_WORDS)
    changes = {name: _typed(hints[name], value, f"{where}.{name}") for name, value in parts.items()}
    changed: _Part = replace(default, **changes)  # type: ignore[type-var]  # every part is a dataclass
    return changed


def _parts(values: object, where: str, known: Collection[str]) -> Mapping[str, object]:
    if not isinstance(values, dict):
        raise MappingInvalid(f"{where} is not a mapping")
    for name in values:
        if name not in known:
            raise MappingInvalid(f"{where} has no part {name!r}; choose among {', '.join(sorted(known))}")
    return values


def _typed(hint: Any, value: object, where: str) -> object:  # noqa: ANN401 - a type hint has no type of its own
    # words and their meanings read best as a mapping in a file, and are pairs in an item
    pairs = tuple(value.items()) if isinstance(value, dict) else value
    try:
        typed: object = TypeAdapter(hint).validate_python(pairs)
    except ValidationError as error:
        raise MappingInvalid(f"{where}: {error.errors()[0]['msg'].lower()}") from error
    return typed

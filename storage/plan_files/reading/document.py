"""Read YAML strictly into plain data, remembering the line of every place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

import yaml

from storage.plan_files.errors import PlanInvalid, Problem
from storage.plan_files.reading.scalars import first_unwritable, meaning

Data = dict[str, Any]
_DEEPEST: Final = 40
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_QUOTES: Final = "a text with {, [ or : stands in quotes"
_AT_THE_TOP: Final = "write the fields of a plan, each as `name: value` on a line of its own"


@dataclass(frozen=True, slots=True)
class Document:
    """A file as plain data, and the line each place of it begins on."""

    data: Data
    lines: dict[str, int]


@dataclass(slots=True)
class _Open:
    """A mapping or list that is being read; `key` is the one whose value comes next."""

    place: str
    held: dict[str, Any] | list[Any]
    key: str | None = None
    line: int = 0


@dataclass(slots=True)
class _Reader:
    """Puts events together; a list of what is open, and no recursion, bears any depth."""

    file: str
    lines: dict[str, int] = field(default_factory=dict)
    open: list[_Open] = field(default_factory=list)
    top: list[Any] = field(default_factory=list)

    def take(self, event: yaml.Event) -> None:
        """Take the next event; raise PlanInvalid at what plans do not use."""
        match event:
            case yaml.ScalarEvent():
                self.take_words(event)
            case yaml.MappingStartEvent():
                self.take_beginning(event, {})
            case yaml.SequenceStartEvent():
                self.take_beginning(event, [])
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self.open.pop()
            case yaml.AliasEvent():
                advice = "a * repeats an earlier part; write it out, or name it under definitions"
                raise self.refusal(event, advice)

    def take_words(self, event: yaml.ScalarEvent) -> None:
        """Take words: the name of the next value, or a value."""
        if event.tag is not None:
            raise self.refusal(event, f"found {event.tag}; write the value without a tag")
        if event.style == '"' and first_unwritable(event.value) is not None:
            raise self.refusal(event, "there is a character here that cannot be shown; write it anew")
        inner = self.open[-1] if self.open else None
        if inner is not None and isinstance(inner.held, dict) and inner.key is None:
            if event.value in inner.held:
                raise self.refusal(event, f"{event.value!r} is written twice; keep one", inner.place)
            inner.key, inner.line = event.value, _line(event)
        else:
            self.put(event, meaning(event.value) if event.implicit[0] else event.value)

    def take_beginning(self, event: yaml.CollectionStartEvent, held: dict[str, Any] | list[Any]) -> None:
        """Take the beginning of a mapping or list."""
        if event.tag is not None:
            raise self.refusal(event, f"found {event.tag}; write the value without a tag")
        if len(self.open) == _DEEPEST:
            raise self.refusal(event, f"this is more than {_DEEPEST} levels deep; write it flatter")
        self.open.append(_Open(self.put(event, held), held))

    def put(self, event: yaml.NodeEvent, value: object) -> str:
        """Put a value where it belongs; give the name of its place."""
        line = _line(event)
        inner = self.open[-1] if self.open else None
        if inner is None:
            self.top.append(value)
            return ""
        if isinstance(inner.held, list):
            place = f"{inner.place}[{len(inner.held)}]"
            inner.held.append(value)
        elif inner.key is None:
            raise self.refusal(event, "write a word before the colon, not a list or fields", inner.place)
        else:
            place = f"{inner.place}.{inner.key}" if inner.place else inner.key
            inner.held[inner.key] = value
            line, inner.key = inner.line, None
        self.lines[place] = line
        return place

    def refusal(self, event: yaml.Event, problem: str, place: str | None = None) -> PlanInvalid:
        """Say what cannot be read, and where."""
        if place is None:
            place = self.open[-1].place if self.open else ""
        return PlanInvalid([Problem(self.file, _line(event), place, problem)])


def parse(text: str, file: str) -> Document:
    """Read the text of a file; raise PlanInvalid with the line of what is no YAML, or more than plans use."""
    at = first_unwritable(text)
    if at is not None:
        line = text.count("\n", 0, at) + 1
        raise _refused(file, line, "there is a character here that cannot be shown; delete it")
    reader = _Reader(file)
    try:
        _take_all(reader, text)
    except yaml.MarkedYAMLError as error:
        raise _refused(file, *_in_words(error, text)) from error
    except yaml.YAMLError as error:
        raise _refused(file, None, "this is not YAML") from error
    if len(reader.top) > 1:
        raise _refused(file, None, "there is more than one plan in the file; take out the lines with ---")
    data = reader.top[0] if reader.top else None
    if not isinstance(data, dict):
        raise _refused(file, 1, _AT_THE_TOP)
    return Document(data, reader.lines)


def _take_all(reader: _Reader, text: str) -> None:
    loader = _LOADER(text)
    try:
        while not isinstance(event := loader.get_event(), yaml.StreamEndEvent):
            reader.take(event)
    finally:
        loader.dispose()


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def _refused(file: str, line: int | None, problem: str) -> PlanInvalid:
    return PlanInvalid([Problem(file, line, "", problem)])


def _in_words(error: yaml.MarkedYAMLError, text: str) -> tuple[int | None, str]:
    """Give the line of an error, and what to do about it."""
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return None, "this is not YAML"
    line = text.split("\n")[mark.line : mark.line + 1]
    if line and "\t" in line[0]:
        return mark.line + 1, "there is a tab here; indent with blanks"
    found = error.problem or "this is not YAML"
    return mark.line + 1, f"{found}; check colons, brackets and indentation; {_QUOTES}"

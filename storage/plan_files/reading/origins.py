"""Which line of which file a place of a plan was written on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_LAST_STEP = re.compile(r"(?:\.|\[)[^.\[]*$|^[^.\[]+$")


@dataclass(frozen=True, slots=True)
class Origin:
    """A line of a file; no line where only the file is known."""

    file: str
    line: int | None = None

    def __str__(self) -> str:
        return self.file if self.line is None else f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Layer:
    """One file: the line of every place in it, by the place's name (`categories.a1.rule.all[0]`)."""

    file: str
    lines: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Origins:
    """The files a plan was put together from, its own first."""

    layers: tuple[Layer, ...]

    @property
    def file(self) -> str:
        """The plan's own file."""
        return self.layers[0].file

    def of(self, place: str) -> Origin:
        """Find where a place was written, or what holds it where the place itself is missing."""
        while place:
            for layer in self.layers:
                if place in layer.lines:
                    return Origin(layer.file, layer.lines[place])
            place = _LAST_STEP.sub("", place)
        return Origin(self.file, 1 if self.layers[0].lines else None)

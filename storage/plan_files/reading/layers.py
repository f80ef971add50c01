"""Read a plan file together with what it extends: `extends: 370100/2027` lies in the same folder."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from storage.plan_files.errors import PlanInvalid, Problem
from storage.plan_files.reading.document import Data, parse
from storage.plan_files.reading.merge import merged
from storage.plan_files.reading.origins import Layer, Origins

LARGEST_BYTES: Final = 2_000_000
_NAME: Final = re.compile(r"[0-9]{6}(?:-[a-z0-9]+)?/[0-9]{4}")


@dataclass(frozen=True, slots=True)
class Layered:
    """The data of a file over all it inherits; `abstract` marks a file only there to be extended."""

    data: Data
    origins: Origins
    abstract: bool


class Layers:
    """The files of one folder, each read once however many extend it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: dict[Path, Layered] = {}

    def read(self, path: Path) -> Layered:
        """Read a file and what it extends; raise PlanInvalid, or OSError when the file cannot be opened."""
        return self._read(path, ())

    def _read(self, path: Path, under: tuple[Path, ...]) -> Layered:
        if path not in self._known:
            self._known[path] = self._layered(path, under)
        return self._known[path]

    def _layered(self, path: Path, under: tuple[Path, ...]) -> Layered:
        name = self._name(path)
        document = parse(_text(path, name), name)
        own, lines = document.data, document.lines
        extends, abstract = own.pop("extends", None), own.pop("abstract", False)
        if not isinstance(abstract, bool):
            raise _refused(name, lines.get("abstract"), "abstract", "write yes, or leave the line out")
        layer = Layer(name, lines)
        if extends is None:
            return Layered(own, Origins((layer,)), abstract)
        parent = self._parent(extends, name, lines.get("extends"), (*under, path))
        return Layered(merged(parent.data, own), Origins((layer, *parent.origins.layers)), abstract)

    def _parent(self, extends: object, name: str, line: int | None, under: tuple[Path, ...]) -> Layered:
        if not isinstance(extends, str) or not _NAME.fullmatch(extends):
            problem = f"found {extends!r}; write the code and year of another plan, for example 370100/2027"
            raise _refused(name, line, "extends", problem)
        path = self._folder / f"{extends}.yml"
        if path in under:
            circle = " -> ".join(f"{each.parent.name}/{each.stem}" for each in (*under, path))
            problem = f"the plan would inherit from itself: {circle}; take one extends away"
            raise _refused(name, line, "extends", problem)
        try:
            return self._read(path, under)
        except OSError as error:
            problem = f"there is no file {self._name(path)} to inherit from; write it, or name another"
            raise _refused(name, line, "extends", problem) from error

    def _name(self, path: Path) -> str:
        return f"{self._folder.name}/{path.parent.name}/{path.name}"


def _text(path: Path, name: str) -> str:
    with path.open("rb") as file:
        raw = file.read(LARGEST_BYTES + 1)
    if len(raw) > LARGEST_BYTES:
        problem = f"the file has more than {LARGEST_BYTES // 1_000_000} MB, which no plan needs; shorten it"
        raise _refused(name, None, "", problem)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise _refused(name, line, "", "the file is not UTF-8; save it as UTF-8") from error


def _refused(name: str, line: int | None, place: str, problem: str) -> PlanInvalid:
    return PlanInvalid([Problem(name, line, place, problem)])

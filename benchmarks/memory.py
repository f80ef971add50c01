"""Reads how much memory the processes of a side hold."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

# The words of a command line that tell which part of the project a process is.
PARTS = {"ruxue_engine": "engine", "actions": "actions", "web": "web", "sandbox": "sandbox", "rasa": "rasa"}


def megabytes(process: int) -> dict[str, float]:
    """Return the resident memory of a process and of those it started, by part.

    Empty where there is no /proc to read it from (macOS).
    """
    if sys.platform != "linux":
        return {}
    held: dict[str, float] = {}
    for number in (process, *_children(process)):
        folder = Path("/proc") / str(number)
        words = (folder / "cmdline").read_bytes().decode().split("\0")
        part = next((PARTS[word] for word in words if word in PARTS), "supervisor")
        held[part] = held.get(part, 0) + int(_status(folder)["VmRSS"].split()[0]) / 1024
    return held


def _children(parent: int) -> Iterator[int]:
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            is_child = int(_status(folder)["PPid"]) == parent
        except (OSError, KeyError):
            # It ended while we looked.
            continue
        if is_child:
            yield int(folder.name)
            yield from _children(int(folder.name))


def _status(folder: Path) -> dict[str, str]:
    lines = (folder / "status").read_text().splitlines()
    return {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}

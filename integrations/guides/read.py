"""Read a list of questions from a file: CSV, Markdown or Word, told by its ending."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from enrolment.services.guidance.import_articles import Entry
from integrations.guides import csv_lists, markdown_lists, word_lists
from integrations.guides.columns import Columns
from integrations.guides.errors import ListUnreadable

LARGEST = 10 * 1024 * 1024
_KINDS: Mapping[str, Callable[[bytes, Columns], list[Entry]]] = {
    ".csv": csv_lists.read,
    ".md": markdown_lists.read,
    ".docx": word_lists.read,
}


def read_list(file: Path, columns: Columns) -> tuple[Entry, ...]:
    """The questions of a file with their answers; raise ListUnreadable, OSError."""
    kind = _KINDS.get(file.suffix.lower())
    if kind is None:
        raise ListUnreadable(f"{file.name}: write a list as {', '.join(_KINDS)}")
    content = file.read_bytes()
    if len(content) > LARGEST:
        raise ListUnreadable(f"{file.name}: the file is larger than {LARGEST // 1024 // 1024} MB; split it")
    try:
        entries = kind(content, columns)
    except ListUnreadable as error:
        raise ListUnreadable(f"{file.name}: {error}") from None
    if not entries:
        raise ListUnreadable(
            f"{file.name}: no question with an answer was found; name the columns with --question and "
            "--answer, or write each question as a heading with its answer below"
        )
    return tuple(entries)

"""Lists kept as tables of comma-separated values, as spreadsheets write them here."""

from __future__ import annotations

import csv
import io

from enrolment.services.guidance.import_articles import Entry
from integrations.guides.columns import Columns
from integrations.guides.errors import ListUnreadable

_ENCODINGS = ("utf-8-sig", "gb18030")


def read(content: bytes, columns: Columns) -> list[Entry]:
    """The entries of a table whose first row names its columns; raise ListUnreadable."""
    reader = csv.reader(io.StringIO(_text(content), newline=""), strict=True)
    try:
        head = next(reader, [])
        return columns.entries(head, [(reader.line_num, row) for row in reader])
    except csv.Error as error:
        raise ListUnreadable(f"line {reader.line_num}: {error}") from error


def _text(content: bytes) -> str:
    for encoding in _ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ListUnreadable("the file is neither UTF-8 nor GB 18030; save it as UTF-8")

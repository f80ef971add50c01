"""Lists kept as Markdown: a heading or a bold line asks, what stands below answers; or a table."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from enrolment.services.guidance.import_articles import Entry
from integrations.guides.columns import Columns
from integrations.guides.errors import ListUnreadable
from integrations.guides.headings import Line, entries_under_headings

_CELLS = ("th_open", "td_open")


def read(content: bytes, columns: Columns) -> list[Entry]:
    """The entries of a text; raise ListUnreadable."""
    try:
        tokens = MarkdownIt("commonmark").enable("table").parse(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise ListUnreadable("the file is not UTF-8; save it as UTF-8") from None
    return [*_of_tables(tokens, columns), *entries_under_headings(_lines(tokens))]


def _lines(tokens: Sequence[Token]) -> list[Line]:
    lines: list[Line] = []
    depth = 0
    for before, token in pairwise(tokens):
        depth += (before.type == "table_open") - (before.type == "table_close")
        if token.type != "inline" or depth:
            continue
        number = token.map[0] + 1 if token.map else 0
        is_heading = before.type == "heading_open"
        lines.append(Line(number, _plain(token), heading=is_heading or _is_bold(token)))
    return lines


def _of_tables(tokens: Sequence[Token], columns: Columns) -> list[Entry]:
    rows: list[tuple[int, list[str]]] = []
    entries: list[Entry] = []
    for before, token in pairwise(tokens):
        if token.type == "tr_open":
            rows.append((token.map[0] + 1 if token.map else 0, []))
        elif token.type == "inline" and before.type in _CELLS:
            rows[-1][1].append(_plain(token))
        elif token.type == "table_close":
            if columns.fit(rows[0][1]):
                entries += columns.entries(rows[0][1], rows[1:])
            rows = []
    return entries


def _plain(token: Token) -> str:
    parts = (
        "\n" if child.type in {"softbreak", "hardbreak"} else child.content for child in token.children or ()
    )
    return "".join(parts).strip()


def _is_bold(token: Token) -> bool:
    kinds = [child.type for child in token.children or () if child.content or child.type != "text"]
    return kinds[:1] == ["strong_open"] and kinds[-1:] == ["strong_close"]

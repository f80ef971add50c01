"""Draws replies as one WeChat text: cards as lines, choices as numbered lines, long texts in pages."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from bot.delivery import MORE
from bot.messages import Card, Outbound, Row

LONGEST = 600
LONGEST_BYTES = 2_048
_GO_ON = f"\n\n（还没有说完，回复“{MORE}”接着看）"


def draw(replies: Sequence[Outbound]) -> str:
    """Write replies as one text; choices are counted through, as the guardian sees them."""
    parts: list[str] = []
    number = 0
    for reply in replies:
        lines = [reply.text, *_card(reply.card)]
        if reply.link:
            lines += ["", f"{reply.link.title}：", reply.link.url]
        if reply.choices:
            lines += ["", "回复数字即可："] if number == 0 else [""]
        for choice in reply.choices:
            number += 1
            lines.append(f"{number}. {choice.title}")
        parts.append("\n".join(lines).strip())
    return clean("\n\n".join(part for part in parts if part))


def first_page(text: str) -> tuple[str, str]:
    """What fits into one reply, and the rest."""
    if _fits(text):
        return text, ""
    kept = ""
    for piece in _pieces(text):
        if not _fits(kept + piece + _GO_ON):
            break
        kept += piece
    return kept.rstrip() + _GO_ON, text[len(kept) :].lstrip("\n")


def clean(text: str) -> str:
    """Take out what the platform's XML cannot carry."""
    return "".join(one for one in text if one == "\n" or _carried(one)).replace("]]>", "]] >")


def _carried(character: str) -> bool:
    return unicodedata.category(character) not in {"Cc", "Cs"} and character not in "\ufffe\uffff"


def _card(card: Card | None) -> Iterator[str]:
    if card is None:
        return
    yield ""
    yield f"【{card.title}】"
    yield from map(_row, card.rows)
    if card.footer:
        yield card.footer


def _row(row: Row) -> str:
    return f"· {row.label}：{row.value}" + (f"（{row.note}）" if row.note else "")


def _pieces(text: str) -> Iterator[str]:
    """Lines, and the characters of a line that alone is too long."""
    for line in text.splitlines(keepends=True):
        if _fits(line + _GO_ON):
            yield line
        else:
            yield from line


def _fits(text: str) -> bool:
    return len(text) <= LONGEST and len(text.encode()) <= LONGEST_BYTES

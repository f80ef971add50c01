"""Chinese text as an index reads it: every sign, every pair of neighbours, and Latin words whole."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

_RUN: Final = re.compile(r"[\u3400-\u9fff]+|[a-z0-9]+")


def tokens(text: str) -> list[str]:
    """The tokens of a text, in order; full-width and capital letters count as their plain forms."""
    return list(_tokens(unicodedata.normalize("NFKC", text).lower()))


def _tokens(text: str) -> Iterator[str]:
    for run in _RUN.findall(text):
        if run.isascii():
            yield run
            continue
        yield from run
        yield from (run[at : at + 2] for at in range(len(run) - 1))

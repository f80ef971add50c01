"""An index for each plan in use, built at the first question and again when a newer version is in force."""

from __future__ import annotations

import sqlite3
import threading
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import Final

from enrolment.answer_ports import Found
from enrolment.model.placeholders import OF_THE_FAMILY, values
from enrolment.model.plan import Plan
from storage.guide_index.tokens import tokens

_KEPT: Final = 200
_NOBODY: Final = dict.fromkeys(OF_THE_FAMILY, "")
# Title, what families ask, and text: measured in docs/adr/0018.
_FIND: Final = (
    "SELECT rowid, -bm25(guide, 3, 4, 1) AS score FROM guide WHERE guide MATCH ? ORDER BY score DESC LIMIT ?"
)
# The words themselves are not kept: only which article has them.
_CREATE: Final = "CREATE VIRTUAL TABLE guide USING fts5(title, asked, text, content='')"


class GuideIndexes:
    """Implements `enrolment.answer_ports.GuideSearch`; may be used from many threads."""

    def __init__(self) -> None:
        self._indexes: OrderedDict[tuple[str, int], tuple[Plan, _Index]] = OrderedDict()
        self._lock = threading.Lock()

    def find(self, plan: Plan, text: str, limit: int) -> Sequence[Found]:
        """The best fitting articles, best first; none for words they do not hold."""
        return self._of(plan).find(text, limit)

    def _of(self, plan: Plan) -> _Index:
        name = (plan.county, plan.year)
        with self._lock:
            kept = self._indexes.get(name)
            if kept is None or kept[0] is not plan:
                kept = (plan, _Index(plan))
                self._indexes[name] = kept
            self._indexes.move_to_end(name)
            if len(self._indexes) > _KEPT:
                self._indexes.popitem(last=False)
        return kept[1]


class _Index:
    """The articles of one plan in memory."""

    def __init__(self, plan: Plan) -> None:
        self._articles = tuple(plan.articles)
        self._database = sqlite3.connect(":memory:", check_same_thread=False)
        self._lock = threading.Lock()
        self._database.execute(_CREATE)
        self._database.executemany(
            "INSERT INTO guide(rowid, title, asked, text) VALUES (?, ?, ?, ?)", _rows(plan)
        )
        self._database.execute("INSERT INTO guide(guide) VALUES ('optimize')")

    def find(self, text: str, limit: int) -> list[Found]:
        """The best fitting articles, the best of them with a fit of 1."""
        asked = " OR ".join(f'"{token}"' for token in dict.fromkeys(tokens(text)))
        if not asked:
            return []
        with self._lock, closing(self._database.execute(_FIND, (asked, limit))) as rows:
            scores = list(rows)
        best = max((score for _, score in scores), default=0.0)
        return [Found(self._articles[row], score / best) for row, score in scores] if best > 0 else []


def _rows(plan: Plan) -> Iterator[tuple[object, ...]]:
    filled = values(plan) | _NOBODY
    for row, article in enumerate(plan.articles.values()):
        fields = (article.title, " ".join(article.asked), article.text.format_map(filled))
        yield (row, *(" ".join(tokens(field)) for field in fields))

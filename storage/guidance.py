"""Keeps an office's own articles, and the questions nobody answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, fields
from datetime import datetime

from sqlalchemy import Engine, RowMapping, bindparam, insert, select, update

from enrolment.model.access import Reader
from enrolment.model.errors import ArticleUnknown
from enrolment.model.guidance.article import ArticleState, OfficeArticle
from enrolment.model.guidance.gaps import Gap, GapKind
from storage.access_log import AccessNotes
from storage.sealing import Sealing
from storage.statements import table
from storage.tables import GapRow, OfficeArticleRow
from storage.vault import Vault

_ARTICLES, _GAPS = table(OfficeArticleRow), table(GapRow)
_TEXT = "question_gaps.text"
_FIELDS = tuple(field.name for field in fields(OfficeArticle))


class SqlOfficeArticles:
    """Implements `enrolment.guidance_ports.OfficeArticles`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def add(self, articles: Sequence[OfficeArticle]) -> None:
        """Store new articles, all or none."""
        if articles:
            with self._engine.begin() as connection:
                connection.execute(insert(_ARTICLES), [asdict(article) for article in articles])

    def get(self, article_id: str) -> OfficeArticle:
        """One article; raise ArticleUnknown."""
        with self._engine.begin() as connection:
            found = connection.execute(select(_ARTICLES).where(_ARTICLES.c.id == article_id)).mappings()
            row = found.one_or_none()
        if row is None:
            raise ArticleUnknown(
                f"there is no article {article_id}; `ruxue guide list` shows those there are"
            )
        return _article(row)

    def of_plan(self, county: str, year: int) -> Sequence[OfficeArticle]:
        """Every article of an authority and year, in the order they came."""
        query = select(_ARTICLES).where(_ARTICLES.c.county == county, _ARTICLES.c.year == year)
        with self._engine.begin() as connection:
            return [
                _article(row) for row in connection.execute(query.order_by(_ARTICLES.c.number)).mappings()
            ]

    def save(self, articles: Sequence[OfficeArticle]) -> None:
        """Store how far articles are now, all or none."""
        if not articles:
            return
        changed = (
            update(_ARTICLES)
            .where(_ARTICLES.c.id == bindparam("article"))
            .values(state=bindparam("to"), published_at=bindparam("at"))
        )
        values = [{"article": each.id, "to": each.state, "at": each.published_at} for each in articles]
        with self._engine.begin() as connection:
            connection.execute(changed, values)


class SqlGaps:
    """Implements `enrolment.guidance_ports.Gaps`; the words of a question are sealed.

    A gap is bound to no guardian and no conversation; that its words were read is logged under its own id.
    """

    def __init__(self, vault: Vault, reader: Reader) -> None:
        self._vault = vault
        self._reader = reader

    def add(self, gap: Gap) -> None:
        """Keep one, sealed."""
        self._vault.ring.prepare()
        sealed = self._sealing(self._notes()).seal(_TEXT, gap.id, gap.text)
        with self._vault.engine.begin() as connection:
            connection.execute(insert(_GAPS).values(asdict(gap) | {"text": sealed}))

    def since(self, county: str, moment: datetime) -> Sequence[Gap]:
        """Those of a county, oldest first; of every county where none is named."""
        query = select(_GAPS).where(_GAPS.c.at >= moment).order_by(_GAPS.c.at)
        if county:
            query = query.where(_GAPS.c.county == county)
        self._vault.ring.prepare()
        with self._vault.engine.begin() as connection:
            rows = connection.execute(query).mappings().all()
        notes = self._notes()
        gaps = [_gap(row, self._sealing(notes)) for row in rows]
        notes.flush(self._vault.engine)
        return gaps

    def _notes(self) -> AccessNotes:
        return self._vault.notes(self._reader)

    def _sealing(self, notes: AccessNotes) -> Sealing:
        return self._vault.sealing(notes)


def _gap(row: RowMapping, sealing: Sealing) -> Gap:
    text = sealing.open(_TEXT, row["id"], row["text"], subject=row["id"])
    return Gap(row["id"], row["county"], GapKind(row["kind"]), row["topic"], text, row["at"])


def _article(row: RowMapping) -> OfficeArticle:
    values = {name: row[name] for name in _FIELDS}
    return OfficeArticle(**values | {"state": ArticleState(row["state"])})

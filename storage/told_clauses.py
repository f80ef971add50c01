"""Keeps which clauses conversations were given, and the notices that wait."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Engine, select

from enrolment.model.answering.told_clauses import ClauseNotice, ToldClause
from storage.statements import insert, table
from storage.tables import ClauseNoticeRow, ToldClauseRow

_TOLD, _NOTICES = table(ToldClauseRow), table(ClauseNoticeRow)
_BETWEEN = "\n"


class SqlToldClauses:
    """Implements `enrolment.answer_ports.ToldClauses`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def remember(self, told: Sequence[ToldClause]) -> None:
        """Keep what was told, in place of what was told of the same clauses before."""
        if not told:
            return
        adding = insert(self._engine.dialect.name, ToldClauseRow)
        replacing = adding.on_conflict_do_update(
            index_elements=["conversation_id", "county", "year", "clause"],
            set_={"version": adding.excluded.version, "told_at": adding.excluded.told_at},
        )
        with self._engine.begin() as connection:
            connection.execute(replacing, [_told_values(each) for each in told])

    def of_plan(self, county: str, year: int) -> Sequence[ToldClause]:
        """What was told of an authority's plan, conversation by conversation."""
        query = select(_TOLD).where(_TOLD.c.county == county, _TOLD.c.year == year)
        ordered = query.order_by(_TOLD.c.conversation_id, _TOLD.c.clause)
        with self._engine.begin() as connection:
            return [ToldClause(**row) for row in connection.execute(ordered).mappings()]

    def queue(self, notices: Sequence[ClauseNotice]) -> None:
        """Keep notices until they can be sent; a conversation gets one for a version."""
        if not notices:
            return
        adding = insert(self._engine.dialect.name, ClauseNoticeRow).on_conflict_do_nothing()
        with self._engine.begin() as connection:
            connection.execute(adding, [_notice_values(each) for each in notices])

    def queued(self, county: str, year: int) -> Sequence[ClauseNotice]:
        """The notices that wait, oldest first."""
        query = select(_NOTICES).where(_NOTICES.c.county == county, _NOTICES.c.year == year)
        ordered = query.order_by(_NOTICES.c.queued_at, _NOTICES.c.conversation_id)
        with self._engine.begin() as connection:
            rows = connection.execute(ordered).mappings()
            return [ClauseNotice(**{**row, "clauses": tuple(row["clauses"].split(_BETWEEN))}) for row in rows]


def _told_values(told: ToldClause) -> dict[str, object]:
    return {name: getattr(told, name) for name in ToldClause.__slots__}


def _notice_values(notice: ClauseNotice) -> dict[str, object]:
    values = {name: getattr(notice, name) for name in ClauseNotice.__slots__}
    return values | {"clauses": _BETWEEN.join(notice.clauses)}

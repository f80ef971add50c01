"""Purges what has been stored as long as it may be, kind by kind."""

from __future__ import annotations

from datetime import datetime

import structlog
from sqlalchemy import Engine, func, select

from enrolment.model.papers.refusals import PapersUnavailable
from enrolment.model.retention import Kind
from enrolment.paper_ports import PaperImages
from storage.retention_steps import PICTURED, Step, steps

log = structlog.get_logger()

BATCH = 500
"""So many rows a transaction: on SQLite everybody else waits for it."""


class SqlRetention:
    """Implements `enrolment.upkeep_ports.Retention`; each batch is a transaction of its own.

    A picture goes before the row that knows of it; where its store is away, both stay for the next time.
    """

    def __init__(self, engine: Engine, images: PaperImages) -> None:
        self._engine = engine
        self._images = images

    def expired(self, kind: Kind, before: datetime) -> int:
        """How many rows of a kind count from before this moment."""
        with self._engine.begin() as connection:
            return sum(
                connection.execute(select(func.count()).select_from(step.table).where(step.over)).scalar_one()
                for step in steps(kind, before)
            )

    def purge(self, kind: Kind, before: datetime) -> int:
        """Delete or empty them; how many."""
        return sum(self._take(step) for step in steps(kind, before))

    def _take(self, step: Step) -> int:
        if step.table in PICTURED and not self._forget_pictures(step):
            return 0
        total = 0
        while taken := self._batch(step):
            total += taken
        return total

    def _forget_pictures(self, step: Step) -> bool:
        with self._engine.begin() as connection:
            pages = connection.scalars(select(step.table.c.id).where(step.over)).all()
        try:
            for page in pages:
                self._images.delete(page)
        except PapersUnavailable:
            log.warning("pictures_not_purged", pages=len(pages))
            return False
        return True

    def _batch(self, step: Step) -> int:
        key = step.table.primary_key.columns[0]
        some = key.in_(select(key).where(step.over).limit(BATCH))
        with self._engine.begin() as connection:
            return connection.execute(step.statement(some)).rowcount

"""The pages of applications."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from enrolment.model.papers.advice import Advice
from enrolment.model.papers.page import PaperPage
from enrolment.model.papers.refusals import PageUnknown
from storage.sealing import Sealing
from storage.tables import ApplicationRow, PaperRow

FIELDS = tuple(field.name for field in fields(PaperPage) if field.name != "advice")
KEY = "papers.key"
"""The column a page's key is sealed for."""


class SqlPapers:
    """Implements `enrolment.paper_ports.Papers`."""

    def __init__(self, session: Session, sealing: Sealing) -> None:
        self._session = session
        self._sealing = sealing

    def hold(self, application_id: str) -> None:
        """Let nobody else change this application until the transaction ends."""
        self._session.execute(
            select(ApplicationRow.number).where(ApplicationRow.id == application_id).with_for_update()
        )

    def of_application(self, application_id: str) -> Sequence[PaperPage]:
        """Its pages, paper by paper, each paper's in order."""
        rows = self._session.scalars(
            select(PaperRow)
            .where(PaperRow.application_id == application_id)
            .order_by(PaperRow.document, PaperRow.place, PaperRow.added_at)
            .execution_options(populate_existing=True)
        )
        return [_page(row) for row in rows]

    def add(self, page: PaperPage, key: bytes) -> None:
        """Store a page and the key its picture is sealed under."""
        values = {name: getattr(page, name) for name in FIELDS}
        advice = [each.value for each in page.advice]
        sealed = self._sealing.seal(KEY, page.id, base64.b64encode(key).decode())
        self._session.add(PaperRow(**values, advice=advice, key=sealed))
        self._session.flush()

    def key_of(self, application_id: str, page_id: str) -> bytes:
        """The key of a page's picture; raise PageUnknown for one that is not this application's."""
        found = self._session.execute(
            select(PaperRow.key, ApplicationRow.guardian_id)
            .join(ApplicationRow, ApplicationRow.id == PaperRow.application_id)
            .where(PaperRow.id == page_id, PaperRow.application_id == application_id)
        ).one_or_none()
        if found is None:
            raise PageUnknown("there is no such page")
        sealed, guardian_id = found
        return base64.b64decode(self._sealing.open(KEY, page_id, sealed, subject=guardian_id))

    def remove(self, page_id: str) -> None:
        """Forget a page and its key."""
        self._session.execute(delete(PaperRow).where(PaperRow.id == page_id))

    def arrange(self, page_ids: Sequence[str]) -> None:
        """Give pages of one paper their places, in this order."""
        for place, page_id in enumerate(page_ids, start=1):
            self._session.execute(update(PaperRow).where(PaperRow.id == page_id).values(place=place))

    def hand_in(self, application_id: str, at: datetime) -> None:
        """Mark every page that was not handed in yet."""
        self._session.execute(
            update(PaperRow)
            .where(PaperRow.application_id == application_id, PaperRow.handed_in_at.is_(None))
            .values(handed_in_at=at)
        )


def _page(row: PaperRow) -> PaperPage:
    advice = tuple(Advice(each) for each in row.advice)
    return PaperPage(**{name: getattr(row, name) for name in FIELDS}, advice=advice)

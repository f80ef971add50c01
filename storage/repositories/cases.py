"""Applications with their timelines."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Select, select, update
from sqlalchemy.orm import Session

from enrolment.model.application import Application, State
from enrolment.model.errors import CaseNotFound, DuplicateApplication
from enrolment.model.plan import Stage
from storage.codecs.facts import dump_declared, dump_facts, load_declared, load_facts
from storage.codecs.outcome import dump_outcome, load_outcome
from storage.repositories.timelines import append_events, load_events
from storage.sealing import Sealing
from storage.statements import dialect_of, insert
from storage.tables import ApplicationRow, ReceiptSerialRow
from storage.tables.cases import EMPTIED, STANDING


class SqlCases:
    """Implements `enrolment.ports.Cases`."""

    def __init__(self, session: Session, sealing: Sealing) -> None:
        self._session = session
        self._sealing = sealing

    def add(self, application: Application) -> None:
        """Store a new application; raise DuplicateApplication when the child has one for the year.

        Of two added at the same moment the database lets one through.
        """
        added = self._session.execute(
            insert(dialect_of(self._session), ApplicationRow)
            .values(
                id=application.id,
                guardian_id=application.guardian_id,
                child_id=application.child_id,
                year=application.year,
                **self._changing(application),
            )
            .on_conflict_do_nothing(index_elements=["child_id", "year"], index_where=STANDING)
            .returning(ApplicationRow.number)
        ).scalar_one_or_none()
        if added is None:
            receipt = self._session.scalars(
                self._standing(application.child_id, application.year).with_only_columns(
                    ApplicationRow.receipt_number
                )
            ).one()
            raise DuplicateApplication(receipt or "")
        append_events(self._session, application.id, application.events)

    def save(self, application: Application) -> None:
        """Store the change of an application and the events added to it.

        Raises CaseNotFound, or CaseChanged when somebody else added an event since it was read.
        """
        row = self._session.scalars(
            select(ApplicationRow)
            .where(ApplicationRow.id == application.id)
            .with_for_update()
            .execution_options(populate_existing=True)
        ).one_or_none()
        if row is None:
            raise CaseNotFound("there is no such application")
        append_events(self._session, application.id, application.events)
        for name, value in self._changing(application).items():
            setattr(row, name, value)
        self._session.flush()

    def get(self, application_id: str) -> Application:
        """Load an application; raise CaseNotFound."""
        found = self._load(select(ApplicationRow).where(ApplicationRow.id == application_id))
        if not found:
            raise CaseNotFound("there is no such application")
        return found[0]

    def of_child(self, child_id: str, year: int) -> Application | None:
        """The application of a child for a year that was not withdrawn, if any."""
        found = self._load(self._standing(child_id, year))
        return found[0] if found else None

    def of_guardian(self, guardian_id: str) -> Sequence[Application]:
        """Every application of a guardian, newest first, withdrawn ones included."""
        return self._load(
            select(ApplicationRow)
            .where(ApplicationRow.guardian_id == guardian_id)
            .order_by(ApplicationRow.number.desc())
        )

    def waiting(self, county: str, before: datetime) -> Sequence[Application]:
        """Filings before this moment that still wait, oldest first; an empty county means all."""
        query = select(ApplicationRow).where(
            ApplicationRow.state.in_([State.VERIFYING.value, State.NEEDS_DOCUMENTS.value]),
            ApplicationRow.submitted_at < before,
        )
        if county:
            query = query.where(ApplicationRow.county == county)
        return self._load(query.order_by(ApplicationRow.number))

    def empty(self, application_id: str) -> None:
        """Take away what was said, found and decided; the frame and its timeline of keys stay."""
        self._session.execute(
            update(ApplicationRow)
            .where(ApplicationRow.id == application_id)
            .values(declared=EMPTIED, facts=EMPTIED, outcome=None)
        )

    def next_receipt_serial(self, county: str, year: int) -> int:
        """The next serial number of a county's receipts for a year, starting at 1, never given twice."""
        return self._session.execute(
            insert(dialect_of(self._session), ReceiptSerialRow)
            .values(county=county, year=year, last=1)
            .on_conflict_do_update(
                index_elements=["county", "year"], set_={"last": ReceiptSerialRow.last + 1}
            )
            .returning(ReceiptSerialRow.last)
        ).scalar_one()

    @staticmethod
    def _standing(child_id: str, year: int) -> Select[ApplicationRow]:
        return select(ApplicationRow).where(
            ApplicationRow.child_id == child_id, ApplicationRow.year == year, STANDING
        )

    def _changing(self, application: Application) -> dict[str, object]:
        def seal(column: str, text: str) -> bytes:
            return self._sealing.seal(f"applications.{column}", application.id, text)

        outcome = application.outcome
        return {
            "county": application.county,
            "stage": application.stage.value,
            "state": application.state.value,
            "declared": seal("declared", dump_declared(application.declared)),
            "facts": seal("facts", dump_facts(application.facts)),
            "outcome": None if outcome is None else seal("outcome", dump_outcome(outcome)),
            "receipt_number": application.receipt_number,
            "submitted_at": application.submitted_at,
        }

    def _load(self, query: Select[ApplicationRow]) -> list[Application]:
        rows = self._session.scalars(query).all()
        events = load_events(self._session, [row.id for row in rows])

        def read(row: ApplicationRow, column: str, sealed: bytes) -> str:
            if sealed == EMPTIED:
                return "{}"
            return self._sealing.open(f"applications.{column}", row.id, sealed, subject=row.guardian_id)

        return [
            Application(
                id=row.id,
                guardian_id=row.guardian_id,
                child_id=row.child_id,
                county=row.county,
                year=row.year,
                stage=Stage(row.stage),
                state=State(row.state),
                declared=load_declared(read(row, "declared", row.declared)),
                facts=load_facts(read(row, "facts", row.facts)),
                outcome=None if row.outcome is None else load_outcome(read(row, "outcome", row.outcome)),
                receipt_number=row.receipt_number,
                submitted_at=row.submitted_at,
                events=events[row.id],
            )
            for row in rows
        ]

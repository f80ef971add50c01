"""The versions of plans that were published: added, read, never changed."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, Engine, Row, Select, insert, select, text

from enrolment.model.errors import EnrolmentError, PlanNotFound
from storage.engine import READS_ONLY
from storage.errors import StorageError
from storage.plan_files import LoadedPlan
from storage.statements import table
from storage.tables import PlanVersionRow

_ROWS = table(PlanVersionRow)
_HEAD = (
    _ROWS.c.number,
    _ROWS.c.county,
    _ROWS.c.year,
    _ROWS.c.serial,
    _ROWS.c.version,
    _ROWS.c.sha256,
    _ROWS.c.effective_from,
    _ROWS.c.published_at,
)


class VersionTaken(EnrolmentError):
    """The version's words belong to another content that was published; the file needs a new `version`."""


class DocumentBroken(StorageError):
    """A published document is not the one that was stored: its digest differs."""


@dataclass(frozen=True, slots=True)
class PlanVersion:
    """One published version without its document; `number` grows over all plans, `serial` over one."""

    number: int
    county: str
    year: int
    serial: int
    version: str
    sha256: str
    effective_from: date
    published_at: datetime


@dataclass(frozen=True, slots=True)
class Publication:
    """What came of publishing: the version in force, and whether it is new."""

    version: PlanVersion
    new: bool


class PlanVersions:
    """The published versions in a database; every use raises StorageUnavailable when it is away."""

    def __init__(self, database: Engine) -> None:
        self._database = database
        self._reading = database.execution_options(**{READS_ONLY: True})

    def publish(self, loaded: LoadedPlan, at: datetime) -> Publication:
        """Store a plan as the newest version; the one in force again is not stored twice.

        Raises VersionTaken when the plan's version was published with another content, or was replaced.
        """
        plan = loaded.plan
        with self._database.begin() as connection:
            _one_at_a_time(connection)
            published = _read(connection, _of(plan.county, plan.year))
            if published and published[-1].sha256 == loaded.sha256:
                return Publication(published[-1], new=False)
            if any(plan.version == each.version for each in published):
                raise VersionTaken(
                    f"{loaded.origins.of('version')}: version: {plan.version} was published before with "
                    "another content, or was replaced since; write a new version, for example "
                    f"{plan.version}-{len(published) + 1}"
                )
            connection.execute(
                insert(_ROWS).values(
                    county=plan.county,
                    year=plan.year,
                    serial=len(published) + 1,
                    version=plan.version,
                    sha256=loaded.sha256,
                    effective_from=plan.effective_from,
                    published_at=at,
                    document=loaded.canonical,
                )
            )
            return Publication(_read(connection, _of(plan.county, plan.year))[-1], new=True)

    def since(self, number: int) -> Sequence[PlanVersion]:
        """Every version published after the one of this number, oldest first."""
        with self._reading.begin() as connection:
            return _read(connection, select(*_HEAD).where(_ROWS.c.number > number).order_by(_ROWS.c.number))

    def versions(self, county: str, year: int) -> Sequence[PlanVersion]:
        """Every version of a plan, oldest first."""
        with self._reading.begin() as connection:
            return _read(connection, _of(county, year))

    def document(self, sha256: str) -> bytes:
        """The document of a version as JSON; raise PlanNotFound, or DocumentBroken when it was changed."""
        with self._reading.begin() as connection:
            found = connection.execute(
                select(_ROWS.c.document).where(_ROWS.c.sha256 == sha256)
            ).scalar_one_or_none()
        if found is None:
            raise PlanNotFound(f"no plan with the digest {sha256} was published")
        if hashlib.sha256(found).hexdigest() != sha256:
            raise DocumentBroken(f"the published plan {sha256} was changed in the database")
        return bytes(found)


def _one_at_a_time(connection: Connection) -> None:
    """Let one publication wait for another, so that numbers become visible in their order."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("LOCK TABLE plan_versions IN SHARE ROW EXCLUSIVE MODE"))


def _of(county: str, year: int) -> Select[tuple[object, ...]]:
    return select(*_HEAD).where(_ROWS.c.county == county, _ROWS.c.year == year).order_by(_ROWS.c.serial)


def _read(connection: Connection, query: Select[tuple[object, ...]]) -> list[PlanVersion]:
    return [_version(row) for row in connection.execute(query)]


def _version(row: Row[tuple[object, ...]]) -> PlanVersion:
    return PlanVersion(**row._asdict())

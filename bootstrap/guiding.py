"""An office's own articles and the questions nobody answered, joined for the command line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from bootstrap.foundation import RandomIds, clock_of, upgrade, vault_of
from enrolment.model.access import Reader, Who, Why
from enrolment.ports import Clock
from settings import Settings
from storage.engine import create_engine
from storage.guidance import SqlGaps, SqlOfficeArticles
from storage.published import PlanVersions, PublishedPlans


@dataclass(frozen=True, slots=True)
class Guidance:
    """What an office works with at the command line."""

    articles: SqlOfficeArticles
    gaps: SqlGaps
    plans: PublishedPlans
    ids: RandomIds
    clock: Clock


@contextmanager
def open_guidance(settings: Settings, staff_id: str) -> Iterator[Guidance]:
    """Open articles and gaps, on a database that is up to date, for a member of staff."""
    upgrade(settings)
    database, clock = create_engine(settings.cases_url), clock_of(settings)
    try:
        vault = vault_of(settings, database, clock)
        yield Guidance(
            articles=SqlOfficeArticles(database),
            gaps=SqlGaps(vault, Reader(Who.STAFF, Why.LEARN, staff_id)),
            plans=PublishedPlans(PlanVersions(database), clock.today),
            ids=RandomIds(),
            clock=clock,
        )
    finally:
        database.dispose()

"""Who was given a clause that reads otherwise now, joined for the command line."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

from bootstrap.foundation import clock_of, upgrade
from enrolment.model.answering.told_clauses import ClauseNotice, ToldClause
from enrolment.services.answering.find_outdated import find_outdated, queue_notices
from settings import Settings
from storage.engine import create_engine
from storage.published import PlanVersions, PublishedHistory, PublishedPlans
from storage.told_clauses import SqlToldClauses


@dataclass(frozen=True, slots=True)
class Timeliness:
    """The two services, each for one county's code."""

    outdated: Callable[[str], Sequence[ToldClause]]
    queue: Callable[[str], Sequence[ClauseNotice]]


@contextmanager
def open_timeliness(settings: Settings) -> Iterator[Timeliness]:
    """Open them on a database that is up to date."""
    upgrade(settings)
    database, clock = create_engine(settings.cases_url), clock_of(settings)
    versions = PlanVersions(database)
    told, plans = SqlToldClauses(database), PublishedPlans(versions, clock.today)
    try:
        yield Timeliness(
            partial(find_outdated, told=told, plans=plans, history=PublishedHistory(versions)),
            partial(queue_notices, told=told, plans=plans, history=PublishedHistory(versions), clock=clock),
        )
    finally:
        database.dispose()

"""The plans in force, from what was published: read once, and again when something newer is."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from typing import Final

import structlog

from bot.ports import StorageUnavailable
from enrolment.model.errors import PlanNotFound
from enrolment.model.plan import Plan
from storage.errors import StorageError
from storage.plan_files import PlanInvalid, plan_from_document
from storage.plan_files.uncollected import uncollected
from storage.published.shelf import Shelf, in_force
from storage.published.versions import PlanVersion, PlanVersions

LOOK_SECONDS: Final = 3.0
Run = Callable[[Callable[[], None]], None]
log = structlog.get_logger()


def in_background(work: Callable[[], None]) -> None:
    """Do something in a thread of its own, so that nobody waits for it."""
    threading.Thread(target=work, name="published-plans", daemon=True).start()


class PublishedPlans:
    """Implements `enrolment.ports.Plans`; may be used from many threads.

    The first use reads every plan in force. Later uses answer from memory, and at most every `look_every`
    seconds one of them lets newer versions be looked for in the background, where the database may as
    well be away. A version that cannot be read leaves the one before it in force.
    """

    def __init__(
        self,
        versions: PlanVersions,
        today: Callable[[], date],
        *,
        look_every: float = LOOK_SECONDS,
        monotonic: Callable[[], float] = time.monotonic,
        run: Run = in_background,
    ) -> None:
        self._versions = versions
        self._today = today
        self._look_every = look_every
        self._monotonic = monotonic
        self._run = run
        self._looking = threading.Lock()
        self._shelf: Shelf | None = None
        self._look_at = 0.0
        self._plans: dict[str, Plan] = {}

    def get(self, county: str, year: int) -> Plan:
        """Find the published plan of a county for a year; raise PlanNotFound."""
        version = self._now().counties.get(county, {}).get(year)
        if version is None:
            raise PlanNotFound(f"no plan was published for {county} in {year}")
        return self._plan(version)

    def current(self, county: str) -> Plan:
        """The plan of the latest year that has begun, else of the latest there is; raise PlanNotFound."""
        years = self._now().counties.get(county)
        if not years:
            raise PlanNotFound(f"no plan was published for {county}; publish one with: ruxue plan publish")
        return self._plan(in_force(years, self._today()))

    def counties(self) -> Sequence[Plan]:
        """The plan in force of every county, ordered by code."""
        counties = self._now().counties
        return [self._plan(in_force(counties[county], self._today())) for county in sorted(counties)]

    def digest(self, plan: Plan) -> str:
        """The SHA-256 of the document a served plan was read from; empty for any other plan."""
        return next((sha256 for sha256, each in list(self._plans.items()) if each is plan), "")

    def _now(self) -> Shelf:
        """What is on the shelf; whoever comes when it is time lets somebody look for more."""
        if self._shelf is None:
            with self._looking:
                return self._shelf or self._look(Shelf({}, 0))
        if self._monotonic() >= self._look_at:
            self._look_at = self._monotonic() + self._look_every
            self._run(self._look_again)
        return self._shelf

    def _look_again(self) -> None:
        with suppress(StorageUnavailable), self._looking:
            self._look(self._shelf or Shelf({}, 0))

    def _look(self, before: Shelf) -> Shelf:
        found = self._versions.since(before.last)
        with uncollected():
            shelf = before.with_new(found, self._today(), self._is_readable)
        self._shelf = shelf
        self._look_at = self._monotonic() + self._look_every
        if found:
            kept = {version.sha256 for years in shelf.counties.values() for version in years.values()}
            self._plans = {sha256: plan for sha256, plan in self._plans.items() if sha256 in kept}
        return shelf

    def _is_readable(self, version: PlanVersion) -> bool:
        try:
            self._plan(version)
        except (PlanInvalid, StorageError) as error:
            log.warning(
                "published_plan_unreadable",
                county=version.county,
                year=version.year,
                serial=version.serial,
                reason=str(error),
            )
            return False
        return True

    def _plan(self, version: PlanVersion) -> Plan:
        """Two threads may read a plan at once, to the same end; nobody waits for a lock."""
        known = self._plans.get(version.sha256)
        if known is not None:
            return known
        name = f"published {version.county}/{version.year} #{version.serial}"
        plan = plan_from_document(self._versions.document(version.sha256), name)
        return self._plans.setdefault(version.sha256, plan)

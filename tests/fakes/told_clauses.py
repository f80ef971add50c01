"""Which clauses conversations were given, in memory."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from enrolment.model.answering.told_clauses import ClauseNotice, ToldClause
from enrolment.model.plan import Plan


@dataclass(slots=True)
class FakeToldClauses:
    """Implements `ToldClauses`."""

    kept: dict[tuple[str, str, int, str], ToldClause] = field(default_factory=dict)
    notices: dict[tuple[str, str, int, str], ClauseNotice] = field(default_factory=dict)

    def remember(self, told: Sequence[ToldClause]) -> None:
        """Keep what was told."""
        self.kept |= {(each.conversation_id, each.county, each.year, each.clause): each for each in told}

    def of_plan(self, county: str, year: int) -> Sequence[ToldClause]:
        """What was told of a plan."""
        return [each for each in self.kept.values() if (each.county, each.year) == (county, year)]

    def queue(self, notices: Sequence[ClauseNotice]) -> None:
        """Keep notices, one a version."""
        for each in notices:
            self.notices.setdefault((each.conversation_id, each.county, each.year, each.version), each)

    def queued(self, county: str, year: int) -> Sequence[ClauseNotice]:
        """The notices that wait."""
        return [each for each in self.notices.values() if (each.county, each.year) == (county, year)]


@dataclass(frozen=True, slots=True)
class FakeHistory:
    """Implements `PlanHistory` over the plans given."""

    plans: tuple[Plan, ...] = ()

    def versions(self, county: str, year: int) -> Mapping[str, Plan]:
        """Those of an authority and year."""
        return {each.version: each for each in self.plans if (each.county, each.year) == (county, year)}

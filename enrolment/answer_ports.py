"""What answering needs from outside, as protocols that storage and integrations implement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from enrolment.model.answering.told_clauses import ClauseNotice, ToldClause
from enrolment.model.answering.understood import Understood
from enrolment.model.plan import Plan


class UnderstandingUnavailable(Exception):
    """What understands messages did not answer, or answered something that cannot be read."""


class Understanding(Protocol):
    """Understands a single message, without a conversation."""

    async def understand(self, text: str, metadata: Mapping[str, object]) -> Understood:
        """Say what a message is about; raise UnderstandingUnavailable. The text is free of personal data."""
        ...


@dataclass(frozen=True, slots=True)
class Found:
    """An article that a question's words lead to, and how well they fit: 1 is the best fit found."""

    article: str
    fit: float


class GuideSearch(Protocol):
    """Finds the articles of a plan's guide that a question's words lead to."""

    def find(self, plan: Plan, text: str, limit: int) -> Sequence[Found]:
        """The best fitting articles, best first; none for words they do not hold."""
        ...


class ToldClauses(Protocol):
    """Which clauses conversations were given. Every method raises StorageUnavailable."""

    def remember(self, told: Sequence[ToldClause]) -> None:
        """Keep what was told, in place of what was told of the same clauses before."""
        ...

    def of_plan(self, county: str, year: int) -> Sequence[ToldClause]:
        """What was told of an authority's plan, conversation by conversation."""
        ...

    def queue(self, notices: Sequence[ClauseNotice]) -> None:
        """Keep notices until they can be sent; a conversation gets one for a version."""
        ...

    def queued(self, county: str, year: int) -> Sequence[ClauseNotice]:
        """The notices that wait, oldest first."""
        ...


class PlanHistory(Protocol):
    """Plans as they were published before."""

    def versions(self, county: str, year: int) -> Mapping[str, Plan]:
        """Every published version of a plan that can be read, by its version's words."""
        ...

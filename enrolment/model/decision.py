"""What a decision says: the category or why it is open, the reasons, the school, the papers still needed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from enrolment.model.facts import Answer


@dataclass(frozen=True, slots=True)
class Reason:
    """Why: one condition of the rule, the clause, the fact's answer, who said it, and when.

    `fact` is a fact's name or a points table's key. `holds` says whether the condition as the plan writes
    it does; `wanted` is what the rule wants, a `not` around it included, and `found` what is known; never
    an address. `lines` are the lines of a points table.
    """

    fact: str
    title: str
    answer: Answer
    holds: bool
    clause: str
    source: str
    obtained_at: datetime | None
    wanted: str = ""
    found: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RuledOut:
    """A category considered first that does not apply, and the conditions that decide so."""

    category: str
    title: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class CategoryDecision:
    """The outcome of the rules.

    While undecided, `deciding_facts` are the facts that would settle it, those least trouble to settle
    first, and `category` is None, or what it will be if the guardian's own words prove right: then
    `provisional` is True, and nobody may be admitted on it.

    `also` are categories of equal priority that hold too and may be filed together with it. `ruled_out`
    are the better ones that do not apply; all that do not while there is no category.
    """

    category: str | None
    title: str
    clause: str
    provisional: bool
    reasons: tuple[Reason, ...]
    deciding_facts: tuple[str, ...]
    on: date
    also: tuple[str, ...] = ()
    ruled_out: tuple[RuledOut, ...] = ()
    plan_version: str = ""

    @property
    def decided(self) -> bool:
        """Whether records alone settle the category."""
        return self.category is not None and not self.provisional


@dataclass(frozen=True, slots=True)
class SchoolMatch:
    """The school (by its key) an address belongs to; None when the zones do not say, with candidates.

    `question` asks the guardian for what would settle it; empty where nothing she can add would. `by` is the
    fact that holds the address.
    """

    school: str | None
    reason: str
    candidates: tuple[str, ...]
    question: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Everything a decision card shows for one case."""

    decision: CategoryDecision
    school: SchoolMatch
    documents: tuple[str, ...]
    pending: Mapping[str, str]
    """Facts no department has settled yet, with the reason: `unavailable`, `not_found` or `declared`."""


def without_findings(outcome: Outcome, facts: Collection[str]) -> Outcome:
    """The same outcome without what was found about these facts: the answers stay, the figures go.

    A points table adds up several facts, so what it shows goes as a whole.
    """

    def stripped(reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
        return tuple(
            replace(each, found="", lines=()) if each.fact in facts or each.lines else each
            for each in reasons
        )

    decision = outcome.decision
    ruled_out = tuple(replace(each, reasons=stripped(each.reasons)) for each in decision.ruled_out)
    school = outcome.school
    return replace(
        outcome,
        decision=replace(decision, reasons=stripped(decision.reasons), ruled_out=ruled_out),
        school=replace(school, reason="", question="") if school.by in facts else school,
    )

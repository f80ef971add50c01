"""What to ask a guardian where neither a record nor a word settles the category."""

from __future__ import annotations

from dataclasses import replace

from enrolment.model.deciding.open_facts import facts_to_settle
from enrolment.model.deciding.standing import weigh
from enrolment.model.facts import Answer, Facts
from enrolment.model.plan import Plan, Stage


def unsaid_facts(plan: Plan, facts: Facts, *, stage: Stage | None = None) -> tuple[str, ...]:
    """The facts nobody spoke to that keep the category open, cheapest first; none where it is clear.

    What a guardian said counts as if it were on record, so that nothing is asked that cannot matter.
    """
    taken = {
        name: replace(fact, answer=Answer.CONFIRMED)
        for name, fact in facts.items()
        if fact.settled or fact.answer is Answer.DECLARED or fact.value is not None
    }
    standing = weigh(plan, taken, stage=stage)
    return facts_to_settle(plan, (category.rule for category in standing.unknown), taken)

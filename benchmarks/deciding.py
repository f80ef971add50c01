"""Measures decisions, papers and chances over random families of every shipped plan."""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Final

from benchmarks.servers import ROOT
from enrolment.model.deciding.category import decide
from enrolment.model.deciding.counterfactuals import counterfactuals, missed_chances
from enrolment.model.deciding.documents import required_documents
from enrolment.model.facts import Answer, Evidence, Fact, Facts, FactValue
from enrolment.model.plan import FactKind, FactSpec, Plan
from storage.plan_files import PlanFiles

FAMILIES_PER_PLAN: Final = 1_000
# The quickest of a few times is what the work takes; the rest is what else the machine does.
TIMES: Final = 3
_ASKED_AT: Final = datetime(2027, 6, 10, 9, 30, tzinfo=UTC)
_SPAN_DAYS: Final = 7 * 365
# Most families are settled, some rest on their word, a few facts nobody knows.
_ANSWERS: Final = (*([Answer.CONFIRMED] * 6), Answer.DECLARED, Answer.DECLARED, Answer.UNAVAILABLE, None)


def measure() -> dict[str, float]:
    """Measure p50, p99 and the slowest, in milliseconds, of each question over every shipped plan."""
    rng = Random(2027)  # noqa: S311 - the same families every time
    families = [
        (plan, family(plan, rng), date(2027, 1, 1) + timedelta(days=rng.randrange(175)))
        for plan in PlanFiles(ROOT / "plans").counties()
        for _ in range(FAMILIES_PER_PLAN)
    ]
    questions: dict[str, Callable[[Plan, Facts, date], object]] = {
        "decide": lambda plan, facts, on: decide(plan, facts, on, trust_declared=True),
        "required documents": _papers,
        "counterfactuals": counterfactuals,
        "missed chances": missed_chances,
    }
    figures = {"families": float(len(families))}
    for name, ask in questions.items():
        taken = [_milliseconds(ask, plan, facts, on) for plan, facts, on in families]
        figures[f"{name} p50"] = statistics.median(taken)
        figures[f"{name} p99"] = statistics.quantiles(taken, n=100)[-1]
        figures[f"{name}, slowest"] = max(taken)
    return figures


def family(plan: Plan, rng: Random) -> dict[str, Fact]:
    """Make up what is known of a family; most claims are not raised."""
    facts = {}
    for spec in plan.facts.values():
        answer = rng.choice(_ANSWERS)
        if spec.kind is FactKind.YES_NO and not spec.data_items:
            claimed = rng.random() < 0.03  # noqa: PLR2004 - three in a hundred raise a claim
            answer = Answer.DECLARED if claimed else Answer.CONFIRMED
            facts[spec.name] = Fact(spec.name, answer, claimed)
        elif answer is not None:
            facts[spec.name] = Fact(spec.name, answer, _value(spec, rng), _evidence(spec, answer))
    return facts


def _value(spec: FactSpec, rng: Random) -> FactValue:
    match spec.kind:
        case FactKind.YES_NO:
            return rng.random() < 0.5  # noqa: PLR2004 - one in two
        case FactKind.DATE:
            return date(2027, 8, 31) - timedelta(days=rng.randrange(_SPAN_DAYS))
        case FactKind.MONTHS:
            return rng.randrange(36)
        case FactKind.SHARE:
            return rng.choice((0, 1, 49, 50, 51, 100))
        case FactKind.CHOICE:
            return rng.choice(_weighted(spec.choices))
        case FactKind.TEXT:
            return f"{rng.randrange(300)}号"


def _weighted(choices: Sequence[str]) -> Sequence[str]:
    """The first choice is the usual one: a guardian owns, and a home is a dwelling."""
    return (*choices, *[choices[0]] * len(choices))


def _evidence(spec: FactSpec, answer: Answer) -> Evidence | None:
    if answer is not Answer.CONFIRMED or not spec.data_items:
        return None
    return Evidence(spec.data_items[0], "department", "grant", _ASKED_AT, "0" * 64)


def _papers(plan: Plan, facts: Facts, on: date) -> object:
    return required_documents(plan, facts, decide(plan, facts, on, trust_declared=True).deciding_facts)


def _milliseconds(ask: Callable[[Plan, Facts, date], object], plan: Plan, facts: Facts, on: date) -> float:
    taken = []
    for _ in range(TIMES):
        begun = time.perf_counter()
        ask(plan, facts, on)
        taken.append(time.perf_counter() - begun)
    return min(taken) * 1000


if __name__ == "__main__":
    for line, figure in measure().items():
        sys.stdout.write(f"{line}: {figure:.3f}\n")

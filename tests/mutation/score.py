"""How many spoilt plans the families of a plan notice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from enrolment.model.deciding.standing import weigh
from enrolment.model.facts import Facts
from enrolment.model.plan import Plan, Stage
from storage.family_files import FamilyCase, judge
from storage.family_files.words import NOBODY
from tests.mutation.mutants import Mutant, mutants_of


@dataclass(frozen=True, slots=True)
class Score:
    """The mutants of a plan, and those that no family noticed."""

    plan_name: str
    families: int
    mutants: int
    survivors: tuple[Mutant, ...]

    @property
    def flips_survived(self) -> tuple[Mutant, ...]:
        """The changed comparisons that no family noticed."""
        return tuple(each for each in self.survivors if each.flip)

    @property
    def percent(self) -> float:
        """What part of the mutants was noticed."""
        return 100 * (1 - len(self.survivors) / self.mutants) if self.mutants else 100.0


@dataclass(frozen=True, slots=True)
class _Known:
    """A family with its facts under the plan as it is, found once."""

    case: FamilyCase
    facts: Facts


def score(plan: Plan, cases: Sequence[FamilyCase]) -> Score:
    """Hold every mutant of a plan against its families; they must be as expected under the plan itself."""
    name = f"{plan.county}/{plan.year}"
    families = [_Known(case, case.facts(plan)) for case in cases if case.expect is not None]
    wrong = [each.case.name for each in families if judge(each.case, plan, each.facts).differences]
    if wrong:
        raise ValueError(f"{name}: {len(wrong)} families differ already: {'、'.join(wrong[:3])}")
    mutants = list(mutants_of(plan))
    survivors = tuple(mutant for mutant in mutants if not _noticed(mutant.plan, families))
    return Score(name, len(families), len(mutants), survivors)


def _noticed(spoilt: Plan, families: Sequence[_Known]) -> bool:
    """Look at categories first, which is quick; only then at papers, days and points, from anew."""
    if any(_otherwise(spoilt, each) for each in families):
        return True
    return any(judge(each.case, spoilt).differences for each in families)


def _otherwise(spoilt: Plan, family: _Known) -> bool:
    expect = family.case.expect
    found = _category(spoilt, family.facts, family.case.stage)
    return expect is not None and found != (expect.category, expect.provisional)


def _category(plan: Plan, facts: Facts, stage: Stage) -> tuple[str, bool]:
    settled = weigh(plan, facts, stage=stage).clear
    if settled is not None:
        return settled.title, False
    trusting = weigh(plan, facts, stage=stage, trust_declared=True).clear
    return (NOBODY, False) if trusting is None else (trusting.title, True)

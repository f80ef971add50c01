"""Ten thousand synthetic families: agreement with the truth, and papers beside the county's paper list.

Run `scripts/measure-families`, or with another number of families: `scripts/measure-families 300`.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from time import perf_counter

from enrolment.model.deciding.conclude import conclude
from enrolment.model.facts import Answer, Fact
from enrolment.model.plan import Plan
from enrolment.model.rules import facts_of
from sandbox.families import COUNTIES, Family, TrueCategory, families
from storage.plan_files import PlanFiles
from tests.families_at_scale.cases import facts_about, outcome_of, stage_of
from tests.families_at_scale.records import AT, TODAYS_ITEMS

_PLANS = Path(__file__).resolve().parents[1] / "plans"
_FAMILIES = 10_000
_HEADER = """| county | category | families | category true | decided by records | papers the plan lists \
| by paper alone | one department down | three departments connected | every department |
|---|---|---:|---:|---:|---:|---:|---:|---:|---:|"""


@dataclass(slots=True)
class Tally:
    """The families of one category in one county, with the papers each brings on each road."""

    families: int = 0
    true: int = 0
    decided: int = 0
    listed: int = 0
    by_paper: int = 0
    one_down: int = 0
    today: int = 0
    everything: int = 0
    wrongly_decided: int = 0


@dataclass(slots=True)
class Survey:
    """Everything counted, by county and category."""

    tallies: dict[tuple[str, TrueCategory], Tally] = field(default_factory=lambda: defaultdict(Tally))

    def add(self, plan: Plan, family: Family, rng: Random) -> None:
        """Take one family down every road."""
        truth, child = family.true_category, family.entrant
        tally = self.tallies[plan.county_name, truth]
        full = outcome_of(plan, family, child)
        today = outcome_of(plan, family, child, served=TODAYS_ITEMS)
        down = outcome_of(plan, family, child, down={rng.choice(sorted(plan.data_items))})
        tally.families += 1
        tally.true += full.decision.category == truth
        tally.decided += full.decision.decided
        tally.everything += len(full.documents)
        tally.today += len(today.documents)
        tally.one_down += len(down.documents)
        tally.by_paper += len(_papers_alone(plan, family))
        tally.listed = len(_listed(plan, truth))
        tally.wrongly_decided += sum(
            each.decision.decided and each.decision.category != truth for each in (full, today, down)
        )

    def rows(self) -> Iterator[str]:
        """The table, ready to be pasted."""
        yield _HEADER
        for (county, category), tally in self.tallies.items():
            of = tally.families
            means = (tally.by_paper / of, tally.one_down / of, tally.today / of, tally.everything / of)
            yield (
                f"| {county} | {category} | {of} | {tally.true / of:.1%} | {tally.decided / of:.1%} "
                f"| {tally.listed} | " + " | ".join(f"{mean:.2f}" for mean in means) + " |"
            )


def measure(count: int = _FAMILIES) -> Survey:
    """Draw so many families over the counties and take each down every road."""
    survey, plans = Survey(), PlanFiles(_PLANS)
    for county in COUNTIES:
        plan, rng = plans.get(county, 2027), Random(f"down:{county}")  # noqa: S311 - the same every time
        town = families(-(-count // len(COUNTIES)), county=county, rich=True)
        for family in sorted(town, key=lambda each: plan.category(each.true_category).priority):
            survey.add(plan, family, rng)
    return survey


def _papers_alone(plan: Plan, family: Family) -> tuple[str, ...]:
    """What this family would carry if no department were asked: its true facts, each shown by paper."""
    facts = facts_about(plan, family, family.entrant)
    on_paper = {name: _unproven(fact) for name, fact in facts.items()}
    return conclude(plan, stage_of(family.entrant), on_paper, AT.date()).documents


def _unproven(fact: Fact) -> Fact:
    return replace(fact, answer=Answer.DECLARED, evidence=None) if fact.evidence else fact


def _listed(plan: Plan, category: TrueCategory) -> frozenset[str]:
    """The papers the plan names for the facts this category's rule looks at."""
    names = facts_of(plan.category(category).rule)
    return frozenset(paper for name in names for paper in plan.facts[name].documents)


def summary(tallies: Mapping[tuple[str, TrueCategory], Tally]) -> str:
    """The agreement in one line."""
    whole = list(tallies.values())
    number, true = sum(each.families for each in whole), sum(each.true for each in whole)
    both = [each for (_, key), each in tallies.items() if key is TrueCategory.HOUSE_AND_HUKOU]
    return (
        f"{true} of {number} families get their true category; "
        f"{sum(each.wrongly_decided for each in whole)} decisions on any road are wrong; "
        f"{sum(each.families for each in both)} 房户一致 families bring "
        f"{sum(each.everything for each in both)} papers when every department answers."
    )


def main() -> None:
    """Print the table and the agreement."""
    began = perf_counter()
    survey = measure(int(sys.argv[1]) if len(sys.argv) > 1 else _FAMILIES)
    lines = [*survey.rows(), "", summary(survey.tallies), f"Taken in {perf_counter() - began:.0f} s."]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()

"""What a family can still do: the deeds a plan names, their days, and the facts they would make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta

from enrolment.model.facts import Answer, Fact, Facts, FactValue
from enrolment.model.months import latest_start
from enrolment.model.plan import FactKind, FilingChannel, Plan, Stage
from enrolment.model.plan.categories import Category
from enrolment.model.rules import (
    DAYS,
    MONTHS,
    Condition,
    PointsItem,
    PointsOnce,
    Rule,
    leaves,
)

_A_DAY = timedelta(days=1)
# The last day of a comparison is the day named, or the day before it.
_LAST_IS_BEFORE = frozenset({"before", "on_or_after"})


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing to do, in words; `makes` are the facts it changes, None for a date: the day it is done.

    Facts whose remedies are in the same words are changed by the same deed. `by` is the last day allowed.
    """

    do: str
    clause: str
    makes: Mapping[str, FactValue | None]
    by: date

    def done(self, facts: Facts, on: date) -> dict[str, Fact]:
        """The facts as they would be, had the deed been done on a day."""
        made = {
            name: Fact(name, Answer.DECLARED, on if value is None else value)
            for name, value in self.makes.items()
        }
        return {**facts, **made}


def deeds_for(plan: Plan, facts: Facts, names: AbstractSet[str]) -> tuple[Deed, ...]:
    """The deeds that would change one of the facts named, in the plan's order."""
    remedies = [
        (spec, spec.remedy)
        for spec in plan.facts.values()
        if spec.remedy is not None and (spec.remedy.to is not None) is not (spec.kind is FactKind.DATE)
    ]
    deeds = []
    for do in dict.fromkeys(remedy.do for _, remedy in remedies):
        same = [(spec.name, remedy) for spec, remedy in remedies if remedy.do == do]
        makes = {name: remedy.to for name, remedy in same}
        by = min((remedy.by for _, remedy in same if remedy.by), default=date.max)
        changes = (value is None or _value(facts, name) != value for name, value in makes.items())
        if names & makes.keys() and any(changes):
            deeds.append(Deed(do, same[0][1].clause, makes, by))
    return tuple(deeds)


def last_filing_day(plan: Plan, category: Category, stage: Stage | None) -> date:
    """The last day on which a category can be filed on any road; the earliest of its stages', none named."""
    stages = [stage] if stage else [each for each in plan.stages if each in category.stages]
    return min(
        max(plan.calendar.windows[each].of(category.key, channel).closes for channel in FilingChannel)
        for each in stages
    )


def turning_days(rules: Iterable[Rule]) -> dict[str, set[date]]:
    """The days after which the date of each fact counts for less, or more, than before."""
    days: dict[str, set[date]] = {}
    for rule in rules:
        for name, day in _turns(rule):
            days.setdefault(name, set()).add(day)
    return days


def _turns(rule: Rule) -> Iterator[tuple[str, date]]:
    for leaf in leaves(rule):
        if isinstance(leaf, Condition):
            yield from ((leaf.fact, day) for day in _turns_of_condition(leaf))
        else:
            for item in leaf.table.items:
                yield from _turns_of_item(item)


def _turns_of_condition(leaf: Condition) -> Iterator[date]:
    if leaf.op in MONTHS and isinstance(leaf.value, int) and leaf.by is not None:
        yield latest_start(leaf.value, leaf.by, first_day_counts=leaf.first_day_counts)
        return
    for value in leaf.value if isinstance(leaf.value, tuple) else (leaf.value,):
        if isinstance(value, date):
            if leaf.op not in DAYS:
                yield from (value - _A_DAY, value)
            else:
                yield value - _A_DAY if leaf.op in _LAST_IS_BEFORE else value


def _turns_of_item(item: PointsItem) -> Iterator[tuple[str, date]]:
    if isinstance(item, PointsOnce):
        yield from _turns(item.when)
    elif item.points > 0:
        for times in range(1, -(-item.up_to // item.points) + 1):
            months = times * item.each
            yield item.fact, latest_start(months, item.by, first_day_counts=item.first_day_counts)


def _value(facts: Facts, name: str) -> FactValue | None:
    return facts[name].value if name in facts else None

"""What a family could still do to file under a better category, and by when; never a promise of a seat."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from enrolment.model.deciding.chances.deeds import deeds_for
from enrolment.model.deciding.chances.search import Chance, Search
from enrolment.model.deciding.standing import weigh
from enrolment.model.facts import Facts
from enrolment.model.plan import Plan, Stage
from enrolment.model.plan.clauses import day
from enrolment.model.rules import facts_of

_NO_PROMISE = "这说的是报名类型，不等于录取"


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do, the facts it changes, the last day for it, and the clause."""

    facts: tuple[str, ...]
    do: str
    latest: date
    clause: str


@dataclass(frozen=True, slots=True)
class Counterfactual:
    """A better category and what would reach it, if nothing else changes.

    `latest` is the last day on which a family that has done none of it can still do it all. `too_late`
    marks what is over for this year: told to who asks, never offered.
    """

    category: str
    title: str
    clause: str
    actions: tuple[Action, ...]
    latest: date
    too_late: bool = False

    @property
    def in_words(self) -> str:
        """The whole in one sentence for a guardian."""
        days = {
            each.latest: [also.do for also in self.actions if also.latest == each.latest]
            for each in self.actions
        }
        deeds = "，".join(f"{day(latest)}（含当天）前{'，并且'.join(dos)}" for latest, dos in days.items())
        if self.too_late:
            return f"要按“{self.title}”报名，最晚要在{deeds}，今年已经来不及了。"
        together = "都办好了，" if len(self.actions) > 1 else ""
        return f"在{deeds}，{together}可按“{self.title}”报名；{_NO_PROMISE}。"


def counterfactuals(
    plan: Plan, facts: Facts, on: date, *, stage: Stage | None = None
) -> tuple[Counterfactual, ...]:
    """Find what could still be done: the best category first, then the fewest deeds.

    The guardian's word counts. While what is known gives no clear category, only what is better than every
    category still open is found. Deeds are those the plan names as remedies, up to three together, and
    never more than are needed.
    """
    return tuple(each for each in _chances(plan, facts, on, stage) if not each.too_late)


def missed_chances(
    plan: Plan, facts: Facts, on: date, *, stage: Stage | None = None
) -> tuple[Counterfactual, ...]:
    """Find what would have been enough in time and no longer is, with the day it should have been done."""
    return tuple(each for each in _chances(plan, facts, on, stage) if each.too_late)


def _chances(plan: Plan, facts: Facts, on: date, stage: Stage | None) -> list[Counterfactual]:
    standing = weigh(plan, facts, stage=stage, trust_declared=True)
    reached = standing.unknown[0] if standing.unknown else standing.holding
    here = reached.priority if reached else None
    better = tuple(each for each in standing.ruled_out if here is None or each.priority < here)
    names = {name for category in better for name in facts_of(category.rule)}
    deeds = deeds_for(plan, facts, names)
    if not deeds:
        return []
    return [_in_full(each, on) for each in Search(plan, facts, on, stage, better).run(deeds)]


def _in_full(chance: Chance, on: date) -> Counterfactual:
    category = chance.category
    actions = tuple(Action(tuple(deed.makes), deed.do, latest, deed.clause) for deed, latest in chance.days)
    return Counterfactual(
        category.key, category.title, category.clause, actions, chance.latest, chance.latest < on
    )

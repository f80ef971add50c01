"""Which families a new plan puts into another category, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from enrolment.model.deciding.category import decide
from enrolment.model.decision import CategoryDecision, Reason, RuledOut
from enrolment.model.facts import Facts
from enrolment.model.plan import Plan, Stage

UNDECIDED = "还定不下来"


@dataclass(frozen=True, slots=True)
class Moved:
    """A family's category before and after by title, and the reasons that make the difference."""

    before: str
    after: str
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A family before one plan: its facts there, its stage, the day it asks."""

    facts: Facts
    stage: Stage
    on: date


def moved(old: Plan, new: Plan, before: Asked, after: Asked) -> Moved | None:
    """Decide a family under both plans; None where its category stays."""
    then, now = _decided(old, before), _decided(new, after)
    if _category(then) == _category(now):
        return None
    because = tuple(dict.fromkeys(_because(new, then, now)))
    return Moved(then.title or UNDECIDED, now.title or UNDECIDED, because)


def _decided(plan: Plan, asked: Asked) -> CategoryDecision:
    return decide(plan, asked.facts, asked.on, stage=asked.stage, trust_declared=True)


def _category(decision: CategoryDecision) -> tuple[str | None, bool]:
    return decision.category, decision.provisional


def _because(new: Plan, then: CategoryDecision, now: CategoryDecision) -> Iterator[str]:
    """Why the old category no longer holds; else why the new one now does; else what is open."""
    if then.category == now.category:
        yield "现在要等核实" if now.provisional else "现在已经核实"
        return
    if then.category is not None and then.category not in {each.key for each in new.categories}:
        yield f"不再有“{then.title}”这一类"
    lost = _out(now.ruled_out, then.category)
    if lost is not None:
        yield from (_missed(reason) for reason in lost)
    elif (gained := _out(then.ruled_out, now.category)) is not None:
        yield from (f"原来{_missed(reason)}" for reason in gained)
    elif now.category is None:
        titles = (new.facts[name].title for name in now.deciding_facts)
        yield f"要先弄清：{'、'.join(titles)}" if now.deciding_facts else "哪一类都不符合"
    elif then.category is None or then.category in {each.key for each in new.categories}:
        yield f"先看“{now.title}”这一类，条件都符合"


def _out(ruled_out: Iterable[RuledOut], category: str | None) -> tuple[Reason, ...] | None:
    return next((each.reasons for each in ruled_out if each.category == category), None)


def _missed(reason: Reason) -> str:
    return f"{reason.title}：要求{reason.wanted}，实际{reason.found}"

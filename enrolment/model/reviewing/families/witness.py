"""Find a family for which rules come out as wanted, or prove that there is none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from enrolment.model.facts import FactValue
from enrolment.model.plan import FactSpec
from enrolment.model.reviewing.families.classes import classes, known, points_of
from enrolment.model.reviewing.families.terms import (
    Atom,
    Bonus,
    Every,
    Kind,
    Not,
    Some,
    Steps,
    Sum,
    Term,
    holds,
    members,
    split,
)
from enrolment.model.rules import (
    AllOf,
    AnyOf,
    Condition,
    Meets,
    Negation,
    PointsCondition,
    PointsItem,
    PointsOnce,
    PointsPerMonths,
    Rule,
    evaluate,
    leaves,
)
from enrolment.model.truth import Truth

Goal = tuple[Rule, bool]
"""A rule, and whether it must hold."""
Witness = Mapping[str, FactValue]
"""What the family is like, as far as it matters."""
_STEPS: Final = 20_000


class TooTangled(Exception):
    """The rules are so tangled that the search was given up."""


class Families:
    """Every family that the rules of a plan can tell apart; its facts are independent of each other."""

    def __init__(self, facts: Mapping[str, FactSpec], rules: Iterable[Rule], *, steps: int = _STEPS) -> None:
        conditions: defaultdict[str, dict[Condition, None]] = defaultdict(dict)
        items: defaultdict[str, dict[PointsPerMonths, None]] = defaultdict(dict)
        for rule in rules:
            _gather(rule, conditions, items)
        names = [name for name in facts if name in conditions or name in items]
        self._order = {name: at for at, name in enumerate(names)}
        self._values = [classes(facts[name], list(conditions[name]), list(items[name])) for name in names]
        self._whole = [(1 << len(values)) - 1 for values in self._values]
        self._left = steps

    def find(self, goals: Iterable[Goal]) -> Witness | None:
        """Describe a family for which every rule comes out as wanted; None when there is none.

        Raises TooTangled when neither was found within the steps that all searches together may take.
        """
        terms = sorted(
            ((self._term(rule), want) for rule, want in goals), key=lambda each: (not each[1], _size(each[0]))
        )
        todo: list[tuple[Kind, Sequence[tuple[Term, bool]]]] = [(self._whole, terms)]
        while todo:
            kind, open_terms = todo.pop()
            self._left -= 1
            if self._left < 0:
                raise TooTangled
            truths = [(term, want, holds(term, kind)) for term, want in open_terms]
            if any(truth is not None and truth is not want for _, want, truth in truths):
                continue
            undecided = [(term, want) for term, want, truth in truths if truth is None]
            if not undecided:
                return self._described(kind)
            term, want = undecided[0]
            fact, towards = split(term, kind, want=want)
            todo.extend(
                ([*kind[:fact], values, *kind[fact + 1 :]], undecided)
                for values in (kind[fact] & ~towards, towards)
            )
        return None

    def _described(self, kind: Kind) -> Witness:
        return {
            name: self._values[at][next(members(kind[at]))]
            for name, at in self._order.items()
            if kind[at] != self._whole[at]
        }

    def _term(self, rule: Rule) -> Term:
        match rule:
            case Condition():
                at = self._order[rule.fact]
                met = (evaluate(rule, known(rule.fact, value)) is Truth.TRUE for value in self._values[at])
                return Atom(at, sum(1 << place for place, yes in enumerate(met) if yes))
            case PointsCondition(table, op, value):
                return Sum(tuple(self._points(item) for item in table.items), op, value)
            case AllOf(parts):
                return Every(tuple(map(self._term, parts)))
            case AnyOf(parts):
                return Some(tuple(map(self._term, parts)))
            case Negation(part):
                return Not(self._term(part))
            case Meets(_, part):
                return self._term(part)

    def _points(self, item: PointsItem) -> Steps | Bonus:
        if isinstance(item, PointsOnce):
            return Bonus(self._term(item.when), item.points)
        at = self._order[item.fact]
        return Steps(at, tuple(points_of(item, value) for value in self._values[at]))


def _gather(
    rule: Rule,
    conditions: Mapping[str, dict[Condition, None]],
    items: Mapping[str, dict[PointsPerMonths, None]],
) -> None:
    for leaf in leaves(rule):
        if isinstance(leaf, Condition):
            conditions[leaf.fact][leaf] = None
            continue
        for item in leaf.table.items:
            if isinstance(item, PointsOnce):
                _gather(item.when, conditions, items)
            else:
                items[item.fact][item] = None


def _size(term: Term) -> int:
    match term:
        case Every(parts) | Some(parts):
            return sum(map(_size, parts))
        case Not(part):
            return _size(part)
        case Sum(items):
            return 2 * len(items)
        case _:
            return 1

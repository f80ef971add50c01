"""What category rules are made of: conditions over facts, joined by all, any and not; points tables."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from operator import eq, ge, gt, le, lt, ne

from enrolment.model.facts import FactValue

NUMBERS = {"at_least": ge, "at_most": le, "more_than": gt, "less_than": lt}
DAYS = {"on_or_after": ge, "on_or_before": le, "after": gt, "before": lt}
MONTHS = {"months_at_least": ge, "months_less_than": lt}
SAME = {"is": eq, "is_not": ne}
ONE_OF = "one_of"
OPERATORS = SAME | NUMBERS | DAYS | MONTHS


@dataclass(frozen=True, slots=True)
class PointsTable:
    """A table of points: `items` add up."""

    key: str
    title: str
    clause: str
    items: tuple[PointsItem, ...]


@dataclass(frozen=True, slots=True)
class PointsOnce:
    """Points given once where a rule holds; `points` may be negative."""

    title: str
    when: Rule
    points: int


@dataclass(frozen=True, slots=True)
class PointsPerMonths:
    """Points for every `each` whole months of a fact, never more than `up_to` points.

    The fact is a number of months, or a date counted to `by`.
    """

    title: str
    fact: str
    points: int
    each: int
    up_to: int
    by: date
    first_day_counts: bool = False


PointsItem = PointsOnce | PointsPerMonths


@dataclass(frozen=True, slots=True)
class Condition:
    """A fact compared with a value; `op` is a key of OPERATORS, or `one_of` with a tuple.

    The months of MONTHS are those from the fact's date to `by`, the first day counted or not. `clause`
    is the condition's own, where it has one; `threshold` the key of the plan's figure it compares with.
    """

    fact: str
    op: str
    value: FactValue | tuple[FactValue, ...]
    by: date | None = None
    first_day_counts: bool = False
    clause: str = ""
    threshold: str = ""


@dataclass(frozen=True, slots=True)
class PointsCondition:
    """A table's points compared with a number; `op` is a key of NUMBERS."""

    table: PointsTable
    op: str
    value: int
    clause: str = ""
    threshold: str = ""


@dataclass(frozen=True, slots=True)
class AllOf:
    """True when every part is."""

    parts: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """True when one part is."""

    parts: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Negation:
    """True when the part is false."""

    part: Rule


@dataclass(frozen=True, slots=True)
class Meets:
    """True when the rule of one of the plan's definitions is."""

    definition: str
    rule: Rule


Leaf = Condition | PointsCondition
Rule = Leaf | AllOf | AnyOf | Negation | Meets

"""Enrolment categories, the terms their rules use, and who is placed first where seats are short."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from enrolment.model.plan.stage import Stage
from enrolment.model.rules import Rule


@dataclass(frozen=True, slots=True)
class Definition:
    """A term the categories use (认定条件), defined once: rules say `meets: key`."""

    key: str
    title: str
    rule: Rule
    clause: str


@dataclass(frozen=True, slots=True)
class Category:
    """An enrolment category; a lower `priority` is considered first.

    `school_by` names the facts whose address says which school's zone counts, the first that finds one;
    empty where the authority arranges the school. `filed_with` are the categories it may be filed together
    with. `by_hand` marks one that staff decide, whatever the papers.
    """

    key: str
    title: str
    priority: int
    rule: Rule
    clause: str
    note: str
    school_by: tuple[str, ...] = ()
    stages: tuple[Stage, ...] = tuple(Stage)
    filed_with: tuple[str, ...] = ()
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class SeatLock:
    """How long a home that gave a child a seat gives none to another family's child."""

    stage: Stage
    years: int
    siblings_exempt: bool
    clause: str


class OrderBy(StrEnum):
    """What one step of the placement order looks at."""

    CATEGORY = "category"
    FACT = "fact"
    POINTS = "points"
    DRAW = "draw"


@dataclass(frozen=True, slots=True)
class OrderStep:
    """One step of the placement order; ties go to the next. `key` is a fact or a points table."""

    by: OrderBy
    title: str
    clause: str
    key: str = ""
    highest_first: bool = False


@dataclass(frozen=True, slots=True)
class Placement:
    """Who is placed first where a school has too few seats, and how siblings and twins are kept together."""

    order: tuple[OrderStep, ...]
    siblings_together: bool
    twins_together: bool
    clause: str

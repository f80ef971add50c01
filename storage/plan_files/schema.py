"""The shape of a plan file, field by field (docs/plans.md tells an official how to write one).

Everything with a key is a mapping, so that a county can change or take away one entry of what it inherits.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from enrolment.model.plan import FactKind, OrderBy, Stage
from enrolment.model.plan.topics import Topic
from storage.plan_files.parts import Code, Day, Figure, Key, Part, RawRule, Reference, Words
from storage.plan_files.parts_of_places import ContactPart, OnsitePart, SchoolPart


class ClausePart(Part):
    """A clause in the plan's own words."""

    title: Words
    text: Words
    source: Words
    reference: Words | None = None


class ThresholdPart(Part):
    """A figure, set once: exactly one of months, years, percent, points, count, date."""

    title: Words
    clause: Words
    months: int | None = Field(None, ge=0, le=240)
    years: int | None = Field(None, ge=0, le=20)
    percent: int | None = Field(None, ge=0, le=100)
    points: int | None = Field(None, ge=-1000, le=1000)
    count: int | None = Field(None, ge=0, le=100_000)
    date: Day | None = None


class WindowPart(Part):
    """The days on which something can be done, the first and the last included."""

    opens: Day
    closes: Day
    clause: Words


class ChannelWindowsPart(Part):
    """A category's own windows."""

    online: WindowPart | None = None
    onsite: WindowPart | None = None


class StageWindowsPart(Part):
    """The filing windows of a stage."""

    online: WindowPart
    onsite: WindowPart | None = None
    by_category: dict[Key, ChannelWindowsPart] = {}


class CalendarPart(Part):
    """The days of the enrolment."""

    published_on: Day
    reference_date: Day
    months: Literal["to_the_same_day", "first_day_counts"] = "to_the_same_day"
    windows: dict[Stage, StageWindowsPart]
    review: WindowPart
    results_by: Day
    finished_by: Day
    term_starts: Day


class AgePart(Part):
    """The age rule of a stage; no `years` where age is no condition."""

    years: int | None = Field(None, ge=5, le=8)
    cutoff: Day
    clause: Words


class DataItemPart(Part):
    """A data item of a department."""

    title: Words
    department: Key
    department_title: Words
    purpose: Words
    valid_days: int = Field(ge=1, le=366)
    fresh_hours: int = Field(default=72, ge=1, le=2160)


class RemedyPart(Part):
    """What a family can still do about a fact."""

    do: Words
    clause: Words
    by: Day | Reference | None = None
    to: bool | int | str | None = None


class FactPart(Part):
    """A fact and what can settle it."""

    kind: FactKind
    title: Words
    data_items: list[Key] = []
    documents: list[Key] = []
    documents_if_no: list[Key] | None = None
    documents_if_not_shown: list[Key] | None = None
    choices: list[Words] = []
    question: Words | None = None
    remedy: RemedyPart | None = None


class DocumentPart(Part):
    """A paper, how much trouble it is, which pages to photograph and how."""

    title: Words
    trouble: int = Field(ge=1, le=9)
    pages: list[Words] = []
    advice: Words | None = None


class DefinitionPart(Part):
    """A term the categories use."""

    title: Words
    clause: Words
    rule: RawRule


class PointsItemPart(Part):
    """One line of a points table: `when` a rule holds, or for every `each` months of a `fact`."""

    title: Words
    points: Figure
    when: RawRule | None = None
    fact: Key | None = None
    each: int | None = Field(None, ge=1, le=240)
    up_to: Figure | None = None
    by: Day | Reference | None = None


class PointsPart(Part):
    """A points table."""

    title: Words
    clause: Words
    items: Annotated[list[PointsItemPart], Field(min_length=1)]


class CategoryPart(Part):
    """A category with its rule as nested lists."""

    title: Words
    priority: int = Field(ge=1)
    clause: Words
    note: Words
    school_by: Key | Annotated[list[Key], Field(min_length=1)] | None = None
    stages: Annotated[list[Stage], Field(min_length=1)] = list(Stage)
    filed_with: list[Key] = []
    by_hand: bool = False
    rule: RawRule


class SeatLockPart(Part):
    """How long a home's seat is taken."""

    years: int | Reference
    siblings_exempt: bool
    clause: Words


class OrderPart(Part):
    """One step of the placement order."""

    by: OrderBy
    title: Words
    clause: Words
    key: Key | None = None
    highest_first: bool = False


class PlacementPart(Part):
    """Who is placed first where seats are short."""

    clause: Words
    siblings_together: bool
    twins_together: bool
    order: Annotated[list[OrderPart], Field(min_length=1)]


class VariantPart(Part):
    """Another wording for families that meet a rule."""

    when: RawRule
    text: Words
    clauses: Annotated[list[Words], Field(min_length=1)]


class ArticlePart(Part):
    """A guide article."""

    title: Words
    topic: Topic | None = None
    also: list[Topic] = []
    asked: list[Words] = []
    text: Words
    clauses: list[Words]
    variants: list[VariantPart] = []


class EffectivePart(Part):
    """From when until when the plan holds."""

    since: Day
    until: Day


class PlanPart(Part):
    """A whole plan, everything it inherits included."""

    county: Code
    county_name: Words
    city_name: Words
    province_name: Words
    other_names: list[Words] = []
    areas: Annotated[list[Code], Field(min_length=1)]
    city_areas: list[Code] = []
    year: int = Field(ge=2020, le=2100)
    version: Words
    effective: EffectivePart
    demonstration: bool
    authority: Words
    higher_authorities: list[Words] = []
    consent_text_version: Words
    zoning_clause: Words
    calendar: CalendarPart
    ages: dict[Stage, AgePart]
    clauses: dict[Words, ClausePart]
    thresholds: dict[Key, ThresholdPart] = {}
    data_items: dict[Key, DataItemPart]
    documents: dict[Key, DocumentPart]
    facts: dict[Key, FactPart]
    definitions: dict[Key, DefinitionPart] = {}
    points: dict[Key, PointsPart] = {}
    categories: Annotated[dict[Key, CategoryPart], Field(min_length=1)]
    seat_locks: dict[Stage, SeatLockPart] = {}
    placement: PlacementPart
    schools: Annotated[dict[Key, SchoolPart], Field(min_length=1)]
    onsite_points: dict[Key, OnsitePart] = {}
    contacts: Annotated[dict[Key, ContactPart], Field(min_length=1)]
    articles: dict[Key, ArticlePart]

"""An admission plan (招生方案) as the rules see it: everything an authority decides, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from enrolment.model.errors import EnrolmentError
from enrolment.model.plan.calendar import AgeRule, Calendar
from enrolment.model.plan.categories import Category, Definition, Placement, SeatLock
from enrolment.model.plan.clauses import Clause, Threshold
from enrolment.model.plan.evidence import DataItem, Document, FactSpec
from enrolment.model.plan.guide import GuideArticle
from enrolment.model.plan.schools import Contact, OnsitePoint, School
from enrolment.model.plan.stage import Stage
from enrolment.model.rules import PointsTable
from enrolment.model.zoning.index import ZoneIndex


@dataclass(frozen=True)
class Plan:
    """Everything one authority decides for one year.

    `county` is its code, `areas` the GB/T 2260 codes its families live in, `city_areas` those that count
    as the same city. `demonstration` marks made-up data: every page and answer says so.
    `consent_text_version` is the wording of the consent questions in force, `zoning_clause` the clause
    that gives every address its school.
    """

    county: str
    county_name: str
    city_name: str
    province_name: str
    areas: frozenset[str]
    city_areas: frozenset[str]
    year: int
    version: str
    effective_from: date
    effective_until: date
    demonstration: bool
    authority: str
    higher_authorities: tuple[str, ...]
    consent_text_version: str
    zoning_clause: str
    calendar: Calendar
    ages: Mapping[Stage, AgeRule]
    clauses: Mapping[str, Clause]
    thresholds: Mapping[str, Threshold]
    data_items: Mapping[str, DataItem]
    facts: Mapping[str, FactSpec]
    documents: Mapping[str, Document]
    definitions: Mapping[str, Definition]
    points: Mapping[str, PointsTable]
    categories: tuple[Category, ...]
    seat_locks: Mapping[Stage, SeatLock]
    placement: Placement
    schools: tuple[School, ...]
    onsite_points: tuple[OnsitePoint, ...]
    contacts: tuple[Contact, ...]
    articles: Mapping[str, GuideArticle]
    other_names: tuple[str, ...] = field(default=())

    @cached_property
    def by_priority(self) -> tuple[Category, ...]:
        """The categories in the order they are considered."""
        return tuple(sorted(self.categories, key=lambda each: each.priority))

    @property
    def stages(self) -> tuple[Stage, ...]:
        """The stages this plan enrols for."""
        return tuple(stage for stage in Stage if stage in self.calendar.windows)

    def category(self, key: str) -> Category:
        """Find a category by its key; raise EnrolmentError when the plan has none of that name."""
        for category in self.categories:
            if category.key == key:
                return category
        raise EnrolmentError(f"plan {self.county}/{self.year} has no category {key!r}")

    def school(self, key: str) -> School:
        """Find a school by its key; raise EnrolmentError when the plan has none of that name."""
        for school in self.schools:
            if school.key == key:
                return school
        raise EnrolmentError(f"plan {self.county}/{self.year} has no school {key!r}")

    def zone_index(self, stage: Stage) -> ZoneIndex:
        """The zones of a stage, prepared for look-up once."""
        return self._zone_indexes[stage]

    @cached_property
    def _zone_indexes(self) -> dict[Stage, ZoneIndex]:
        return {
            stage: ZoneIndex.of([school for school in self.schools if school.stage is stage])
            for stage in Stage
        }

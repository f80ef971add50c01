"""An admission plan (招生方案) as the rules see it: everything a county decides, as data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from enrolment.model.errors import EnrolmentError
from enrolment.model.rules import Rule


class Stage(StrEnum):
    """The school stage a child enters."""

    PRIMARY = "primary"
    JUNIOR = "junior"


class FactKind(StrEnum):
    """The type of a fact's value."""

    YES_NO = "yes_no"
    DATE = "date"
    SHARE = "share"
    CHOICE = "choice"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of the plan in its own plain words; `source` names the rule it restates."""

    id: str
    title: str
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class DataItem:
    """One data item a department shares; words are for guardians, `valid_days` bounds a grant."""

    key: str
    title: str
    department: str
    department_title: str
    purpose: str
    valid_days: int


@dataclass(frozen=True, slots=True)
class FactSpec:
    """A fact the plan uses: which data items can settle it, and which paper can where they can't.

    `documents_if_no` replaces `documents` where the guardian says no: nobody can bring a paper about a
    home that does not exist. `choices` are the values a choice can take.
    """

    name: str
    kind: FactKind
    title: str
    data_items: tuple[str, ...]
    documents: tuple[str, ...]
    documents_if_no: tuple[str, ...] | None = None
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A paper that may be asked for; `cost` orders alternatives by trouble for the family (1 is least)."""

    key: str
    title: str
    cost: int


@dataclass(frozen=True, slots=True)
class Category:
    """An enrolment category; a lower `priority` is considered first.

    `school_by` names the fact whose address says which school's zone counts; None where the authority
    arranges the school.
    """

    key: str
    title: str
    priority: int
    rule: Rule
    clause: str
    note: str
    school_by: str | None = None


@dataclass(frozen=True, slots=True)
class AgeRule:
    """Entry age of a stage: `years` full years by `cutoff` (inclusive), None where age is no condition."""

    years: int | None
    cutoff: date
    clause: str


@dataclass(frozen=True, slots=True)
class Window:
    """The days of online filing of a stage, both inclusive."""

    opens: date
    closes: date
    clause: str

    def contains(self, day: date) -> bool:
        """Whether filing is open on this day."""
        return self.opens <= day <= self.closes


@dataclass(frozen=True, slots=True)
class RoadRange:
    """Street numbers `first` to `last` (inclusive) of a road; `parity` is all, odd or even."""

    road: str
    first: int
    last: int
    parity: str = "all"


@dataclass(frozen=True, slots=True)
class Zone:
    """What belongs to a school: whole communities and ranges of street numbers."""

    communities: tuple[str, ...]
    roads: tuple[RoadRange, ...]


@dataclass(frozen=True, slots=True)
class School:
    """A school with its zone and consultation phone."""

    key: str
    name: str
    stage: Stage
    address: str
    phone: str
    zone: Zone


@dataclass(frozen=True, slots=True)
class Contact:
    """A consultation or complaint office."""

    level: str
    name: str
    phone: str
    hours: str


@dataclass(frozen=True, slots=True)
class GuideVariant:
    """Another wording of an article, for families whose own words meet a rule."""

    when: Rule
    text: str
    clauses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GuideArticle:
    """The answer to a common question; `topic` is its key, `{…}` placeholders come from the plan.

    The first variant whose rule holds is told instead of `text`.
    """

    topic: str
    title: str
    text: str
    clauses: tuple[str, ...]
    variants: tuple[GuideVariant, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything one county decides for one year.

    `demonstration` marks made-up data: every page and answer says so. `consent_text_version` is the
    wording of the consent questions in force, `zoning_clause` the clause that gives every address its school.
    """

    county: str
    county_name: str
    city_name: str
    year: int
    version: str
    demonstration: bool
    authority: str
    consent_text_version: str
    zoning_clause: str
    published_on: date
    term_starts: date
    results_by: date
    windows: dict[Stage, Window]
    ages: dict[Stage, AgeRule]
    clauses: dict[str, Clause]
    data_items: dict[str, DataItem]
    facts: dict[str, FactSpec]
    documents: dict[str, Document]
    categories: tuple[Category, ...]
    schools: tuple[School, ...]
    contacts: tuple[Contact, ...]
    articles: dict[str, GuideArticle]

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

    @property
    def completes_by(self) -> date:
        """The last day of the whole enrolment: seven days before term (provincial rules, part 八)."""
        return self.term_starts - timedelta(days=7)

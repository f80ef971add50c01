"""The shape of a plan file, field by field (docs/plans.md tells an official how to write one)."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from enrolment.model.plan import FactKind, Stage

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
Phone = Annotated[str, StringConstraints(pattern=r"^(0\d{2,3}-\d{4} ?\d{3,4}|\d{5})$")]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ClausePart(_Part):
    """A clause in the plan's own words."""

    title: Words
    text: Words
    source: Words


class WindowPart(_Part):
    """The days of filing of a stage."""

    opens: date
    closes: date
    clause: Words


class AgePart(_Part):
    """The age rule of a stage; no `years` where age is no condition."""

    years: int | None = Field(None, ge=5, le=8)
    cutoff: date
    clause: Words


class DataItemPart(_Part):
    """A data item of a department."""

    title: Words
    department: Key
    department_title: Words
    purpose: Words
    valid_days: int = Field(ge=1, le=366)


class FactPart(_Part):
    """A fact and what can settle it."""

    kind: FactKind
    title: Words
    data_items: list[Key]
    documents: list[Key]
    documents_if_no: list[Key] | None = None
    choices: list[Words] = []


class DocumentPart(_Part):
    """A paper and how much trouble it is."""

    title: Words
    trouble: int = Field(ge=1, le=9)


class CategoryPart(_Part):
    """A category with its rule as nested lists."""

    key: Key
    title: Words
    priority: int = Field(ge=1)
    clause: Words
    note: Words
    school_by: Key | None = None
    rule: Any


class ZonePart(_Part):
    """A zone; each road is written `路名 起号-止号`, with 单号 or 双号 behind where it matters."""

    communities: list[Words] = []
    roads: list[Words] = []


class SchoolPart(_Part):
    """A school."""

    key: Key
    name: Words
    stage: Stage
    address: Words
    phone: Phone
    zone: ZonePart


class ContactPart(_Part):
    """A consultation office."""

    level: Words
    name: Words
    phone: Phone
    hours: Words


class VariantPart(_Part):
    """Another wording for families that meet a rule."""

    when: Any
    text: Words
    clauses: Annotated[list[Words], Field(min_length=1)]


class ArticlePart(_Part):
    """A guide article."""

    title: Words
    text: Words
    clauses: Annotated[list[Words], Field(min_length=1)]
    variants: list[VariantPart] = []


class PlanPart(_Part):
    """A whole plan file."""

    county: Annotated[str, StringConstraints(pattern=r"^\d{6}$")]
    county_name: Words
    city_name: Words
    year: int = Field(ge=2020, le=2100)
    version: Words
    demonstration: bool
    authority: Words
    consent_text_version: Words
    zoning_clause: Words
    published_on: date
    results_by: date
    term_starts: date
    windows: dict[Stage, WindowPart]
    ages: dict[Stage, AgePart]
    clauses: dict[Words, ClausePart]
    data_items: dict[Key, DataItemPart]
    documents: dict[Key, DocumentPart]
    facts: dict[Key, FactPart]
    categories: Annotated[list[CategoryPart], Field(min_length=1)]
    schools: Annotated[list[SchoolPart], Field(min_length=1)]
    contacts: Annotated[list[ContactPart], Field(min_length=1)]
    articles: dict[Key, ArticlePart]

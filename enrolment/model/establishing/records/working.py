"""Records of living and working somewhere: residence permit, social insurance, business."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class PermitRecord:
    """A residence permit in force, held without a break since `since`."""

    holder: str = field(repr=False)
    region: str
    since: date
    obtained_at: datetime
    digest: str


@dataclass(frozen=True, slots=True)
class PaidSpan:
    """Months paid without a gap, each given by a day in it: `first` to `last`, both paid."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class InsuranceRecord:
    """The social insurance of a person in one place; spans in any order."""

    insured: str = field(repr=False)
    region: str
    spans: tuple[PaidSpan, ...]
    obtained_at: datetime
    digest: str


@dataclass(frozen=True, slots=True)
class LicenceRecord:
    """The licence of a sole proprietor (个体工商户) in business."""

    holder: str = field(repr=False)
    region: str
    since: date
    obtained_at: datetime
    digest: str


@dataclass(frozen=True, slots=True)
class CompanyRecord:
    """A company in business that a person is the legal representative or a partner of."""

    holder: str = field(repr=False)
    region: str
    since: date
    obtained_at: datetime
    digest: str

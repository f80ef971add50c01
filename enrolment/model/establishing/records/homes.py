"""Records of homes: owned, bought, rented, and the seats they gave."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from enrolment.model.plan.stage import Stage


@dataclass(frozen=True, slots=True)
class Owner:
    """An owner of a home; `share` is in percent, 0 to 100."""

    id_number: str = field(repr=False)
    share: float


@dataclass(frozen=True, slots=True)
class HomeRecord:
    """A registered home; `use` is as registered, for example 住宅."""

    certificate_number: str = field(repr=False)
    region: str
    address: str = field(repr=False)
    use: str
    registered_on: date
    owners: tuple[Owner, ...] = field(repr=False)
    obtained_at: datetime
    digest: str


@dataclass(frozen=True, slots=True)
class PresaleRecord:
    """A filed contract (网签备案) for a new home; `delivered` once the home was handed over."""

    contract_number: str = field(repr=False)
    region: str
    address: str = field(repr=False)
    filed_on: date
    delivered: bool
    buyers: tuple[str, ...] = field(repr=False)
    obtained_at: datetime
    digest: str


@dataclass(frozen=True, slots=True)
class LeaseRecord:
    """A lease filed with the housing office (租赁备案); `since` is its first day."""

    region: str
    address: str = field(repr=False)
    filed_on: date
    since: date
    tenants: tuple[str, ...] = field(repr=False)
    obtained_at: datetime
    digest: str


@dataclass(frozen=True, slots=True)
class PublicHousingRecord:
    """A public low-rent home (公租房), lived in without a break since `since`."""

    region: str
    address: str = field(repr=False)
    since: date
    tenants: tuple[str, ...] = field(repr=False)
    obtained_at: datetime
    digest: str


@dataclass(frozen=True, slots=True)
class SeatRecord:
    """A seat (学位) that a child got by a home, named by its certificate; `guardians` are that child's."""

    certificate_number: str = field(repr=False)
    stage: Stage
    used_on: date
    guardians: tuple[str, ...] = field(repr=False)
    obtained_at: datetime
    digest: str

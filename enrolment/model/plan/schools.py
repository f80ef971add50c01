"""Schools, on-site points and offices to call."""

from __future__ import annotations

from dataclasses import dataclass

from enrolment.model.plan.stage import Stage
from enrolment.model.zoning.zone import Zone


@dataclass(frozen=True, slots=True)
class School:
    """A school with its zone and consultation phone.

    `accepts` are category keys, empty for all. `reviews` says that the school itself checks the filings:
    then it must publish its phone (provincial rules, 九). `seats` is None where not published.
    """

    key: str
    name: str
    stage: Stage
    address: str
    phone: str
    zone: Zone
    accepts: tuple[str, ...] = ()
    seats: int | None = None
    reviews: bool = False
    email: str = ""


@dataclass(frozen=True, slots=True)
class OnsitePoint:
    """A place where families file in person; `slots` are bookable times of `seats_per_slot` families."""

    key: str
    name: str
    address: str
    phone: str
    hours: str
    slots: tuple[str, ...] = ()
    seats_per_slot: int = 0


@dataclass(frozen=True, slots=True)
class Contact:
    """A consultation or complaint office of the county, the city or the province."""

    level: str
    name: str
    phone: str
    hours: str
    email: str = ""

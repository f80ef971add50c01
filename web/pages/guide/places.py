"""Schools with their zones, seats, on-site points and offices, as the pages show them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from enrolment.model.plan import Contact, Plan, School
from enrolment.model.zoning.words import buildings, stretch
from enrolment.model.zoning.zone import CommunityPart, Part, RoadRange
from web.pages.guide.texts import STAGES

LEVELS: Final = {"county": "区县", "city": "市", "province": "省"}


@dataclass(frozen=True, slots=True)
class SchoolView:
    """One school with its zone in words."""

    name: str
    address: str
    phone: str
    email: str
    seats: str
    accepts: str
    reviews: bool
    roads: tuple[str, ...]
    communities: tuple[str, ...]
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StageView:
    """The schools of one stage."""

    title: str
    schools: tuple[SchoolView, ...]


@dataclass(frozen=True, slots=True)
class LockView:
    """How long a home's seat is taken."""

    stage: str
    years: int
    siblings_exempt: bool
    clause: str


@dataclass(frozen=True, slots=True)
class OfficeView:
    """An office to call, with the level it stands for."""

    level: str
    contact: Contact


def stages_of(plan: Plan) -> tuple[StageView, ...]:
    """The schools by stage."""
    titles = {category.key: category.title for category in plan.categories}
    return tuple(
        StageView(
            STAGES[stage],
            tuple(_school(each, titles) for each in plan.schools if each.stage is stage),
        )
        for stage in plan.stages
    )


def locks_of(plan: Plan) -> tuple[LockView, ...]:
    """The seat locks by stage."""
    return tuple(
        LockView(STAGES[stage], lock.years, lock.siblings_exempt, lock.clause)
        for stage, lock in plan.seat_locks.items()
    )


def offices_of(plan: Plan) -> tuple[OfficeView, ...]:
    """The offices, the nearest first."""
    return tuple(OfficeView(LEVELS[contact.level], contact) for contact in plan.contacts)


def _school(school: School, titles: dict[str, str]) -> SchoolView:
    zone = school.zone
    return SchoolView(
        name=school.name,
        address=school.address,
        phone=school.phone,
        email=school.email,
        seats="" if school.seats is None else f"{school.seats}个学位",
        accepts="、".join(titles[key] for key in school.accepts),
        reviews=school.reviews,
        roads=tuple(_said(zone.roads)),
        communities=tuple(_said(zone.communities)),
        left_out=tuple(_said((*zone.except_roads, *zone.except_communities))),
    )


def _said(parts: Iterable[Part]) -> Iterator[str]:
    for part in parts:
        first, last = part.ends
        match part:
            case RoadRange():
                yield stretch(part.road, first, last, part.parity)
            case CommunityPart():
                yield buildings(part.name, first, last)

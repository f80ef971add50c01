"""The parts of a plan file that are places: schools with their zones, on-site points, offices."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from enrolment.model.plan import Stage
from storage.plan_files.parts import Email, Key, Part, Phone, Words


class ZonePart(Part):
    """A zone; each road is written `路名 起号-止号`, with 单号 or 双号 behind where it matters."""

    communities: list[Words] = []
    roads: list[Words] = []
    except_: list[Words] = Field([], alias="except")


class SchoolPart(Part):
    """A school; `reviews` where the school itself checks the filings, which then publishes its `phone`."""

    name: Words
    stage: Stage
    address: Words
    phone: Phone | None = None
    email: Email | None = None
    seats: int | None = Field(None, ge=0, le=5000)
    accepts: list[Key] = []
    reviews: bool = False
    zone: ZonePart = ZonePart()


class OnsitePart(Part):
    """A place to file in person."""

    name: Words
    address: Words
    phone: Phone
    hours: Words
    slots: list[Words] = []
    seats_per_slot: int = Field(0, ge=0, le=500)


class ContactPart(Part):
    """A consultation office."""

    level: Literal["county", "city", "province"]
    name: Words
    phone: Phone
    hours: Words
    email: Email | None = None

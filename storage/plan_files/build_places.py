"""Build the plan's schools, on-site points and offices."""

from __future__ import annotations

from collections.abc import Mapping

from enrolment.model.plan import Contact, OnsitePoint, School
from storage.plan_files.parts_of_places import ContactPart, OnsitePart, SchoolPart
from storage.plan_files.zone_lists import read_zone

_LEVELS = ("county", "city", "province")


def build_schools(parts: Mapping[str, SchoolPart]) -> tuple[School, ...]:
    """Build the schools; raise Mistake at a zone that cannot be read."""
    return tuple(
        School(
            key=key,
            name=part.name,
            stage=part.stage,
            address=part.address,
            phone=part.phone or "",
            zone=read_zone(part.zone, f"schools.{key}.zone"),
            accepts=tuple(part.accepts),
            seats=part.seats,
            reviews=part.reviews,
            email=part.email or "",
        )
        for key, part in parts.items()
    )


def build_onsite_points(parts: Mapping[str, OnsitePart]) -> tuple[OnsitePoint, ...]:
    """Build the places to file in person."""
    return tuple(
        OnsitePoint(
            key, part.name, part.address, part.phone, part.hours, tuple(part.slots), part.seats_per_slot
        )
        for key, part in parts.items()
    )


def build_contacts(parts: Mapping[str, ContactPart]) -> tuple[Contact, ...]:
    """Build the offices, the nearest first."""
    offices = sorted(parts.values(), key=lambda part: _LEVELS.index(part.level))
    return tuple(Contact(part.level, part.name, part.phone, part.hours, part.email or "") for part in offices)

"""Zones: every address has one school of a stage."""

from __future__ import annotations

from collections.abc import Iterator

from enrolment.model.plan import Plan
from enrolment.model.reviewing.findings import Code, Finding
from enrolment.model.zoning.coverage import gaps, overlaps


def zones_fit(plan: Plan) -> Iterator[Finding]:
    """Zones of one stage neither overlap nor leave a gap between them."""
    for stage in plan.stages:
        schools = [school for school in plan.schools if school.stage is stage]
        for overlap in overlaps(schools):
            yield Finding(
                Code.ZONE_OVERLAP,
                f"schools.{overlap.school}.zone.{overlap.place}",
                f"{overlap.what} is in the zones of both {overlap.school} and {overlap.other}",
                "take it out of one of them",
            )
        for gap in gaps(schools):
            yield Finding(
                Code.ZONE_GAP,
                "schools",
                f"{gap.what} is in no zone of {stage}, though its neighbours are",
                "give it to a school, unless nobody lives there",
            )


def zones_exist(plan: Plan) -> Iterator[Finding]:
    """Where a category goes by address, the stage has zones."""
    for stage in plan.stages:
        zones = [school.zone for school in plan.schools if school.stage is stage]
        if any(zone.roads or zone.communities for zone in zones):
            continue
        for category in plan.categories:
            if stage in category.stages and category.school_by:
                yield Finding(
                    Code.ZONES_MISSING,
                    f"categories.{category.key}.school_by",
                    f"goes by {'、'.join(category.school_by)}, but no school of {stage} has a zone",
                    "write zones under schools, or leave school_by out: the authority then arranges schools",
                )

"""Who can be asked, and where a family can go (provincial rules, 四 and 九)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from enrolment.model.plan import Plan
from enrolment.model.reviewing.findings import Code, Finding

_LEVELS: Final = ("county", "city", "province")


def reviewers_have_phones(plan: Plan) -> Iterator[Finding]:
    """A school that checks filings publishes its consultation phone."""
    for school in plan.schools:
        if school.reviews and not school.phone:
            yield Finding(
                Code.REVIEWER_WITHOUT_PHONE,
                f"schools.{school.key}",
                f"{school.name} checks filings but publishes no phone (provincial rules 九)",
                "write phone: with its consultation number",
            )


def levels_can_be_asked(plan: Plan) -> Iterator[Finding]:
    """County, city and province each publish a phone and an e-mail address."""
    for level in _LEVELS:
        offices = [contact for contact in plan.contacts if contact.level == level]
        if not offices:
            yield Finding(
                Code.CONTACT_MISSING,
                "contacts",
                f"no consultation office of the {level}: each level publishes its own (provincial rules 九)",
                f"write one with level: {level}",
            )
        elif not any(office.email for office in offices):
            yield Finding(
                Code.CONTACT_WITHOUT_EMAIL,
                f"contacts.{level}",
                f"{offices[0].name} publishes no e-mail address (provincial rules 九)",
                "write email:",
            )


def filing_has_two_roads(plan: Plan) -> Iterator[Finding]:
    """Families file online or in person, as they like, and every stage has schools."""
    if not plan.onsite_points:
        yield Finding(
            Code.ONSITE_MISSING,
            "onsite_points",
            "nowhere to file in person, though families choose between two roads (provincial rules 四)",
            "write at least one place with address, phone and hours",
        )
    for stage in plan.stages:
        if all(school.stage is not stage for school in plan.schools):
            yield Finding(
                Code.STAGE_WITHOUT_SCHOOL,
                "schools",
                f"no school for {stage}, though filing opens for it",
                f"write a school with stage: {stage}, or take {stage} out of calendar.windows",
            )

"""What a first plan leaves to be filled in (`ruxue plan new`) must not be published as it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from enrolment.model.plan import Plan
from enrolment.model.reviewing.findings import Code, Finding
from enrolment.model.reviewing.wordings.texts import Text, clauses, shown, told

TO_FILL_IN: Final = "请填写"


def places_are_filled_in(plan: Plan) -> Iterator[Finding]:
    """No words still say that something is to be written here."""
    for text in (*_names(plan), *clauses(plan), *told(plan), *shown(plan)):
        if text.words.startswith(TO_FILL_IN):
            what = text.words.removeprefix(TO_FILL_IN)
            yield Finding(
                Code.UNFILLED,
                text.place,
                f"still says {text.words!r}",
                f"write it here: {what or 'the words'}",
            )


def _names(plan: Plan) -> Iterator[Text]:
    yield Text("city_name", plan.city_name)
    yield Text("province_name", plan.province_name)
    for key, clause in plan.clauses.items():
        yield Text(f"clauses.{key}.source", clause.source)
    for school in plan.schools:
        yield Text(f"schools.{school.key}.name", school.name)
        yield Text(f"schools.{school.key}.address", school.address)
    for point in plan.onsite_points:
        yield Text(f"onsite_points.{point.key}.address", point.address)
        yield Text(f"onsite_points.{point.key}.hours", point.hours)
    for contact in plan.contacts:
        yield Text(f"contacts.{contact.level}.hours", contact.hours)

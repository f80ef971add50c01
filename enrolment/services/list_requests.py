"""List what the departments would be asked, so that consent can be asked for first."""

from __future__ import annotations

from collections.abc import Sequence

from enrolment.model.plan import DataItem, Plan
from enrolment.model.rules import facts_of
from enrolment.ports import BeginWork, Clock, Plans
from enrolment.services.access import owned_case


def list_requests(
    application_id: str, conversation_id: str, *, begin: BeginWork, plans: Plans, clock: Clock
) -> Sequence[DataItem]:
    """List the data items the plan's categories rest on that have no live grant yet, in the plan's order.

    Raises NotSignedIn, CaseNotFound.
    """
    with begin() as work:
        application = owned_case(work, application_id, conversation_id)
        grants = work.grants.of_child(application.child_id)
    plan = plans.get(application.county, application.year)
    now = clock.now()
    granted = {grant.data_item for grant in grants if grant.is_live(now)}
    needed = items_needed(plan)
    return [item for item in plan.data_items.values() if item.key in needed - granted]


def items_needed(plan: Plan) -> set[str]:
    """The data items that can settle a fact some category depends on: nothing else is ever pulled."""
    facts = {name for category in plan.categories for name in facts_of(category.rule)}
    return {item for name in facts for item in plan.facts[name].data_items}

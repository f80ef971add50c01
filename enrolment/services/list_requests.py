"""List what the departments would be asked, so that consent can be asked for first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from enrolment.model.deciding.category import decide
from enrolment.model.deciding.standing import considered
from enrolment.model.establishing.statement import stated_facts
from enrolment.model.facts import FactValue
from enrolment.model.plan import Category, DataItem, Plan, Stage
from enrolment.model.rules import because, facts_behind
from enrolment.ports import BeginWork, Clock, Plans
from enrolment.services.access import owned_case


def list_requests(
    application_id: str,
    conversation_id: str,
    *,
    begin: BeginWork,
    plans: Plans,
    clock: Clock,
    connected: Collection[str],
) -> Sequence[DataItem]:
    """List the data items this family's category rests on that have no live grant yet, in the plan's order.

    `connected` are the data items the departments serve: no other is asked about. Raises NotSignedIn,
    CaseNotFound.
    """
    with begin() as work:
        application = owned_case(work, application_id, conversation_id)
        grants = work.grants.of_child(application.child_id)
    plan = plans.get(application.county, application.year)
    now = clock.now()
    granted = {grant.data_item for grant in grants if grant.is_live(now)}
    needed = items_needed(plan, application.stage, application.declared) & frozenset(connected)
    return [item for item in plan.data_items.values() if item.key in needed - granted]


def items_needed(plan: Plan, stage: Stage, said: Mapping[str, FactValue]) -> frozenset[str]:
    """The data items that can settle what the category rests on: nothing else is ever pulled.

    That is the category the guardian's own words lead to, and those before it that these words rule out.
    """
    facts = stated_facts(plan, said, stage=stage)
    on = plan.calendar.reference_date
    expected = decide(plan, facts, on, stage=stage, trust_declared=True).category
    names = {
        name
        for category in _up_to(expected, considered(plan, stage))
        for leaf in because(category.rule, facts, trust_declared=True)
        for name in facts_behind(leaf)
    }
    by = plan.category(expected).school_by if expected else ()
    return frozenset(item for name in names | set(by[:1]) for item in plan.facts[name].data_items)


def _up_to(expected: str | None, categories: Iterable[Category]) -> Iterator[Category]:
    """The categories considered until the expected one, which is the last; all where none is."""
    for category in categories:
        yield category
        if category.key == expected:
            return

"""List what the departments would be asked, so that consent can be asked for first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from enrolment.model.application import Application
from enrolment.model.deciding.category import decide
from enrolment.model.deciding.standing import considered
from enrolment.model.establishing.statement import stated_facts
from enrolment.model.facts import FactValue
from enrolment.model.months import add_months
from enrolment.model.plan import Category, DataItem, Plan, Stage
from enrolment.model.rules import because, facts_behind
from enrolment.model.story.timeline import EventType
from enrolment.ports import BeginWork, Clock, Plans
from enrolment.services.access import owned_case

SENSITIVE_MONTHS = 14 * 12
"""Up to this age a guardian's consent is a separate one (PIPL 28-31)."""
_ANSWERS = frozenset({EventType.CONSENT_GRANTED, EventType.CONSENT_REFUSED, EventType.CONSENT_REVOKED})


@dataclass(frozen=True, slots=True)
class ConsentRequest:
    """What consent is asked for, and whether the child is under 14."""

    items: tuple[DataItem, ...]
    under_14: bool


def list_requests(
    application_id: str,
    conversation_id: str,
    *,
    begin: BeginWork,
    plans: Plans,
    clock: Clock,
    connected: Collection[str],
    anew: bool = False,
) -> Sequence[DataItem]:
    """List the data items this family's category rests on that have no answer yet, in the plan's order.

    `connected` are the data items the departments serve: no other is asked about. What was refused or
    withdrawn is not asked for again unless the guardian wants all of it asked `anew`. Raises NotSignedIn,
    CaseNotFound.
    """
    with begin() as work:
        application = owned_case(work, application_id, conversation_id)
        grants = work.grants.of_child(application.child_id)
    plan = plans.get(application.county, application.year)
    now = clock.now()
    granted = {grant.data_item for grant in grants if grant.is_live(now)}
    needed = items_needed(plan, application.stage, application.declared) & frozenset(connected)
    answered = frozenset() if anew else granted | refused_items(application)
    return [item for item in plan.data_items.values() if item.key in needed - answered]


def show_request(
    application_id: str,
    conversation_id: str,
    data_items: Collection[str],
    *,
    begin: BeginWork,
    plans: Plans,
    clock: Clock,
) -> ConsentRequest:
    """Show what consent is being asked for; raise NotSignedIn, CaseNotFound."""
    with begin() as work:
        application = owned_case(work, application_id, conversation_id)
        child = work.guardians.child(application.guardian_id, application.child_id)
    plan = plans.get(application.county, application.year)
    items = tuple(item for item in plan.data_items.values() if item.key in data_items)
    return ConsentRequest(items, clock.today() < add_months(child.person.birth_date, SENSITIVE_MONTHS))


def refused_items(application: Application) -> frozenset[str]:
    """The data items to which the last answer was a no."""
    last = {event.details["data_item"]: event.type for event in application.events if event.type in _ANSWERS}
    return frozenset(item for item, answer in last.items() if answer is not EventType.CONSENT_GRANTED)


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

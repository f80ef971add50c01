"""Take a guardian's word for what no department can say, and conclude the case again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from enrolment.model.application import Application, State
from enrolment.model.errors import StatementInvalid, TransitionRefused
from enrolment.model.facts import FactValue
from enrolment.model.plan import FactKind, FactSpec, Plan
from enrolment.ports import BeginWork, Clock, Plans
from enrolment.services.access import owned_case
from enrolment.services.verifying.settle_facts import Settled

_WHOLE = 100
Settle = Callable[[str], Settled]


def state_facts(
    application_id: str,
    conversation_id: str,
    values: Mapping[str, FactValue],
    *,
    begin: BeginWork,
    plans: Plans,
    settle: Settle,
    clock: Clock,
) -> Application:
    """Add words to a draft; the category they give is provisional: records or papers have to bear it out.

    Raises StatementInvalid for a fact the plan does not ask for or a value that is not of its kind,
    TransitionRefused once it is filed, NotSignedIn, CaseNotFound.
    """
    with begin() as work:
        application = owned_case(work, application_id, conversation_id)
        if application.state is not State.DRAFT:
            raise TransitionRefused("what is said of an application that is filed changes nothing any more")
        plan = plans.get(application.county, application.year)
        for name, value in values.items():
            _refuse_unless_fitting(plan, name, value, clock.today())
        stated = replace(application, declared={**application.declared, **values})
        if stated != application:
            work.cases.save(stated)
            work.commit()
    return settle(application_id).application


def _refuse_unless_fitting(plan: Plan, name: str, value: FactValue, today: date) -> None:
    spec = plan.facts.get(name)
    if spec is None or not spec.question or spec.kind is FactKind.TEXT:
        raise StatementInvalid(f"the plan does not ask a guardian for '{name}'")
    if not _fits(spec, value, today):
        raise StatementInvalid(f"what was said of '{name}' is not of the kind {spec.kind}")


def _fits(spec: FactSpec, value: FactValue, today: date) -> bool:
    match spec.kind:
        case FactKind.YES_NO:
            return isinstance(value, bool)
        case FactKind.DATE:
            return isinstance(value, date) and value <= today
        case FactKind.MONTHS:
            return type(value) is int and value >= 0
        case FactKind.SHARE:
            return type(value) is int and 0 <= value <= _WHOLE
        case FactKind.CHOICE:
            return value in spec.choices
        case _:
            return False

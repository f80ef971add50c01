"""States what was told in free words for an application, so that nothing told is asked again."""

from __future__ import annotations

from datetime import date

from actions.base import BaseAction
from actions.counties import plan_of
from actions.told.kept import written
from actions.visit import Changes, Visit
from enrolment.model.establishing.told_statement import statement_from_told
from enrolment.model.facts import FactValue

STATED = "told_stated"


def told_statement(action: BaseAction, visit: Visit) -> dict[str, FactValue]:
    """What was told so far, as declared facts of the county's plan."""
    plan = plan_of(visit, action.services)
    if plan is None:
        return {}
    return statement_from_told(visit.told, plan, _today(visit))


async def state_told(action: BaseAction, visit: Visit) -> Changes:
    """State for the open application what was told since it was opened; nothing where nothing was."""
    told = written(visit.told)
    if told == visit.slots.get(STATED):
        return {}
    if said := told_statement(action, visit):
        await action.ask(action.services.state_facts, visit.slot("application"), visit.conversation_id, said)
    return {STATED: told}


def _today(visit: Visit) -> date:
    return date.fromisoformat(str(visit.metadata["today"]))

"""States what was told in free words for an application, so that nothing told is asked again."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from actions.base import BaseAction
from actions.counties import plan_of
from actions.told.kept import written
from actions.visit import Changes, Visit
from enrolment.model.establishing.told_statement import claims_suggested, statement_from_told
from enrolment.model.facts import FactValue
from enrolment.services.deciding.next_question import Question

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


async def next_to_ask(action: BaseAction, visit: Visit, skipped: Collection[str]) -> Question | None:
    """The next question for the open application: first the claims that what was told suggests."""
    plan = plan_of(visit, action.services)
    suggested = claims_suggested(visit.told, plan) if plan else ()
    return await action.ask(
        action.services.next_question, visit.slot("application"), visit.conversation_id, skipped, suggested
    )


async def has_offer(action: BaseAction, visit: Visit) -> bool:
    """Whether what was told, maybe after the questions were done, suggests a claim not offered yet."""
    plan = plan_of(visit, action.services)
    if plan is None or not claims_suggested(visit.told, plan):
        return False
    question = await next_to_ask(action, visit, visit.slot("facts_skipped").split(","))
    return question is not None and question.offer is not None


def _today(visit: Visit) -> date:
    return date.fromisoformat(str(visit.metadata["today"]))

"""Takes a message for what an answer was missing, and answers the question it was missing for."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from rasa_sdk.events import EventType

from actions.choices import GO_ON, PHONES, START
from actions.counties import county_of
from actions.forms.eligibility_answers import as_seen_from, heard_facts
from actions.forms.fact_answers import NONE, SKIP
from actions.forms.fact_values import EXAMPLES, spoken_value, value_of
from actions.path.steps import FACTS, begun
from actions.services import Services
from actions.talk.awaited import TOLD, Awaited, let_go, may_be_put, pending, put_question, read
from actions.talk.policy_answers import tell
from actions.talk.understood import understood
from actions.told.kept import TOLD_SLOT, with_new, written
from actions.told.words import spoken_told
from actions.visit import LISTEN, Changes, Visit, go_to
from actions.words import read_back
from enrolment.model.answering.told_facts import Readings
from enrolment.model.establishing.statement import holder_of
from enrolment.model.facts import FactValue
from enrolment.model.plan import Plan
from enrolment.model.plan.topics import topic_named
from enrolment.services.answering import Asked

_UNREAD = frozenset({"nlu_fallback", "affirm", "deny", "inform"})
_LAID_ASIDE = "没关系，这一项先放着。上面说的规定照样适用，想弄清楚可以打咨询电话。"
_SLOT_OF = {
    "permit_in_county": "permit",
    "insured_in_county": "insurance",
    "lease_in_county": "lease_filed",
    "licence_in_county": "licence",
    "lease_filed_on": "lease_since",
} | {
    name: name
    for name in (
        "permit_since",
        "licence_since",
        "home_since",
        "hukou_since",
        "insurance_months",
        "home_share",
    )
}


def takes_awaited(visit: Visit, services: Services) -> bool:
    """Whether a message tells what an answer was missing."""
    awaited, plan = pending(visit), _plan(visit, services)
    return awaited is not None and plan is not None and read(awaited, visit, plan) is not None


async def answer_awaited(visit: Visit, services: Services) -> list[EventType] | None:
    """Answer the question that waited; None where the message is about something else.

    An attempt that was not understood is met with an example, and a second one is let go.
    """
    awaited, plan = pending(visit), _plan(visit, services)
    if awaited is None or plan is None:
        return None
    said = read(awaited, visit, plan)
    if said is None:
        return _unread(awaited, visit, plan)
    if said == SKIP:
        visit.say(_LAID_ASIDE, () if visit.active_form else (PHONES,))
        return let_go(visit)
    more, new = _begins(visit, awaited), not begun(visit.slots)
    changes = _kept(visit, services) if said == TOLD else _taken(awaited, said, visit, plan)
    known = _known(awaited, said)
    means = understood(visit, plan, topic_named(awaited.topic))
    values = _values(known, plan, _today(visit))
    asked = Asked(plan.county, "", means, Readings(values, values), article=awaited.article, own_case=True)
    answers = await asyncio.to_thread(services.answer_message, asked)
    await asyncio.to_thread(services.remember_told, visit.conversation_id, answers)
    told = replace(awaited.laid_aside() if said == NONE else replace(awaited, fact=""), known=known)
    events = visit.set(changes | told.changes)
    choices = () if visit.active_form or more else (START if new else GO_ON,)
    events += visit.set(tell(visit, answers, choices, services, may_ask=not more))
    if more:
        return [*events, *go_to("eligibility_form")]
    asks_on = bool(Awaited.of(visit).fact)
    return [*events, *(go_to(LISTEN) if asks_on else visit.back_to_question())]


def bring_back(awaited: Awaited | None, visit: Visit, services: Services) -> list[EventType]:
    """Put a question that waited once more after something else was answered; let it go after that."""
    plan = _plan(visit, services)
    if awaited is None or plan is None or Awaited.of(visit) != awaited:
        return []
    if not may_be_put(awaited, visit):
        return visit.set(awaited.laid_aside().changes)
    return [*visit.set(put_question(awaited, visit, plan)), *go_to(LISTEN)]


def _unread(awaited: Awaited, visit: Visit, plan: Plan) -> list[EventType] | None:
    if visit.intent not in _UNREAD or visit.newly_told or visit.has_entity(*FACTS, "birth_date_problem"):
        return None
    if not may_be_put(awaited, visit):
        visit.say(_LAID_ASIDE, () if visit.active_form else (PHONES,))
        return let_go(visit)
    visit.say(EXAMPLES[plan.facts[awaited.fact].kind])
    return [*visit.set(put_question(awaited, visit, plan)), *go_to(LISTEN)]


def _begins(visit: Visit, awaited: Awaited) -> bool:
    """Whether the message tells a case besides, which the form is to take."""
    told = {fact for fact in FACTS if visit.has_entity(fact)}
    return not visit.active_form and bool(told - {"county", awaited.fact}) and len(told) > 1


def _kept(visit: Visit, services: Services) -> Changes:
    """What of the form's own facts was told, so that it is not asked for again."""
    if visit.newly_told:
        visit.say(read_back((), besides=spoken_told(visit.newly_told)))
    county = county_of(visit, services)
    heard = heard_facts(visit, county, ())
    told: Changes = {
        name: as_seen_from(county, name, heard[name]) for name in ("stage", "hukou", "home") if name in heard
    }
    return {name: value for name, value in (told | _born(heard)).items() if not visit.slots.get(name)}


def _born(heard: Mapping[str, str]) -> Changes:
    said = heard.get("birth_date", "")
    if not said[:1].isdigit():
        return {}
    return {"birth_date": said} if "-" in said else {"birth_date_heard": said}


def _taken(awaited: Awaited, said: str, visit: Visit, plan: Plan) -> Changes:
    """Read back a short answer, and keep it under its name of free words."""
    spec = plan.facts[awaited.fact]
    value = value_of(spec, said, _today(visit))
    if value is not None:
        visit.say(f"好的，记下了：{spoken_value(spec, value)}。")
    named = holder_of(awaited.fact) or "" if said == NONE else awaited.fact
    if awaited.fact == "hukou_in_county":
        return {"hukou": "here" if said == "yes" else "elsewhere"}
    if awaited.fact == "home_owner":
        return {"home": said if said in {"guardian", "grandparent"} else "none"}
    if awaited.fact == "stage":
        return {"stage": said}
    if named not in _SLOT_OF:
        return {}
    told = with_new(visit.told, {_SLOT_OF[named]: "no" if said == NONE else said})
    return {TOLD_SLOT: written(told)}


def _known(awaited: Awaited, said: str) -> dict[str, str]:
    if said == TOLD:
        return dict(awaited.known)
    if said == NONE:
        holder = holder_of(awaited.fact)
        return {**awaited.known, **({holder: "no"} if holder else {})}
    return {**awaited.known, awaited.fact: said}


def _values(known: Mapping[str, str], plan: Plan, today: date) -> dict[str, FactValue]:
    read = {
        name: value_of(plan.facts[name], said, today) for name, said in known.items() if name in plan.facts
    }
    return {name: value for name, value in read.items() if value is not None}


def _plan(visit: Visit, services: Services) -> Plan | None:
    county = county_of(visit, services)
    return services.current_plan(county) if county else None


def _today(visit: Visit) -> date:
    return date.fromisoformat(str(visit.metadata["today"]))

"""What the engine understood of a message in a conversation, as the answering of questions takes it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, Final

from actions.told.kept import TOLD_SLOT, told_before
from actions.visit import Visit
from enrolment.model.answering.given_facts import TOLD
from enrolment.model.answering.understood import AskedSpan, Ranked, ToldFact, Understood
from enrolment.model.plan import Plan
from enrolment.model.plan.topics import Topic, topic_named

ASK: Final = "ask_"
_QUESTION: Final = "question"
_CLEAR: Final = 0.9
# Below it a ranking is about something else altogether.
_LEAST: Final = 0.7
_OF_INTENTS: Final[Mapping[str, Topic]] = {
    # Acts that ask something too (docs/topics.md).
    "start_enrolment": Topic.REGISTRATION_CHANNEL_HOWTO,
    "check_status": Topic.REVIEW_STATUS_RESULT,
    "complain": Topic.COMPLAINT,
    "withdraw_consent": Topic.DATA_AUTHORIZATION_PRIVACY,
    "show_consents": Topic.DATA_AUTHORIZATION_PRIVACY,
    "talk_to_human": Topic.OTHER_IN_SCOPE,
    "give_feedback": Topic.OTHER_IN_SCOPE,
    # Finer intents inside a topic.
    "ask_first_come": Topic.REGISTRATION_TIME,
    "ask_collective_hukou": Topic.CATEGORY_HUKOU_ONLY,
    "ask_contract_without_deed": Topic.PROPERTY_CONTRACT_OR_NO_DEED,
    "ask_commercial_title": Topic.PROPERTY_CONTRACT_OR_NO_DEED,
    "ask_home_share": Topic.PROPERTY_CONTRACT_OR_NO_DEED,
    "ask_resettlement": Topic.PROPERTY_CONTRACT_OR_NO_DEED,
    "ask_lease_filing_timing": Topic.RENTAL,
    "ask_public_housing": Topic.RENTAL,
    "ask_residence_permit_timing": Topic.SOCIAL_INSURANCE_RESIDENCE_PERMIT,
    "ask_seat_lock": Topic.ZONING_SCHOOL_ASSIGNMENT,
    "ask_hmt_children": Topic.HK_MO_TW_FOREIGN,
    "ask_foreign_children": Topic.HK_MO_TW_FOREIGN,
}


def topic_of(intent: str) -> Topic | None:
    """The topic of an intent, None where it is about nothing a guide has."""
    return _OF_INTENTS.get(intent) or topic_named(intent.removeprefix(ASK))


def understood(visit: Visit, plan: Plan, topic: Topic | None = None) -> Understood:
    """What the message is about and what is told, by it or before; a `topic` that was picked is certain."""
    told = [*_told_before(visit, plan), *told_now(visit)]
    if topic is not None:
        return Understood(visit.intent, (Ranked(topic, 1.0),), tuple(told))
    return Understood(visit.intent, ranked(visit.ranking), tuple(told), spans_among(visit.entities))


def ranked(ranking: Mapping[str, float]) -> tuple[Ranked, ...]:
    """The topics of a ranking of intents, the likeliest first; intents of one topic add up.

    What the ranking leaves to telling facts and to courtesies says nothing of the question: topics are
    weighed among themselves.
    """
    sure: defaultdict[Topic, float] = defaultdict(float)
    for intent, confidence in ranking.items():
        topic = topic_of(intent)
        if topic is not None:
            sure[topic] += confidence
    whole = max(sum(sure.values()), _LEAST)
    return tuple(Ranked(topic, sure[topic] / whole) for topic in sorted(sure, key=lambda each: -sure[each]))


def _told_before(visit: Visit, plan: Plan) -> list[ToldFact]:
    """What the conversation holds; hukou and home say something of the county they were told for alone."""
    of_here = ("hukou", "home") if visit.slot("county") == plan.county else ()
    slots = {name: visit.slot(name) for name in ("stage", "birth_date", *of_here) if visit.slot(name)}
    besides = told_before(visit.slots.get(TOLD_SLOT))
    return [ToldFact(name, value) for name, value in (besides | slots).items()]


def told_now(visit: Visit) -> list[ToldFact]:
    """The facts that the message tells."""
    return [
        ToldFact(each["entity"], each["value"])
        for each in visit.entities
        if each.get("entity") in TOLD and isinstance(each.get("value"), str)
    ]


def spans_among(entities: Iterable[Mapping[str, Any]]) -> tuple[AskedSpan, ...]:
    """The questions the engine found in a message, each of them clear by itself."""
    found = [
        (int(each["start"]), int(each["end"]), topic_named(str(each.get("value"))))
        for each in entities
        if each.get("entity") == _QUESTION
    ]
    return tuple(AskedSpan(start, end, (Ranked(topic, _CLEAR),)) for start, end, topic in found if topic)

"""Answers to questions of policy: computed or from the plan's guide, asked back, or by a person."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from actions.choices import PHONES, PROGRESS, Choice
from actions.counties import ELSEWHERE, choices_among, county_of, meant, some_plan
from actions.handing_over import hand_over, noted
from actions.path.steps import FACTS
from actions.services import Services
from actions.talk.awaited import Awaited, may_be_put, of_answer, put_question
from actions.talk.understood import ASK, topic_of, understood
from actions.talk.usefulness import ask_opinion, asks_opinion
from actions.visit import Changes, Visit
from enrolment.model.answering.answer import Answer, Answers, Handoff, Status, TopicChoice
from enrolment.model.answering.understood import Understood
from enrolment.model.guidance.gaps import GapKind
from enrolment.model.handover import HandoverReason
from enrolment.model.plan import Plan
from enrolment.services.answering import Asked
from enrolment.services.answering.once import once
from enrolment.services.guidance.record_gap import RecordGap

_MOST_CLARIFICATIONS: Final = 2
# The article on every question that a guide has none for.
_NOTHING: Final = "other_topic"
_AND: Final = ","
"""Between the questions that wait for the county, each by its article or topic."""
_WHERE: Final = "where"
_WHERE_WORDS: Final = (
    "每个区的规定不一样，您问的是哪个区？",
    "要先知道是哪个区，我才好照那个区的规定答您。请点一下，或者打出区的名字。",
)
_REASONS: Final[Mapping[Handoff, HandoverReason]] = {
    Handoff.CHANCES: HandoverReason.CHANCES,
    Handoff.DISCRETION: HandoverReason.DISCRETION,
    Handoff.DISPUTE: HandoverReason.LEGAL_DISPUTE,
    Handoff.ANGER: HandoverReason.COMPLAINT,
    Handoff.WISH: HandoverReason.ASKED,
    Handoff.OTHER_YEAR: HandoverReason.OTHER_YEAR,
    Handoff.DANGER: HandoverReason.SAFETY,
}
_TOLD_A_PERSON: Final = "已经帮您转给工作人员，您说过的情况他们看得到；在等的时候您还可以接着问我。"


async def answer_on_the_way(
    visit: Visit,
    services: Services,
    topic: str = "",
    choices: tuple[Choice, ...] = (),
    *,
    sure: bool = False,
    may_ask: bool = False,
) -> Changes:
    """Answer the questions of the message (or those that waited), as far as the family's own case is known.

    A question that was not understood for sure is asked back, unless it is `sure`; one that several counties
    would answer differently waits until the county is told. What an answer is missing is asked for where it
    `may_ask`: where no other question follows.
    """
    waited = topic or (visit.slot("question") if visit.picked else "")
    answers, means = await _found(visit, services, waited.split(_AND), sure=sure)
    return await _give(visit, services, answers, means, choices, may_ask=may_ask)


async def answer_all_the_same(visit: Visit, services: Services) -> Changes | None:
    """Answer what seemed far or unclear where a person has to, or where its words name an article.

    Else None, and nothing was said.
    """
    answers, means = await _found(visit, services, [""])
    if answers.first.status in {Status.CLARIFY, Status.OUT_OF_SCOPE}:
        return None
    return await _give(visit, services, answers, means, (), may_ask=not visit.active_form)


async def _found(
    visit: Visit, services: Services, wanted: Sequence[str], *, sure: bool = False
) -> tuple[Answers, Understood]:
    """The answers to a message, or to the questions that waited, and what the message was understood as."""
    plan = services.current_plan(asked_about(visit, services) or some_plan(services).county)
    asked = [_asked(visit, plan, each, sure=sure) for each in wanted]
    found = [await asyncio.to_thread(services.answer_message, each) for each in asked]
    parts = once(part for each in found for part in each.parts)
    return replace(found[0], parts=parts), asked[0].understood


async def _give(
    visit: Visit,
    services: Services,
    answers: Answers,
    means: Understood,
    choices: tuple[Choice, ...],
    *,
    may_ask: bool,
) -> Changes:
    """Say answers, or ask which county they are for; keep what was told, and what the guide lacks."""
    differing = [part for part in answers.parts if _differs(part)]
    if differing and not asked_about(visit, services):
        return _ask_where(visit, services, differing, asks_next=not may_ask)
    await asyncio.to_thread(services.remember_told, visit.conversation_id, answers)
    changes = tell(visit, answers, choices, services, may_ask=may_ask)
    for gap in _gaps_in(visit, answers, means):
        await asyncio.to_thread(services.record_gap, gap)
    return changes


def _asked(visit: Visit, plan: Plan, wanted: str, *, sure: bool) -> Asked:
    """The message as a question, or the one that waited under the name of its article or topic."""
    article = plan.articles.get(wanted)
    about = article.topic if article else topic_of(wanted or visit.intent)
    means = understood(visit, plan, about if wanted or sure or visit.picked else None)
    return Asked(plan.county, visit.text, means, article=article.key if article else "")


def asked_about(visit: Visit, services: Services) -> str:
    """The county a question is about: the one it names, else the conversation's; empty while it is open."""
    named = meant(visit.entity("county") or "", services)
    return named[0].county if len(named) == 1 else county_of(visit, services)


def county_told(visit: Visit, services: Services) -> Changes:
    """The county a message names, for later: whoever asks about one is not asked again which one is meant."""
    county = asked_about(visit, services)
    return {} if visit.slots.get("county") else {"county": county or None, "question": None}


def tell(
    visit: Visit, answers: Answers, choices: tuple[Choice, ...], services: Services, *, may_ask: bool
) -> Changes:
    """Say every answer; the choices come with the last, or with what is asked for."""
    changes: Changes = {}
    asked_before = visit.slot("asked")
    missing = next((of_answer(each, Awaited.of(visit)) for each in answers.parts if each.missing), None)
    asks = missing if missing and may_ask and may_be_put(missing, visit) else None
    opinion = not asks and asks_opinion(visit, answers, asked_before)
    for at, answer in enumerate(answers.parts, start=1):
        offered = choices if at == len(answers.parts) and not (asks or opinion) else ()
        if answer.status is Status.CLARIFY:
            changes |= _ask_back(visit, services, answer, offered, asks_next=not may_ask)
            continue
        if answer.handoff is Handoff.LIVE_STATUS:
            offered = (PROGRESS, *offered)
        # The first reason stands, and the guardian is told of the person once.
        reason = _REASONS.get(answer.handoff) if answer.handoff and visit.person is None else None
        visit.person = visit.person or reason
        told = f"\n{_TOLD_A_PERSON}" if reason else ""
        visit.say(f"{answer.told}{told}", () if visit.active_form else offered)
        now = noted(visit, answer.topic, answered=answer.status in {Status.ANSWERED, Status.NEED_INFO})
        visit.slots.update(now)
        changes |= now
        changes |= {"tries": None} if not visit.slot("tried_slot") else {}
    if asks:
        return changes | put_question(asks, visit, answers.plan, () if visit.active_form else choices)
    return changes | (ask_opinion(visit, choices) if opinion else {})


def _gaps_in(visit: Visit, answers: Answers, means: Understood) -> list[RecordGap]:
    """What the guide lacks, for the office to see: each question that had no answer, in its own words."""
    county = answers.plan.county
    if visit.person is HandoverReason.UNCLEAR:
        return [RecordGap(county, GapKind.UNCLEAR, answers.first.topic, visit.text)]
    asked = {about[0].topic: words for words, about in means.questions_of(visit.text) if about}
    return [
        RecordGap(county, GapKind.UNANSWERED, part.topic, asked.get(part.topic, visit.text))
        for part in answers.parts
        if part.article == _NOTHING
    ]


def _differs(answer: Answer) -> bool:
    """Whether another county might answer otherwise."""
    alike = {Status.CLARIFY, Status.OUT_OF_SCOPE}
    return answer.status not in alike and answer.handoff is not Handoff.DANGER


def _ask_where(visit: Visit, services: Services, answers: Sequence[Answer], *, asks_next: bool) -> Changes:
    """Ask which county's rules are meant, and let the questions wait for it.

    A form, open or about to be, asks it by itself. Nobody is asked a third time in a row.
    """
    changes: Changes = {}
    if visit.active_form or asks_next:
        visit.say("每个区的规定不一样，先说孩子在哪个区上学，我就答您。")
    else:
        among = meant(visit.entity("county") or "", services) or services.served()
        choices = [
            Choice(title, payload.replace("/inform", f"/{ASK}{answers[0].topic}", 1))
            for title, payload in choices_among(list(among))
            if ELSEWHERE not in payload
        ]
        tries = int(visit.slot("tries") or 0) + 1 if visit.slot("tried_slot") == _WHERE else 1
        changes = {"tried_slot": _WHERE, "tries": str(tries)}
        if tries > len(_WHERE_WORDS):
            hand_over(visit, services, HandoverReason.UNCLEAR, "还不知道是哪个区，怕给您答错。")
        else:
            visit.say(_WHERE_WORDS[tries - 1], choices or [PHONES])
    waiting = _AND.join(dict.fromkeys(answer.article or answer.topic for answer in answers))
    return changes | {"question": waiting}


def _ask_back(
    visit: Visit, services: Services, answer: Answer, choices: tuple[Choice, ...], *, asks_next: bool
) -> Changes:
    """Offer the nearest topics; in a form as words alone, for the numbers there pick its own choices.

    A person takes over after two questions in a row that were not clear. A half-understood message that told
    facts was answered by taking them.
    """
    if (visit.active_form or asks_next) and visit.has_entity(*FACTS, "birth_date_problem"):
        return {}
    tries = int(visit.slot("tries") or 0) + 1 if not visit.slot("tried_slot") else 1
    if tries > _MOST_CLARIFICATIONS:
        hand_over(visit, services, HandoverReason.UNCLEAR, "我还是没明白您问的是哪一件。")
        return noted(visit, answer.topic, answered=False) | {"tried_slot": None, "tries": "0"}
    if visit.active_form:
        visit.say(f"没太看明白，您是想问{_or(answer.choices)}吗？是的话，请回复那几个字。")
    else:
        nearest = tuple(Choice(each.title, f"/{ASK}{each.topic}") for each in answer.choices)
        visit.say(answer.text, (*nearest, *choices))
    return {"tried_slot": None, "tries": str(tries)}


def _or(choices: Sequence[TopicChoice]) -> str:
    return "，还是".join(f"“{each.title}”" for each in choices)

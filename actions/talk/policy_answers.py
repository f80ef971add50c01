"""Answers to questions of policy, from the plan's guide with the clause."""

from __future__ import annotations

import asyncio

from actions.choices import PHONES, Choice
from actions.counties import ELSEWHERE, choices_among, county_of, meant, some_plan
from actions.handing_over import phones
from actions.path.steps import FACTS
from actions.services import Services
from actions.talk.articles import OTHER, article_on
from actions.visit import Changes, Visit
from enrolment.model.errors import BirthDateInvalid
from enrolment.model.establishing.statement import statement_from_answers
from enrolment.model.facts import FactValue

ASK = "ask_"
_NO_ARTICLE = "这个问题我现在还答不准，怕说错耽误您。请您打招生咨询电话问一问："
# A question that may well be another one is asked back: an answer to another question, taken for policy, is
# worse than none. A message that tells facts too is less sure of its intent, but then no other question comes
# near. Measured on questions kept out of training (tests/engine/dialogue).
_SURE, _FAIRLY_SURE, _AHEAD = 0.5, 0.4, 4


async def answer_on_the_way(
    visit: Visit,
    services: Services,
    topic: str = "",
    choices: tuple[Choice, ...] = (),
    *,
    sure: bool = False,
) -> Changes:
    """Answer the question of the message (or on a topic), in the wording that fits what was said so far.

    A question that was not understood for sure is asked back, unless it is `sure`; one that several counties
    would answer differently waits until the county is told.
    """
    topic = topic or visit.intent.removeprefix(ASK)
    sure = sure or _sure(visit)
    county = asked_about(visit, services)
    if not county and sure and any(article_on(topic, each.articles) != OTHER for each in services.served()):
        return _ask_where(visit, services, topic)
    articles = services.current_plan(county or some_plan(services).county).articles
    article = article_on(topic, articles)
    if not sure and article == OTHER:
        # A half-understood message that told facts was answered by taking them.
        if visit.active_form and visit.has_entity(*FACTS, "birth_date_problem"):
            return {}
    elif not sure:
        _ask_back(visit, Choice(articles[article].title, f"/{ASK}{topic}"), choices)
        return {}
    if not county or article not in articles:
        visit.say(f"{_NO_ARTICLE}\n{phones(visit, services)}", choices)
        return {}
    answer = await asyncio.to_thread(services.answer_question, article, county, None, _told(visit))
    visit.say(answer.text, choices)
    return {}


def asked_about(visit: Visit, services: Services) -> str:
    """The county a question is about: the one it names, else the conversation's; empty while it is open."""
    named = meant(visit.entity("county") or "", services)
    return named[0].county if len(named) == 1 else county_of(visit, services)


def _ask_where(visit: Visit, services: Services, topic: str) -> Changes:
    """Ask which county's rules are meant; an open form asks it by itself."""
    if visit.active_form:
        visit.say("每个区的规定不一样，先说孩子在哪个区上学，我就答您。")
    else:
        among = meant(visit.entity("county") or "", services) or services.served()
        choices = [
            Choice(title, payload.replace("/inform", f"/{ASK}{topic}", 1))
            for title, payload in choices_among(list(among))
            if ELSEWHERE not in payload
        ]
        visit.say("每个区的规定不一样，您问的是哪个区？", choices or [PHONES])
    return {"question": topic}


def _sure(visit: Visit) -> bool:
    others = (
        sure for intent, sure in visit.ranking.items() if intent.startswith(ASK) and intent != visit.intent
    )
    ahead = visit.confidence >= _AHEAD * max(others, default=0.0)
    return visit.confidence >= _SURE or (visit.confidence >= _FAIRLY_SURE and ahead)


def _ask_back(visit: Visit, guess: Choice, choices: tuple[Choice, ...]) -> None:
    """Say what the question may be; in a form as words alone, for the numbers there pick its own choices."""
    told = f"没太看明白，您是想问“{guess.title}”吗？"
    if visit.active_form:
        visit.say(f"{told}是的话，请回复“{guess.title}”。")
    else:
        visit.say(f"{told}不是的话，请您换个说法再问一次。", (guess, PHONES, *choices))


def _told(visit: Visit) -> dict[str, FactValue]:
    # Before the county is told, hukou and home are places of their own and say nothing yet.
    names = ("birth_date", "hukou", "home") if visit.slots.get("county") else ("birth_date",)
    answers = {name: visit.slots.get(name) for name in names}
    try:
        return statement_from_answers(answers)
    except BirthDateInvalid:
        return {}

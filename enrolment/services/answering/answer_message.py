"""Answer a message: computed from the plan where it can, else from its guide; a person where it must be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from enrolment.answer_ports import GuideSearch
from enrolment.model.answering.answer import Answer, Answers, Handoff, Status, TopicChoice
from enrolment.model.answering.choosing import Chosen, asks_its_category, choose, main_article
from enrolment.model.answering.computed import Case, Computed, compute
from enrolment.model.answering.signs import asks_live_status, other_year, sign_of
from enrolment.model.answering.told_facts import Readings, read_told
from enrolment.model.answering.understood import Ranked, Understood
from enrolment.model.facts import FactValue
from enrolment.model.guide import fill, wording
from enrolment.model.plan import GuideArticle, Plan
from enrolment.model.plan.topics import Topic
from enrolment.ports import Clock, Plans
from enrolment.services.answering.guides import Guides
from enrolment.services.answering.handing_over import hand_over, hand_over_year
from enrolment.services.answering.once import once
from enrolment.services.answering.saying import say

_OUT_OF_SCOPE = "这个我帮不上您，我只管孩子上小学、上初中的报名入学。"
_NOT_CLEAR = "没太看明白您问的是哪一件，您是想问下面的哪一个？都不是的话，请换个说法再问一次。"
_WISH = "talk_to_human"
_FOUND = 12


@dataclass(frozen=True, slots=True)
class Asked:
    """A message to be answered by one authority's plan; `year` None means the plan now in force.

    `known` is what was known of the family before this message, `article` the guide's article it wants where
    that was found before. `own_case` says that it tells what such an answer was missing.
    """

    authority: str
    text: str
    understood: Understood
    known: Readings = field(default_factory=Readings)
    year: int | None = None
    article: str = ""
    own_case: bool = False


def answer_message(
    asked: Asked, *, plans: Plans, search: GuideSearch, clock: Clock, guides: Guides | None = None
) -> Answers:
    """Answer every question of a message, each with the clauses it rests on.

    `guides` adds what offices published of their own. Raises PlanNotFound.
    """
    plan = plans.current(asked.authority) if asked.year is None else plans.get(asked.authority, asked.year)
    plan = guides.of(plan) if guides is not None else plan
    told = read_told(asked.understood.facts, plan, clock.today()).over(asked.known)
    desk = _Desk(plan, search, clock, told, asked.understood, asked.article, asked.own_case)
    parts = [desk.answer(text, topics) for text, topics in asked.understood.questions_of(asked.text)]
    return Answers(plan, once(parts))


def _top(topics: Sequence[Ranked]) -> Topic:
    return topics[0].topic if topics else Topic.OTHER_IN_SCOPE


@dataclass(frozen=True, slots=True)
class _Desk:
    """Answers questions of one family by one plan."""

    plan: Plan
    search: GuideSearch
    clock: Clock
    told: Readings
    understood: Understood
    wanted: str
    own: bool

    def answer(self, text: str, topics: Sequence[Ranked]) -> Answer:
        """Answer one question."""
        topic = _top(topics)
        if year := other_year(text, self.plan.year):
            return hand_over_year(self.plan, topic, year)
        chosen = self._choose(text, topics)
        if reason := self._reason(text, topic):
            return hand_over(
                self.plan, topic, reason, self.clock.today(), article=self._beside(reason, chosen)
            )
        if chosen.article is None:
            if topic is Topic.OUT_OF_SCOPE:
                return Answer(Status.OUT_OF_SCOPE, topic, _OUT_OF_SCOPE)
            return Answer(Status.CLARIFY, topic, _NOT_CLEAR, choices=tuple(self._choices(chosen)))
        about = chosen.article.topic or topic
        named = about if topic is Topic.OUT_OF_SCOPE else topic
        return self._told(named, chosen.article, self._compute(about, text))

    def _compute(self, topic: Topic, text: str) -> Computed | None:
        return compute(Case(self.plan, topic, text, self.clock.today(), self.told, self.own))

    def _choose(self, text: str, topics: Sequence[Ranked]) -> Chosen:
        if self.wanted in self.plan.articles:
            return Chosen(self.plan.articles[self.wanted], ())
        fits = {each.article: each.fit for each in self.search.find(self.plan, text, _FOUND)}
        chosen = choose(self.plan, topics, fits, self.understood.finer)
        if chosen.article is None and asks_its_category(topics):
            # Which category it is, is what the family asks: where its case decides that, the words need not.
            computed = self._compute(topics[0].topic, text)
            if computed is not None and computed.text:
                return Chosen(main_article(self.plan, topics[0].topic), chosen.near)
        return chosen

    def _reason(self, text: str, topic: Topic) -> Handoff | None:
        """Why a person has to answer, None where nothing says so."""
        if self.understood.intent == _WISH:
            return Handoff.WISH
        if reason := sign_of(text):
            return reason
        if topic is Topic.COMPLAINT:
            return Handoff.ANGER
        live = topic is Topic.REVIEW_STATUS_RESULT and asks_live_status(text)
        return Handoff.LIVE_STATUS if live else None

    def _beside(self, reason: Handoff, chosen: Chosen) -> GuideArticle | None:
        """The article told before a hand-over: the rule there is, never with chances or comparisons."""
        alone = reason in {Handoff.CHANCES, Handoff.RANKING, Handoff.WISH, Handoff.ANGER}
        return None if alone else chosen.article

    def _choices(self, chosen: Chosen) -> Sequence[TopicChoice]:
        named = [(topic, main_article(self.plan, topic)) for topic in chosen.near]
        return [TopicChoice(topic, article.title) for topic, article in named if article is not None]

    def _told(self, topic: Topic, article: GuideArticle, computed: Computed | None) -> Answer:
        """Say what was computed, then the article in the wording that fits, then what is missing."""
        found = computed or Computed()
        said = self.told.sure
        text, clauses = wording(article, said)
        filled = fill(text, self.plan, _without_day(said), self.clock.today())
        lines = [found.text, "" if found.whole else filled, found.question]
        status = Status.NEED_INFO if found.missing else Status.ANSWERED
        body = "\n".join(line for line in lines if line)
        rests_on = found.clauses if found.whole else (*found.clauses, *clauses)
        answer = say(self.plan, topic, status, body, rests_on, article.key)
        return replace(answer, missing=found.missing, question=found.question)


def _without_day(said: Mapping[str, FactValue]) -> dict[str, FactValue]:
    """What the article's own placeholders may use: the birth date is computed before it."""
    return {name: value for name, value in said.items() if name != "birth_date"}

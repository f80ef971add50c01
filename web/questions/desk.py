"""Takes a question apart from any conversation: shielded, understood, answered; nothing of it is kept."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bot.places import named_counties
from bot.safety.danger import Danger, danger_in
from bot.safety.reading import Unread, read
from bot.shield import masked
from bot.words import HELP
from enrolment.answer_ports import Understanding
from enrolment.model.answering.answer import Answer, Answers, Handoff, Status
from enrolment.model.answering.given_facts import read_given
from enrolment.model.answering.told_facts import Readings
from enrolment.model.plan import Plan
from enrolment.model.plan.topics import Topic
from enrolment.ports import Clock, Plans
from enrolment.services.answering import Asked
from enrolment.services.answering.asking_again import ask_again
from enrolment.services.answering.handing_over import hand_over
from web.questions.limit import CallerLimit
from web.questions.wordings import NOTHING_ASKED, SMALL_TALK, UNREAD


@dataclass(frozen=True, slots=True)
class QuestionDesk:
    """What the interface for questions works with.

    `answer` is the service `answer_message`, `limit` says how often one caller may ask.
    """

    understanding: Understanding
    answer: Callable[[Asked], Answers]
    plans: Plans
    clock: Clock
    limit: CallerLimit

    async def ask(self, authority: str, year: int | None, text: str, facts: Mapping[str, object]) -> Answers:
        """Answer a tidied question; words of danger, links and other languages without asking the engine.

        Raises PlanNotFound, StatementInvalid for a fact nobody knows, UnderstandingUnavailable.
        """
        plan, known = await asyncio.to_thread(self._read, authority, year, facts)
        if danger := danger_in(text):
            return Answers(plan, (_help(danger),))
        reading = read(text)
        if reading.unread is not None:
            return Answers(plan, (self._unread(plan, reading.unread),))
        shielded = masked(reading.text)
        understood = await self.understanding.understand(shielded, self._metadata(shielded))
        if understood.intent in SMALL_TALK and not understood.questions:
            return Answers(plan, (ask_again(plan, NOTHING_ASKED),))
        asked = Asked(authority, shielded, understood, known, year)
        return await asyncio.to_thread(self.answer, asked)

    def _unread(self, plan: Plan, why: Unread) -> Answer:
        if why is Unread.INSULTS:
            return hand_over(plan, Topic.COMPLAINT, Handoff.ANGER, self.clock.today())
        return ask_again(plan, UNREAD[why])

    def _read(self, authority: str, year: int | None, facts: Mapping[str, object]) -> tuple[Plan, Readings]:
        plan = self.plans.current(authority) if year is None else self.plans.get(authority, year)
        return plan, read_given(facts, plan, self.clock.today()).known

    def _metadata(self, text: str) -> dict[str, object]:
        served: Sequence[Plan] = self.plans.counties()
        return {
            "today": self.clock.today().isoformat(),
            "now": self.clock.now().isoformat(),
            "channel": "api",
            "findings": [],
            "counties": named_counties(text, served),
        }


def _help(danger: Danger) -> Answer:
    return Answer(Status.HANDOFF, Topic.OTHER_IN_SCOPE, HELP[danger], handoff=Handoff.DANGER)

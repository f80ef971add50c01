"""The facts form: what no department can say and the category hangs on, one question at a time."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from rasa_sdk.events import EventType

from actions.forms.fact_answers import NONE, SKIP, UNCLEAR, asks_back, read_answer
from actions.forms.fact_questions import ANSWERED, SLOT
from actions.forms.fact_values import EXAMPLES, Asked, spoken_value, value_of
from actions.forms.form import FormValidation
from actions.forms.offers import read_reply
from actions.path.steps import FACTS
from actions.talk.asking import failed
from actions.told.stating import next_to_ask
from actions.visit import Changes, Visit
from enrolment.model.establishing.statement import holder_of
from enrolment.model.establishing.told_statement import SUGGESTED, statement_from_told
from enrolment.model.facts import FactValue
from enrolment.model.plan import FactKind

# What is said with these may be meant as an answer; anything else goes where it belongs.
# Below it, what sounds like a question of policy and has no question word may as well be an answer.
_SURE = 0.7
_OF_TIME = re.compile(
    r"以前|之前|好久|很久|挺早|好早|多年|好几年|不久|刚[办交缴租]|[上下]半年|年[底初]|那会儿|那时候"
)
_MAY_ANSWER = frozenset({"inform", "affirm", "deny", "nlu_fallback", "out_of_scope"})


class ValidateFactsForm(FormValidation):
    """Takes the guardian's word, or that nobody can say; no question comes a third time."""

    form = "facts_form"
    slots = (SLOT,)
    # An answer is told by its words alone: "没有" sounds like much else.
    never_heard = frozenset({"county_chosen", "in_danger"})

    def hear(self, visit: Visit) -> Mapping[str, str]:
        """Find an answer to the question asked, or one picked from an earlier one."""
        if picked := visit.entity(SLOT):
            return {SLOT: picked}
        asked = Asked.from_slot(visit.slot("fact_asked"))
        if asked is None:
            return {}
        offered = asked.fact in SUGGESTED
        read = (
            read_reply(visit.text)
            if offered
            else read_answer(visit.text, asked.kind, asked.titles, _today(visit))
        )
        if read is not None:
            return {SLOT: f"{asked.fact}:{asked.written(read)}"}
        plan = self.services.current_plan(visit.slot("county"))
        told = statement_from_told(visit.newly_told, plan, _today(visit)).get(asked.fact)
        if told is not None:
            return {SLOT: f"{asked.fact}:{asked.written(told)}"}
        if visit.newly_told:
            return {}
        elsewhere = visit.has_entity(*(fact for fact in FACTS if fact != "birth_date"))
        meant = visit.intent in _MAY_ANSWER or (
            visit.intent.startswith("ask_")
            and not asks_back(visit.text)
            and self._sounds_like_answer(visit, asked)
        )
        unclear = meant and not elsewhere and not visit.text.startswith("/")
        return {SLOT: f"{asked.fact}:{UNCLEAR}"} if unclear else {}

    @staticmethod
    def _sounds_like_answer(visit: Visit, asked: Asked) -> bool:
        """Whether what was taken for a question of policy may as well tell when ("好久以前了")."""
        of_time = asked.kind in {FactKind.DATE, FactKind.MONTHS} and _OF_TIME.search(visit.text) is not None
        return visit.confidence < _SURE or of_time

    async def validate_fact_answer(self, value: str, visit: Visit) -> Changes | list[EventType]:
        """Accept an answer of the kind asked for, and ask what is left."""
        fact, _, said = value.partition(":")
        skipped = visit.slot("facts_skipped").split(",") if visit.slot("facts_skipped") else []
        spec = self.services.current_plan(visit.slot("county")).facts.get(fact)
        read = value_of(spec, said, _today(visit)) if spec and said not in {SKIP, NONE} else None
        holder = holder_of(fact) if said == NONE else None
        stated: dict[str, FactValue] = {holder: False} if holder else {}
        if spec is not None and read is not None:
            stated = {fact: read}
        if not stated and said not in {SKIP, NONE}:
            if visit.slot("tried_slot") != SLOT:
                kind = spec.kind if spec else FactKind.YES_NO
                return failed(visit, SLOT, self.services, EXAMPLES[kind])
            visit.say("没关系，这一项先放着，由工作人员核对。")
        if stated:
            await self.ask(
                self.services.state_facts, visit.slot("application"), visit.conversation_id, stated
            )
            if spec is not None and read is not None:
                visit.say(f"好的，记下了：{spoken_value(spec, read)}。")
        elif fact not in skipped:
            skipped = [*skipped, fact]
        question = await next_to_ask(self, visit, skipped)
        return {
            SLOT: None if question else ANSWERED,
            "facts_skipped": ",".join(skipped) or None,
            "fact_asked": None,
            "shown": None,
        }


def _today(visit: Visit) -> date:
    return date.fromisoformat(str(visit.metadata["today"]))

"""Corrects something said before, at any time, and says first what is asked again for it."""

from __future__ import annotations

from rasa_sdk.events import EventType

from actions.base import BaseAction
from actions.choices import PROGRESS, STOP, correcting
from actions.forms.form import CONTINUE
from actions.path.keep_old import set_aside
from actions.path.steps import FACTS, Step, begun, consent_forgotten, next_step, reopened
from actions.told.words import spoken_told
from actions.visit import LISTEN, Changes, Visit, go_to
from actions.words import CHECKED_AGAIN

_OPTIONS = (
    correcting("孩子的生日", "birth_date"),
    correcting("户口", "hukou"),
    correcting("住房", "home"),
    correcting("小学还是初中", "stage"),
    correcting("在哪个区上学", "county"),
    correcting("换个孩子", "child"),
    correcting("后来问我的几个问题", "fact_answer"),
    correcting("同意查询的内容", "consent_scope"),
)


class CorrectFact(BaseAction):
    """Forgets the fact named, or hands the new value to the form it belongs to."""

    def name(self) -> str:
        """Name the action."""
        return "action_correct_fact"

    async def act(self, visit: Visit) -> list[EventType]:
        """Correct what the message says."""
        another_child = visit.intent == "switch_child"
        if next_step(visit.slots) is Step.FILED:
            if another_child:
                return go_to("action_restart")
            visit.say(
                "这份报名已经提交了，不能直接改。要改的话请先撤回再报，或者打咨询电话请工作人员帮忙。",
                (PROGRESS, STOP),
            )
            return visit.back_to_question()
        if not begun(visit.slots) and not visit.has_entity(*FACTS):
            visit.say("还没有开始报名呢，您说说孩子的情况，我从头帮您办。")
            return go_to(CONTINUE)
        named = "child" if another_child else visit.entity("corrected")
        if visit.has_entity(*FACTS, "birth_date_problem"):
            if visit.slots.get("verified"):
                visit.say(CHECKED_AGAIN)
            return go_to("eligibility_form")
        return await self._forget(visit, named)

    async def _forget(self, visit: Visit, named: str | None) -> list[EventType]:
        if visit.newly_told:
            visit.say(f"好的，改过来了：{'，'.join(spoken_told(visit.newly_told))}。")
            # What was told is stated anew before the outcome is shown.
            return [*visit.set({"fact_answer": None, "submission": None}), *go_to(CONTINUE)]
        if named is None:
            visit.say("好的，您要改哪一项？", _OPTIONS)
            return go_to(LISTEN)
        if named == "birth_date" and visit.slots.get("child"):
            visit.say(
                "选了孩子以后，生日按登记的办，不用您填。登记的不对，请先到派出所更正；选错了孩子，点“换个孩子”。",
                (correcting("换个孩子", "child"),),
            )
            return visit.back_to_question()
        if visit.slots.get("verified"):
            visit.say(CHECKED_AGAIN)
        return [*visit.set(await self._changes(visit, named)), *go_to(CONTINUE)]

    async def _changes(self, visit: Visit, named: str) -> Changes:
        if named == "consent_scope":
            return consent_forgotten() | await self._asked_anew(visit)
        changes = reopened() | set_aside(visit.slots, named) | {named: None}
        if named in {"birth_date", "child", "stage", "county"}:
            changes |= {"age_finding": None}
        if named == "county":
            changes |= dict.fromkeys(("hukou", "home"), None)
        return changes

    async def _asked_anew(self, visit: Visit) -> Changes:
        """Have every data item asked about again, also those that were refused."""
        again: Changes = {"verified": None, "submission": None}
        if not visit.slots.get("application"):
            return again
        items = await self.ask(
            self.services.list_requests, visit.slot("application"), visit.conversation_id, anew=True
        )
        return again | {"consent_items": ",".join(item.key for item in items) or None}

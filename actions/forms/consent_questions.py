"""Asks for consent: once for everything, with the card, or data item by data item with its purpose."""

from __future__ import annotations

from rasa_sdk.events import EventType

from actions.base import BaseAction
from actions.choices import WHY, Choice, telling
from actions.forms.wording import SHORT, manner_of, put, worded
from actions.talk.asking import AGAIN, HUMAN
from actions.visit import Visit

YES, NO = "yes", "no"
_ANSWERS = (("同意", YES), ("不同意", NO))
_SCOPE_SLOT = "consent_scope"
_SCOPE = {
    "": "您同意的话，我就去下面这几个部门替您核对，您不用交纸质材料。可以全部同意，也可以挑着同意。",
    SHORT: "同意我去这几个部门替您核对吗？可以全部同意，也可以挑选。",
    AGAIN: "请您点一下：全部同意、挑选，还是都不同意？都不同意也能报名。",
    HUMAN: "您也可以直接回复“全部同意”“我要挑选”或者“都不同意”。",
}
_ITEM = {
    "": "同意向{department}查询“{item}”吗？用来{purpose}。",
    SHORT: "同意查询“{item}”吗？",
    AGAIN: "“{item}”这一项，请您点“同意”或者“不同意”。",
    HUMAN: "“{item}”这一项，不想查也没关系，回复“不同意”就行。",
}


def items_of(visit: Visit, slot: str) -> list[str]:
    """The data items a slot lists."""
    return [item for item in visit.slot(slot).split(",") if item]


def pending_item(visit: Visit) -> str:
    """The data item to be asked about now, empty when every one was answered."""
    told = {*items_of(visit, "consent_granted"), *items_of(visit, "consent_refused")}
    return next((item for item in items_of(visit, "consent_items") if item not in told), "")


class AskConsentScope(BaseAction):
    """Shows what would be looked up, where and what for, and asks for consent."""

    def name(self) -> str:
        """Name the action."""
        return "action_ask_consent_form_consent_scope"

    async def act(self, visit: Visit) -> list[EventType]:
        """Ask, and remember which wording was shown."""
        choices: tuple[Choice, ...] = (
            telling("全部同意", consent_scope="all"),
            telling("我要挑选", consent_scope="some"),
            telling("都不同意", consent_scope="none"),
            WHY,
        )
        manner = manner_of(visit, _SCOPE_SLOT)
        shown = f"{visit.slot('application')}:{visit.slot('consent_items')}"
        visit.say(worded(manner, _SCOPE), choices, card=None if manner else ("consent", shown))
        events = put(visit, _SCOPE_SLOT)
        if manner:
            return events
        plan = self.services.current_plan(visit.slot("county"))
        return [*events, *visit.set({"consent_text_version": plan.consent_text_version})]


class AskConsentItem(BaseAction):
    """Asks for consent to one data item, with department and purpose in the plan's words."""

    def name(self) -> str:
        """Name the action."""
        return "action_ask_consent_form_consent_item"

    async def act(self, visit: Visit) -> list[EventType]:
        """Ask about the first item without an answer."""
        key = pending_item(visit)
        item = self.services.current_plan(visit.slot("county")).data_items[key]
        question = worded(manner_of(visit, f"consent_item:{key}"), _ITEM).format(
            department=item.department_title,
            item=item.title,
            purpose=item.purpose.removeprefix("用于").removeprefix("用来").rstrip("。"),
        )
        answers = (telling(title, consent_item=f"{key}:{said}") for title, said in _ANSWERS)
        visit.say(question, (*answers, WHY))
        return put(visit, f"consent_item:{key}")

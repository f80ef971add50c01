"""The withdrawal form: an application that was filed is taken back only after one clear yes."""

from __future__ import annotations

from collections.abc import Mapping

from rasa_sdk.events import EventType

from actions.base import BaseAction
from actions.choices import PROGRESS, WHY, telling
from actions.forms.form import FormValidation
from actions.forms.wording import SHORT, manner_of, put, worded
from actions.talk.asking import AGAIN, HUMAN, failed
from actions.visit import Changes, Visit, go_to

_QUESTION = {
    "": "这份报名已经提交了，受理编号{receipt}。撤回以后就不算数了，您真的要撤回吗？",
    SHORT: "您真的要撤回这份报名吗？",
    AGAIN: "请您点一下：撤回，还是不撤回？",
    HUMAN: "没有您的确认，我不会撤回。要撤回请回复“撤回”，不撤请回复“不撤”。",
}


class ValidateWithdrawalForm(FormValidation):
    """Takes a clear yes or no."""

    form = "withdrawal_form"
    slots = ("withdrawal",)
    never_heard = FormValidation.never_heard - {"cancel"}

    def hear(self, visit: Visit) -> Mapping[str, str]:
        """Find the answer; saying "撤回" again is a yes."""
        said = visit.entity("withdrawal") or visit.entity("answer")
        if not said and "撤" in visit.text:
            said = "no" if "不撤" in visit.text or "别撤" in visit.text else "yes"
        if not said:
            said = {"1": "yes", "2": "no"}.get(visit.entity("ordinal") or "")
        return {"withdrawal": said} if said else {}

    async def validate_withdrawal(self, value: str, visit: Visit) -> Changes | list[EventType]:
        """Accept yes and no."""
        if value not in {"yes", "no"}:
            return failed(visit, "withdrawal", self.services)
        return {"withdrawal": value}

    async def finish(self, visit: Visit) -> list[EventType]:
        """Do as was said."""
        del visit
        return go_to("action_withdraw_application")


class AskWithdrawal(BaseAction):
    """Asks whether a filed application is really to be taken back."""

    def name(self) -> str:
        """Name the action."""
        return "action_ask_withdrawal_form_withdrawal"

    async def act(self, visit: Visit) -> list[EventType]:
        """Ask."""
        choices = (telling("确定撤回", withdrawal="yes"), telling("不撤回", withdrawal="no"), WHY)
        words = worded(manner_of(visit, "withdrawal"), _QUESTION)
        visit.say(words.format(receipt=visit.slot("receipt")), (*choices, PROGRESS))
        return put(visit, "withdrawal")

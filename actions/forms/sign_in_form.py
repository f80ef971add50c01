"""The sign-in form: goes on once the conversation is with a verified guardian."""

from __future__ import annotations

from collections.abc import Mapping

from rasa_sdk.events import EventType

from actions.base import BaseAction
from actions.choices import SIGNED_IN, STOP, WHY
from actions.forms.form import FormValidation
from actions.forms.wording import SHORT, manner_of, put, worded
from actions.talk.asking import AGAIN, HUMAN, failed
from actions.visit import Changes, Visit
from enrolment.model.errors import NotSignedIn
from enrolment.model.handover import HandoverReason

LINK = "sign_in"
_SLOT = "signed_in"
_QUESTION = {
    "": "下一步请您登录“爱山东”，确认您是孩子的监护人。点下面的链接登录，{back}。",
    SHORT: "请点下面的链接登录，{back}。",
    AGAIN: "请点下面的链接登录，登录成功后回到这里，{done}。",
    HUMAN: "链接过一会儿会失效，这是新的，请您再点一次试试。",
}
_NOT_YET = "我这边还没有看到您登录成功，可能是登录没有完成，不着急。"
_BY_ITSELF = {"back": "登录好了会自动回来接着办", "done": "点“我登录好了”"}
_BY_WORD = {"back": "登录好了，回到这里回复“好了”", "done": "回复“好了”"}


class ValidateSignInForm(FormValidation):
    """Asks the sign-ins themselves whether somebody signed in; a guardian's word alone is not taken."""

    form = "sign_in_form"
    slots = (_SLOT,)

    def hear(self, visit: Visit) -> Mapping[str, str]:
        """Find that the guardian says to have signed in."""
        says_so = visit.intent == "signed_in" or visit.has_entity("done") or visit.entity("answer") == "yes"
        return {"signed_in": "yes"} if says_so else {}

    async def validate_signed_in(self, value: str, visit: Visit) -> Changes | list[EventType]:
        """Accept when the conversation is bound to a guardian."""
        try:
            await self.ask(self.services.list_children, visit.conversation_id)
        except NotSignedIn:
            return failed(visit, _SLOT, self.services, _NOT_YET, HandoverReason.FAILED_SIGN_INS)
        visit.say("登录好了，谢谢您，⟦guardian⟧。")
        return {"signed_in": value, "asking": None}


class AskSignedIn(BaseAction):
    """Gives the sign-in link."""

    def name(self) -> str:
        """Name the action."""
        return "action_ask_sign_in_form_signed_in"

    async def act(self, visit: Visit) -> list[EventType]:
        """Ask."""
        words = worded(manner_of(visit, _SLOT), _QUESTION).format_map(
            _BY_WORD if visit.on_wechat else _BY_ITSELF
        )
        visit.say(words, (SIGNED_IN, WHY, STOP), link=LINK)
        return put(visit, _SLOT)

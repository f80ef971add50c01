"""The submission form: the guardian looks at the decision and says yes, or not yet."""

from __future__ import annotations

import re
from collections.abc import Mapping

from rasa_sdk.events import EventType

from actions.base import BaseAction
from actions.choices import GO_ON, STOP, WRONG, Choice, telling
from actions.decision_words import decision_in_words
from actions.forms.form import CONTINUE, FormValidation
from actions.forms.wording import manner_of, put, worded
from actions.talk.asking import AGAIN, HUMAN, failed
from actions.talk.mismatch_words import can_recheck, mismatches_in_words
from actions.told.stating import has_offer
from actions.visit import Changes, Visit, go_to

RETRY = "retry"
_SLOT = "submission"
_QUESTION = {
    "": "没问题就点“确认提交”。",
    AGAIN: "请您点一下：确认提交，还是要修改？",
    HUMAN: "您也可以直接回复“提交”或者“先不提交”。",
}
# “有” answers another question than whether to file: there may be a mistake.
_SOMETHING_WRONG = re.compile(r"有(?:问题|错|误|不对)|有(?:的|啊|呀)?[。！!]?$")
_CLEAR = re.compile("提交|确认|确定|交吧|报吧|同意")
WHY = Choice("为什么", "/ask_why")
HOW = Choice("还能做什么", "/ask_how_to")
NOT_FOUND = Choice("查不到怎么办", "/report_mismatch")


class ValidateSubmissionForm(FormValidation):
    """Takes a yes; a no keeps everything, and a retry checks again with the departments."""

    form = "submission_form"
    slots = (_SLOT,)

    def hear(self, visit: Visit) -> Mapping[str, str]:
        """Find the answer."""
        said = visit.entity("submission") or visit.entity("answer")
        # Once a person was called, only a clear word files: "好吧" may be meant for that.
        vague = visit.slot("asking") == HUMAN and not (visit.picked or _CLEAR.search(visit.text))
        if said == "yes" and (vague or _SOMETHING_WRONG.match(visit.text)):
            said = "unclear"
        if not said and visit.entity("ordinal") == "1":
            said = "yes"
        return {"submission": said} if said else {}

    async def validate_submission(self, value: str, visit: Visit) -> Changes | list[EventType]:
        """Accept a yes; anything else closes the form."""
        if value == RETRY:
            return [*visit.set({"verified": None}), *self.stop(visit, CONTINUE)]
        if value == "no":
            visit.say("好的，先不提交，都给您留着。想好了发“继续”就行。", (GO_ON, WRONG))
            return self.stop(visit)
        if value != "yes":
            return failed(visit, "submission", self.services)
        return {"submission": "yes"}


class AskSubmission(BaseAction):
    """Says the decision in a sentence, shows its card, and asks whether to file."""

    def name(self) -> str:
        """Name the action."""
        return "action_ask_submission_form_submission"

    async def act(self, visit: Visit) -> list[EventType]:
        """Ask; a category that is still to be offered comes first."""
        if await has_offer(self, visit):
            return [*visit.set({"fact_answer": None, "shown": None}), *go_to(CONTINUE)]
        words = await self.ask(
            self.services.describe_outcome, visit.slot("application"), visit.conversation_id
        )
        retry = telling("再核对一次", submission=RETRY)
        yes = telling("确认提交", submission="yes")
        found = await self.ask(self.services.list_mismatches, visit.conversation_id)
        again = ((retry,) if words.unanswered else ()) + ((NOT_FOUND,) if found else ())
        choices = (yes, *again, WRONG, WHY, HOW, STOP)
        manner = manner_of(visit, _SLOT)
        question = worded(manner, _QUESTION)
        if manner:
            visit.say(question, choices)
            return put(visit, _SLOT)
        card = ("decision", visit.slot("application"))
        differing = f"\n{mismatches_in_words(found)}\n" if found else ""
        link = "records" if can_recheck(found) else None
        visit.say(f"{decision_in_words(words)}{differing}{question}", choices, card=card, link=link)
        return put(visit, _SLOT)

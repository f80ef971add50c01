"""Says why the pending question is asked, or why the decision is what it is."""

from __future__ import annotations

from rasa_sdk.events import EventType

from actions.base import BaseAction
from actions.decision_words import reasons_in_words
from actions.path.steps import decision_shown
from actions.talk.asking import AGAIN, failed, not_understood
from actions.talk.awaited import let_go, pending
from actions.talk.mismatch_words import can_recheck, mismatches_in_words
from actions.visit import Visit

_FOR_YOUR_CASE = "知道了这一项，才能照您家的情况算给您看。不方便说也没关系，上面说的规定照样适用。"
_EXPLAINED = "explained"
_UP_TO_A_PERSON = 2
_OTHERWISE = "不着急。不明白的话，我换个说法问您；不方便答，也可以回复“转人工”。"
_REFUSED = "没关系，不说也行。上面说的规定照样适用。"


class ExplainQuestion(BaseAction):
    """Explains; with a decision on the table, gives its reasons."""

    awaited_comes_back = True

    def name(self) -> str:
        """Name the action."""
        return "action_explain_question"

    async def act(self, visit: Visit) -> list[EventType]:
        """Explain, then go back to the pending question."""
        if pending(visit):
            visit.say(_REFUSED if visit.intent == "refuse_to_say" else _FOR_YOUR_CASE)
            return let_go(visit) if visit.intent == "refuse_to_say" else []
        if times := _explained(visit):
            return self._help_otherwise(visit, times)
        if decision_shown(visit.slots, visit.requested_slot):
            words = await self.ask(
                self.services.describe_outcome, visit.slot("application"), visit.conversation_id
            )
            found = await self.ask(self.services.list_mismatches, visit.conversation_id)
            differing = f"\n{mismatches_in_words(found)}" if found else ""
            link = "records" if can_recheck(found) else None
            visit.say(f"{reasons_in_words(words)}{differing}", link=link)
            return _counted(visit)
        if visit.requested_slot:
            visit.say_response(f"utter_explain_{visit.requested_slot}")
            return _counted(visit)
        return not_understood(visit, self.services)

    def _help_otherwise(self, visit: Visit, times: int) -> list[EventType]:
        """The question in other words with an example, then a person, then a pause: no explanation twice."""
        if times == 1:
            visit.say(_OTHERWISE)
            return [*_counted(visit, times), *visit.set({"asking": AGAIN})]
        slot = visit.slot("requested_slot")
        tries = int(visit.slot("tries") or 0) if visit.slot("tried_slot") == slot else 0
        counted = visit.set({"tried_slot": slot, "tries": str(max(tries, _UP_TO_A_PERSON))})
        return [*counted, *failed(visit, slot, self.services)]


def _explained(visit: Visit) -> int:
    """How often the pending question was explained already; a choice that asks why is always answered."""
    if not visit.requested_slot or visit.picked:
        return 0
    question, _, times = visit.slot(_EXPLAINED).rpartition("=")
    return int(times) if question == _question(visit) else 0


def _counted(visit: Visit, times: int = 0) -> list[EventType]:
    if not visit.requested_slot:
        return []
    return visit.set({_EXPLAINED: f"{_question(visit)}={times + 1}"})


def _question(visit: Visit) -> str:
    return visit.slot("shown") or visit.slot("requested_slot")

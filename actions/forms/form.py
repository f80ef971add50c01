"""The base of every form's validation: hear the message, validate slot by slot, say what comes next."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence

from rasa_sdk.events import EventType

from actions.base import BaseAction
from actions.path.keep_old import is_taken_back, restored
from actions.talk.answer_awaited import takes_awaited
from actions.talk.asking import answered
from actions.talk.policy_answers import answer_on_the_way
from actions.visit import LISTEN, Changes, Visit, go_to

CONTINUE = "action_continue_enrolment"
# A validation that could not do its work has to change something, or the engine takes it for "no answer".
_UNHARMED = "tries"


class FormValidation(BaseAction):
    """Validates one form; subclasses have one `validate_<slot>` for each of its slots.

    A validation returns the slots it changes. A form that is complete goes on by itself, as the message that
    opens a form may be the one that fills it.
    """

    form: str
    slots: tuple[str, ...]
    hears_opening_message = False
    # Stopping is no answer, however much it sounds like a no.
    never_heard: frozenset[str] = frozenset(
        {
            "cancel",
            "restart",
            "county_chosen",
            "withdraw_consent",
            "show_consents",
            "consent_changed",
            "sign_in_failed",
            "in_danger",
            "lone_word",
        }
    )

    def name(self) -> str:
        """Name the action as Rasa looks for it."""
        return f"validate_{self.form}"

    @abstractmethod
    def hear(self, visit: Visit) -> Mapping[str, str]:
        """Find what the message says of this form's slots."""

    def required(self, visit: Visit) -> Sequence[str]:
        """The slots to fill, in the order they are asked for."""
        del visit
        return self.slots

    async def review(self, visit: Visit, before: Mapping[str, str | None]) -> list[EventType]:
        """Look at everything once more after the slots were validated; `before` is how the slots were."""
        del visit, before
        return []

    def answers_itself(self, visit: Visit) -> bool:
        """Whether what the form said already answers what the message asked besides."""
        del visit
        return False

    async def finish(self, visit: Visit) -> list[EventType]:
        """What follows a complete form."""
        del visit
        return go_to(CONTINUE)

    async def act(self, visit: Visit) -> list[EventType]:
        """Validate what was heard, and name the slot to ask for next."""
        if is_taken_back(visit):
            visit.say("好的，不改了，还按原来的。")
            return [*restored(visit), *self.stop(visit, CONTINUE)]
        heard = self.hear(visit) if self._may_hear(visit) else {}
        if not heard:
            return (
                self._next(visit) if self._missing(visit) else [*self._next(visit), *await self.finish(visit)]
            )
        before = dict(visit.slots)
        events: list[EventType] = []
        for slot, value in heard.items():
            changes: Changes | list[EventType] = await getattr(self, f"validate_{slot}")(value, visit)
            events += (
                changes if isinstance(changes, list) else visit.set(changes | self._settled(visit, slot))
            )
        events += await self.review(visit, before)
        answered_before = "action_answer_question" in visit.ran_since_message()
        if visit.asks and not answered_before and not self.answers_itself(visit):
            events += visit.set(await answer_on_the_way(visit, self.services))
        if any(event["event"] == "followup" for event in events):
            return events
        events += self._next(visit)
        return events if self._missing(visit) else [*events, *await self.finish(visit)]

    def remembered(self, visit: Visit, events: Sequence[EventType]) -> list[EventType]:
        """Keep what was told with an answer; what answers nothing is for the action that follows."""
        answered = any(event["event"] == "slot" and event["name"] != "requested_slot" for event in events)
        return super().remembered(visit, events) if answered else []

    def after_failure(self, visit: Visit) -> list[EventType]:
        """Keep the form where it is: its question is asked again."""
        return visit.set({_UNHARMED: visit.slots.get(_UNHARMED)})

    def stop(self, visit: Visit, action: str = LISTEN) -> list[EventType]:
        """Close the form before it is complete and go elsewhere."""
        unharmed = {_UNHARMED: visit.slots.get(_UNHARMED)}
        return [*visit.set(unharmed | {"requested_slot": None}), *go_to(action)]

    def _settled(self, visit: Visit, slot: str) -> Changes:
        return answered() if visit.slot("tried_slot") == slot else {}

    def _missing(self, visit: Visit) -> str | None:
        return next((slot for slot in self.required(visit) if visit.slots.get(slot) is None), None)

    def _next(self, visit: Visit) -> list[EventType]:
        slot = self._missing(visit)
        another = slot not in {visit.requested_slot, visit.slots.get("tried_slot")} or slot is None
        return visit.set(({"asking": None} if another else {}) | {"requested_slot": slot})

    def _may_hear(self, visit: Visit) -> bool:
        """Whether the message is still to be heard: it was not answered in between, no other form took it."""
        if visit.rejected_since_message(self.form) or visit.intent in self.never_heard:
            return False
        if takes_awaited(visit, self.services) and not visit.has_entity(
            visit.requested_slot or self.slots[0]
        ):
            return False
        # The engine adds the form's own run at the end before it asks for validation.
        others = [name for name in visit.ran_since_message()[:-1] if name != LISTEN]
        return not others or (
            self.hears_opening_message and not any(name.endswith("_form") for name in others)
        )

"""The consent form: all data items, none, or one by one; refusing costs that item's papers alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partialmethod

from rasa_sdk.events import EventType

from actions.forms.form import CONTINUE, FormValidation
from actions.path.steps import CONSENTS, consent_forgotten
from actions.talk.asking import failed
from actions.visit import Changes, Visit, go_to
from enrolment.model.errors import ConsentTextOutdated, EnrolmentError
from enrolment.services.record_consent import RecordConsent

SCOPES = ("all", "some", "none")
PREFIX = "consent_"
YES, NO = "yes", "no"


class ValidateConsentForm(FormValidation):
    """Takes consent and records it; an item without a question of its own is never taken for granted."""

    form = "consent_form"
    slots = ("consent_scope", *CONSENTS)

    def required(self, visit: Visit) -> Sequence[str]:
        """Ask item by item only when some were chosen."""
        if visit.slots.get("consent_scope") != "some":
            return self.slots[:1]
        wanted = visit.slot("consent_items").split(",")
        return (self.slots[0], *(slot for slot in CONSENTS if slot.removeprefix(PREFIX) in wanted))

    def hear(self, visit: Visit) -> Mapping[str, str]:
        """Find an answer to the pending question, or a scope said at any time."""
        for slot in CONSENTS:
            value = visit.entity(slot)
            if value:
                return {slot: value}
        scope = visit.entity("consent_scope")
        if scope:
            return {"consent_scope": scope}
        asked, answer = visit.requested_slot or "", visit.entity("answer")
        place = int(visit.entity("ordinal") or 0)
        if asked == "consent_scope":
            if 1 <= place <= len(SCOPES):
                return {asked: SCOPES[place - 1]}
            return {asked: "all" if answer == YES else "none"} if answer else {}
        answer = answer or {1: YES, 2: NO}.get(place)
        return {asked: answer} if asked in CONSENTS and answer else {}

    async def validate_consent_scope(self, value: str, visit: Visit) -> Changes | list[EventType]:
        """Accept all, some or none."""
        if value not in SCOPES:
            return failed(visit, "consent_scope", self.services)
        return {"consent_scope": value}

    async def _item(self, slot: str, value: str, visit: Visit) -> Changes | list[EventType]:
        if value not in {YES, NO}:
            return failed(visit, slot, self.services)
        return {slot: value}

    validate_consent_household_members = partialmethod(_item, "consent_household_members")
    validate_consent_real_estate = partialmethod(_item, "consent_real_estate")
    validate_consent_birth_certificate = partialmethod(_item, "consent_birth_certificate")

    async def finish(self, visit: Visit) -> list[EventType]:
        """Record what was agreed to and what was not."""
        items = [item for item in visit.slot("consent_items").split(",") if item]
        scope = visit.slot("consent_scope")
        agreed = [
            item for item in items if scope == "all" or (scope == "some" and visit.slot(PREFIX + item) == YES)
        ]
        refused = [item for item in items if item not in agreed]
        await self.ask(self.services.record_consent, self._command(visit, agreed, refused))
        if refused:
            visit.say("好的，您没有同意的我们不去查，不影响报名。要不要补材料，看下面的结果。")
        return [*visit.set({"consent_recorded": YES}), *go_to(CONTINUE)]

    def refused(self, visit: Visit, refusal: EnrolmentError) -> list[EventType]:
        """Ask again when the wording changed in between."""
        if isinstance(refusal, ConsentTextOutdated):
            super().refused(visit, refusal)
            return [*visit.set(consent_forgotten()), *self.stop(visit, CONTINUE)]
        return super().refused(visit, refusal)

    @staticmethod
    def _command(visit: Visit, agreed: Sequence[str], refused: Sequence[str]) -> RecordConsent:
        return RecordConsent(
            conversation_id=visit.conversation_id,
            application_id=visit.slot("application"),
            granted=tuple(agreed),
            refused=tuple(refused),
            text_version=visit.slot("consent_text_version"),
            channel=str(visit.metadata.get("channel") or "web"),
        )

"""The consent form: all data items, none, or one by one; refusing costs that item's papers alone."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from rasa_sdk.events import EventType

from actions.forms.consent_questions import NO, YES, items_of, pending_item
from actions.forms.form import CONTINUE, FormValidation
from actions.path.steps import consent_forgotten
from actions.talk.asking import failed
from actions.visit import Changes, Visit, go_to
from enrolment.model.errors import ConsentTextOutdated, EnrolmentError
from enrolment.services.consents.record_consent import RecordConsent

SCOPES = ("all", "some", "none")
_SCOPE, _ITEM = "consent_scope", "consent_item"
_EVERY_ONE = "answered"
_LIST_OF = {YES: "consent_granted", NO: "consent_refused"}

# A yes to something else is no consent: nobody was asked here whether to file, or what they have.
_NO_CONSENT = re.compile(r"提交|交吧|报吧|登[录陆]|^(?:有|在)")


class ValidateConsentForm(FormValidation):
    """Takes consent and records it; an item without an answer of its own is never taken for granted."""

    form = "consent_form"
    slots = (_SCOPE, _ITEM)

    def required(self, visit: Visit) -> Sequence[str]:
        """Ask item by item only when some were chosen."""
        return self.slots if visit.slots.get(_SCOPE) == "some" else self.slots[:1]

    def hear(self, visit: Visit) -> Mapping[str, str]:
        """Find an answer to the pending question, or a scope said at any time."""
        if said := visit.entity(_ITEM):
            return {_ITEM: said}
        if scope := visit.entity(_SCOPE):
            return {_SCOPE: scope}
        asked, answer = visit.requested_slot or "", visit.entity("answer")
        if answer == YES and _NO_CONSENT.search(visit.text):
            return {}
        place = int(visit.entity("ordinal") or 0)
        if asked == _SCOPE:
            if 1 <= place <= len(SCOPES):
                return {asked: SCOPES[place - 1]}
            return {asked: "all" if answer == YES else "none"} if answer else {}
        answer = answer or {1: YES, 2: NO}.get(place)
        return {asked: f"{pending_item(visit)}:{answer}"} if asked == _ITEM and answer else {}

    async def validate_consent_scope(self, value: str, visit: Visit) -> Changes | list[EventType]:
        """Accept all, some or none."""
        if value not in SCOPES:
            return failed(visit, _SCOPE, self.services)
        return {_SCOPE: value}

    async def validate_consent_item(self, value: str, visit: Visit) -> Changes | list[EventType]:
        """Accept a yes or a no about one item, and ask about the next."""
        item, _, answer = value.partition(":")
        if answer not in _LIST_OF or item not in items_of(visit, "consent_items"):
            return failed(visit, _ITEM, self.services)
        changes: Changes = {}
        for said, slot in _LIST_OF.items():
            told = [each for each in items_of(visit, slot) if each != item]
            changes[slot] = ",".join([*told, item] if said == answer else told) or None
        visit.set(changes)
        return changes | {_ITEM: None if pending_item(visit) else _EVERY_ONE}

    async def finish(self, visit: Visit) -> list[EventType]:
        """Record what was agreed to and what was not."""
        items, scope = items_of(visit, "consent_items"), visit.slot(_SCOPE)
        one_by_one = items_of(visit, "consent_granted") if scope == "some" else []
        agreed = [item for item in items if scope == "all" or item in one_by_one]
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

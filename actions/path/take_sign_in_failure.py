"""Takes note that the identity service refused a sign-in."""

from __future__ import annotations

from rasa_sdk.events import EventType

from actions.base import BaseAction
from actions.talk.asking import failed
from actions.visit import Visit
from enrolment.model.handover import HandoverReason

_REFUSED = "这次登录没有成功，您说过的都还在，请您再登录一次。"


class TakeSignInFailure(BaseAction):
    """Offers the sign-in again, then explains it, then hands over to a person."""

    def name(self) -> str:
        """Name the action."""
        return "action_take_sign_in_failure"

    async def act(self, visit: Visit) -> list[EventType]:
        """Count the failure; the open form gives the link again by itself."""
        if visit.active_form != "sign_in_form":
            visit.say(_REFUSED)
            return []
        return failed(visit, "signed_in", self.services, _REFUSED, HandoverReason.FAILED_SIGN_INS)

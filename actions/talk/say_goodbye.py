"""Says goodbye, and asks nothing more."""

from __future__ import annotations

from rasa_sdk.events import ActiveLoop, EventType

from actions.base import BaseAction
from actions.path.steps import Step, begun, next_step
from actions.visit import LISTEN, Visit, go_to


class SayGoodbye(BaseAction):
    """Lets a guardian go; what was said is kept."""

    def name(self) -> str:
        """Name the action."""
        return "action_say_goodbye"

    async def act(self, visit: Visit) -> list[EventType]:
        """Say goodbye and close the open form."""
        pending = begun(visit.slots) and next_step(visit.slots) is not Step.FILED
        visit.say(
            "好的，再见。您办到哪一步我都记着，回来发“继续”就能接着办。"
            if pending
            else "好的，再见。有事随时找我。"
        )
        if not visit.active_form:
            return []
        return [*visit.set({"requested_slot": None, "shown": None}), ActiveLoop(None), *go_to(LISTEN)]

"""Forgets what was said of the case and begins again."""

from __future__ import annotations

from rasa_sdk.events import EventType

from actions.base import BaseAction
from actions.counties import only_county, plan_of
from actions.path.steps import case_forgotten
from actions.visit import Visit, go_to

_SURE = 0.6


class StartOver(BaseAction):
    """Starts again; the sign-in, and what was filed, stay."""

    def name(self) -> str:
        """Name the action."""
        return "action_restart"

    async def act(self, visit: Visit) -> list[EventType]:
        """Forget the case and ask the first question; a half-understood message forgets nothing."""
        if visit.confidence < _SURE:
            return go_to("action_default_fallback")
        filed = "已经提交的报名不受影响。" if visit.slots.get("receipt") else ""
        plan = plan_of(visit, self.services)
        there = f"还是报{plan.county_name}的，要换区您说一声。" if plan and self._elsewhere_too() else ""
        visit.say(f"好的，我们从头来，前面说的都清掉了。{filed}{there}")
        return [*visit.set(case_forgotten()), *go_to("eligibility_form")]

    def _elsewhere_too(self) -> bool:
        return not only_county(self.services)

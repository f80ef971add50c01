"""Takes the county a guardian came with: the scene of a QR code, or the link of a county's page."""

from __future__ import annotations

from rasa_sdk.events import ActiveLoop, EventType

from actions.base import BaseAction
from actions.choices import GO_ON, Choice, telling
from actions.counties import meant, name_of
from actions.path.steps import Step, begun, next_step
from actions.talk.greet import Greet, welcome
from actions.visit import LISTEN, Visit, go_to


class ChooseCounty(BaseAction):
    """Presets the county; an enrolment begun for another one is changed only on a yes."""

    def name(self) -> str:
        """Name the action."""
        return "action_choose_county"

    async def act(self, visit: Visit) -> list[EventType]:
        """Preset the county and greet in its name."""
        plans = meant(visit.entity("county") or "", self.services)
        if next_step(visit.slots) is Step.FILED or not plans:
            return await Greet(self.services).act(visit)
        chosen, current = plans[0], visit.slot("county")
        if current in {"", chosen.county} or not begun(visit.slots):
            events = visit.set({"county": chosen.county, "county_among": None})
            if begun(visit.slots):
                return [*events, *await Greet(self.services).act(visit)]
            welcome(visit, self.services)
            return events
        before = name_of(current, self.services)
        visit.say(
            f"您现在办的是{before}的报名。要换成{chosen.county_name}吗？换了以后，户口和住房要按那边再问一下。",
            (
                telling(f"换成{chosen.county_name}", county=chosen.county),
                Choice(f"接着办{before}的", GO_ON.payload),
            ),
        )
        closed = [*visit.set({"requested_slot": None, "shown": None}), ActiveLoop(None)]
        return [*(closed if visit.active_form else []), *go_to(LISTEN)]

"""Asks in which county the child is to go to school: few are offered, many are narrowed down by city."""

from __future__ import annotations

from collections.abc import Sequence

from rasa_sdk.events import EventType

from actions.base import BaseAction
from actions.counties import ANY_OF, FEW, choices_among, fitting, listed, some_plan
from actions.forms.wording import manner_of, put, worded
from actions.talk.asking import AGAIN, HUMAN
from actions.visit import Visit
from enrolment.model.plan import Plan

_QUESTION = {
    "": "孩子想在哪个区上学？",
    AGAIN: "请您点一下孩子要上学的区，或者直接回复区名。",
    HUMAN: "您也可以直接回复区的名字，比如“{example}”。",
}
_BY_NAME = "请直接回复区县的名字，比如“{example}”。"


class AskCounty(BaseAction):
    """Asks for the county."""

    def name(self) -> str:
        """Name the action."""
        return "action_ask_eligibility_form_county"

    async def act(self, visit: Visit) -> list[EventType]:
        """Ask."""
        plans = offered(visit, self.services.served()) or [some_plan(self.services)]
        manner = manner_of(visit, "county")
        question = worded(manner, _QUESTION)
        if visit.slot("county_among") and not manner:
            question = f"{listed(plans)}现在能报名，孩子想在哪个区上学？"
        choices = choices_among(plans)
        if not choices:
            question += _BY_NAME
        elif len(plans) > FEW:
            question = f"{question}先点一下在哪个市，或者直接回复区县的名字。"
        visit.say(question.format(example=plans[0].county_name), choices)
        return put(visit, "county")


def offered(visit: Visit, served: Sequence[Plan]) -> list[Plan]:
    """The plans to choose from: those a name already narrowed it down to, which enrol for the stage."""
    among = [plan for plan in served if plan.county in visit.slot("county_among").split(ANY_OF)]
    return fitting(among, visit.slot("stage")) or fitting(served, visit.slot("stage")) or list(served)

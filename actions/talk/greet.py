"""Greets: says what this is for, or offers to go on after a while away."""

from __future__ import annotations

from rasa_sdk.events import ActiveLoop, EventType

from actions.base import BaseAction
from actions.choices import GO_ON, OPENERS, PHONES, PROGRESS, START_OVER
from actions.counties import listed, plan_of
from actions.path.steps import SPOKEN, Step, begun, next_step
from actions.services import Services
from actions.talk.who import I_AM, asks_who
from actions.visit import LISTEN, Visit, go_to
from enrolment.model.plan import Plan, Stage

_SCHOOLS = {Stage.PRIMARY: "小学", Stage.JUNIOR: "初中"}


class Greet(BaseAction):
    """Welcomes a guardian."""

    def name(self) -> str:
        """Name the action."""
        return "action_greet"

    async def act(self, visit: Visit) -> list[EventType]:
        """Greet by what is pending."""
        if asks_who(visit):
            visit.say(I_AM, () if visit.active_form else OPENERS)
            return []
        step = next_step(visit.slots)
        if step is Step.FILED:
            visit.say(
                f"您好！您的报名已经提交了，受理编号{visit.slot('receipt')}。", (PROGRESS, START_OVER, PHONES)
            )
            return []
        if visit.active_form and not visit.long_away():
            visit.say("您好！")
            return []
        if begun(visit.slots):
            visit.say(
                f"您好，又见面了！上次办到“{SPOKEN[step]}”这一步，您说过的都在。要接着办吗？",
                (GO_ON, START_OVER, PHONES),
            )
            closed = (
                [*visit.set({"requested_slot": None, "shown": None}), ActiveLoop(None)]
                if visit.active_form
                else []
            )
            return [*closed, *go_to(LISTEN)]
        welcome(visit, self.services)
        return []


def welcome(visit: Visit, services: Services) -> None:
    """Say what this is for: in the name of the county where one is chosen, else with those served."""
    plan = plan_of(visit, services)
    if plan is None:
        visit.say(
            f"您好！我是入学报名助手，{listed(services.served())}的报名都能办，也能解答报名的问题。"
            "您可以直接告诉我孩子在哪个区上学、出生年月、户口和房子在哪儿。",
            OPENERS,
        )
        return
    visit.say(
        f"您好！我是{plan.county_name}的入学报名助手，能帮您给孩子报名{_stages(plan)}，也能解答报名的问题。"
        "您可以直接告诉我孩子的出生年月、户口和房子在哪儿。",
        OPENERS,
    )


def _stages(plan: Plan) -> str:
    return "和".join(_SCHOOLS[stage] for stage in plan.stages)

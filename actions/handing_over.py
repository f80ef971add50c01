"""Hands a conversation over to a person: what is said, and the summary that goes with it."""

from __future__ import annotations

from actions.counties import FEW, county_of, plan_of, some_plan
from actions.path.steps import FACTS, next_step
from actions.services import Services
from actions.told.kept import SCHOOL
from actions.visit import Changes, Visit
from enrolment.model.handover import Asked, HandoverReason, Summary
from enrolment.services.handover.hand_over import HandOver

_SAID = (
    "已经帮您转给工作人员，您说过的情况他们看得到，不用再说一遍；在等的时候您还可以接着问我。"
    "急的话也可以直接打电话：\n{phones}"
)
_MOST_ASKED = 20
_ANSWERED, _OPEN = "yes", "no"


def hand_over(visit: Visit, services: Services, reason: HandoverReason, before: str = "") -> None:
    """Say that a person is told, and have the conversation put into the queue once the action is done."""
    visit.person = reason
    visit.say(f"{before}{_SAID.format(phones=phones(visit, services))}")


def handover_of(visit: Visit, reason: HandoverReason, services: Services) -> HandOver:
    """What a person should know: the step, the facts told, the topics asked about; no words of anybody."""
    besides = {name: value for name, value in visit.told.items() if name != SCHOOL}
    facts = {fact: visit.slot(fact) for fact in FACTS if visit.slot(fact)} | besides
    asked = [each.rpartition(":") for each in visit.slot("asked").split(",") if each]
    summary = Summary(
        step=next_step(visit.slots).value,
        facts=facts,
        asked=tuple(Asked(topic, answered == _ANSWERED) for topic, _, answered in asked),
    )
    return HandOver(visit.conversation_id, reason, county_of(visit, services), summary)


def noted(visit: Visit, topic: str, *, answered: bool) -> Changes:
    """Take down that a topic was asked about, and whether there was an answer; the newest stay."""
    before = [each for each in visit.slot("asked").split(",") if each]
    now = f"{topic}:{_ANSWERED if answered else _OPEN}"
    return {"asked": ",".join([*(each for each in before if each != now), now][-_MOST_ASKED:])}


def phones(visit: Visit, services: Services) -> str:
    """The consultation offices of the county with their phones, one a line.

    While the county is open: the first office of each, or the one above them all where they are many.
    """
    plan, served = plan_of(visit, services), services.served()
    if plan is not None:
        offices = list(plan.contacts)
    elif len(served) <= FEW:
        offices = [each.contacts[0] for each in served]
    else:
        offices = [some_plan(services).contacts[-1]]
    return "\n".join(f"{each.name}：{each.phone}（{each.hours}）" for each in offices)

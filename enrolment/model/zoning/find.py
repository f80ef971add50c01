"""Find the school whose zone an address lies in."""

from __future__ import annotations

from enrolment.model.decision import SchoolMatch
from enrolment.model.plan import Plan, Stage
from enrolment.model.zoning.address.normalise import normalise
from enrolment.model.zoning.address.regions import Whereabouts, regions_around
from enrolment.model.zoning.judge import judge, judge_unplaced
from enrolment.model.zoning.locate import locate, places_in


def find_school(plan: Plan, stage: Stage, address: str) -> SchoolMatch:
    """Say which school an address belongs to, or which ones it could be and what to ask the guardian.

    The reason names the road or the community of the zone, never the house number: it is shown in chats.
    """
    index = plan.zone_index(stage)
    names = (plan.county_name, plan.city_name, plan.province_name, *plan.other_names)
    regions = regions_around(plan.areas, names)
    text = normalise(address)
    at, near = places_in(index, regions, text)
    where = regions.whereabouts(text, (at[0].start, at[0].end) if at else None)
    if where is Whereabouts.ELSEWHERE:
        question = f"如果您家就在{plan.county_name}，请从区县开始，把地址再说一遍。"
        return SchoolMatch(None, f"这个地址不在{plan.county_name}。", (), question)
    if at and where is Whereabouts.HERE:
        return judge(index, [locate(mention, (*at, *near), text) for mention in at])
    return judge_unplaced(index, [*at, *near] or index.mentions(normalise(address, asides=True)))

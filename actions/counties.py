"""The counties served, and the one a conversation is about. Nothing here knows a county by name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from actions.choices import Choice, telling
from actions.services import Services
from actions.visit import Visit
from enrolment.model.errors import PlanNotFound
from enrolment.model.plan import Plan, Stage

ELSEWHERE = "other"
ANY_OF = "|"
"""Stands between the codes that one name may mean, and at the end where it may mean none of them."""
FEW = 6


def only_county(services: Services) -> str:
    """The code of the county served where it is the only one, else empty."""
    plans = services.served()
    return plans[0].county if len(plans) == 1 else ""


def some_plan(services: Services) -> Plan:
    """A plan to take an example from; raise PlanNotFound where none is published."""
    for plan in services.served():
        return plan
    raise PlanNotFound("no plan is published")


def county_of(visit: Visit, services: Services) -> str:
    """The county this conversation is about, empty while several could be meant."""
    return visit.slot("county") or only_county(services)


def plan_of(visit: Visit, services: Services) -> Plan | None:
    """The plan in force of this conversation's county, None while several could be meant."""
    county = county_of(visit, services)
    return services.current_plan(county) if county else None


def county_name(visit: Visit, services: Services) -> str:
    """The name of this conversation's county; 本区 while several could be meant."""
    plan = plan_of(visit, services)
    return plan.county_name if plan else "本区"


def name_of(code: str, services: Services) -> str:
    """The name of a county served."""
    return next((plan.county_name for plan in services.served() if plan.county == code), "别的区")


def meant(value: str, services: Services) -> list[Plan]:
    """The plans that a place named in a message may mean."""
    codes = value.split(ANY_OF)
    return [plan for plan in services.served() if plan.county in codes]


def fitting(plans: Iterable[Plan], stage: str) -> list[Plan]:
    """Those of some plans that enrol for a stage; all of them while the stage is unknown."""
    return [plan for plan in plans if not stage or Stage(stage) in plan.stages]


def listed(plans: Sequence[Plan]) -> str:
    """Name counties; where they are many, their cities."""
    if len(plans) <= FEW:
        return "、".join(plan.county_name for plan in plans)
    cities = list(dict.fromkeys(plan.city_name for plan in plans))
    shown = "、".join(cities[:FEW])
    return f"{shown}{'等地' if len(cities) > FEW else ''}的{len(plans)}个区县"


def choices_among(plans: Sequence[Plan]) -> tuple[Choice, ...]:
    """The counties, or their cities where they are many; nothing where even those are."""
    if len(plans) <= FEW:
        counties = tuple(telling(title, county=plan.county) for title, plan in titled(plans))
        return (*counties, telling("别的区", county=ELSEWHERE))
    cities: defaultdict[str, list[str]] = defaultdict(list)
    for plan in plans:
        cities[plan.city_name].append(plan.county)
    if not 1 < len(cities) <= FEW:
        return ()
    return tuple(telling(city, county=ANY_OF.join(codes)) for city, codes in cities.items())


def titled(plans: Sequence[Plan]) -> list[tuple[str, Plan]]:
    """Counties by their names, with the city where two of them bear the same."""
    names = [plan.county_name for plan in plans]
    twice = {name for name in names if names.count(name) > 1}
    return [
        (f"{plan.city_name}{plan.county_name}" if plan.county_name in twice else plan.county_name, plan)
        for plan in plans
    ]

"""Plans held in memory, and the demonstration plan as committed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from enrolment.model.errors import PlanNotFound
from enrolment.model.plan import Plan
from storage.plan_files import load

PLANS_FOLDER = Path(__file__).resolve().parents[2] / "plans"


@cache
def demonstration_plan() -> Plan:
    """The plan of 历下区 for 2027."""
    return load(PLANS_FOLDER / "370102" / "2027.yml").plan


class FakePlans:
    """Implements `Plans` over the plans given; the demonstration plan when none is."""

    def __init__(self, *plans: Plan) -> None:
        self._plans = plans or (demonstration_plan(),)

    def get(self, county: str, year: int) -> Plan:
        """Find a plan; raise PlanNotFound."""
        for plan in self._plans:
            if (plan.county, plan.year) == (county, year):
                return plan
        raise PlanNotFound(f"there is no plan for {county} in {year}")

    def current(self, county: str) -> Plan:
        """Find the latest plan; raise PlanNotFound."""
        mine = [plan for plan in self._plans if plan.county == county]
        if not mine:
            raise PlanNotFound(f"there is no plan for {county}")
        return max(mine, key=lambda plan: plan.year)

    def counties(self) -> Sequence[Plan]:
        """The latest plan of every county."""
        return [self.current(county) for county in sorted({plan.county for plan in self._plans})]

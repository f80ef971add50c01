"""Every plan of a folder, read and checked at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from enrolment.model.errors import PlanNotFound
from enrolment.model.plan import Plan
from storage.plan_files.load import load_from
from storage.plan_files.reading.layers import Layers
from storage.plan_files.uncollected import uncollected


class PlanFiles:
    """The plans in `<folder>/<county>/<year>.yml`; implements `enrolment.ports.Plans` over files alone.

    Raises PlanInvalid when one of them cannot be used; files only there to be extended are left out.
    """

    def __init__(self, folder: Path) -> None:
        layers = Layers(folder)
        with uncollected():
            plans = [load_from(layers, path).plan for path in plan_paths(folder, layers)]
        self._plans = {(plan.county, plan.year): plan for plan in plans}

    def get(self, county: str, year: int) -> Plan:
        """Find the plan of a county for a year; raise PlanNotFound."""
        try:
            return self._plans[county, year]
        except KeyError:
            raise PlanNotFound(f"there is no plan for {county} in {year}") from None

    def current(self, county: str) -> Plan:
        """Find a county's latest plan; raise PlanNotFound."""
        years = [year for code, year in self._plans if code == county]
        if not years:
            raise PlanNotFound(f"there is no plan for {county}")
        return self._plans[county, max(years)]

    def counties(self) -> Sequence[Plan]:
        """The latest plan of every county, ordered by code."""
        return [self.current(county) for county in sorted({code for code, _ in self._plans})]


def plan_paths(folder: Path, layers: Layers) -> Iterator[Path]:
    """The plan files of a folder, in order, without those only there to be extended."""
    return (path for path in sorted(folder.glob("*/*.yml")) if not layers.read(path).abstract)

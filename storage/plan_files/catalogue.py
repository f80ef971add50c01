"""Every plan of a folder, read and checked once at start."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pydantic import ValidationError

from enrolment.model.errors import PlanNotFound
from enrolment.model.plan import Plan
from storage.plan_files.build import build_plan
from storage.plan_files.checks import check_names
from storage.plan_files.document import read_document
from storage.plan_files.errors import Mistake, PlanInvalid
from storage.plan_files.schema import PlanPart


class PlanFiles:
    """The plans in `<folder>/<county>/<year>.yml`; implements `enrolment.ports.Plans`.

    Raises PlanInvalid when one of them cannot be used.
    """

    def __init__(self, folder: Path) -> None:
        plans = [read_plan(path, folder) for path in sorted(folder.glob("*/*.yml"))]
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


def read_plan(path: Path, folder: Path) -> Plan:
    """Read one plan; raise PlanInvalid naming the file and the place in it."""
    name = f"{folder.name}/{path.relative_to(folder).as_posix()}"
    raw = read_document(path, name)
    try:
        part = PlanPart.model_validate(raw)
        _check_address(part, path)
        plan = build_plan(part)
        check_names(plan)
    except ValidationError as error:
        raise _in_words(name, error) from error
    except Mistake as mistake:
        raise PlanInvalid(name, mistake.place, mistake.problem) from mistake
    return plan


def _in_words(name: str, error: ValidationError) -> PlanInvalid:
    """Tell the first problem; a misspelt field before the one that is missing because of it."""
    problems = sorted(error.errors(), key=lambda each: each["type"] != "extra_forbidden")
    first = problems[0]
    words = {
        "extra_forbidden": "there is no such field; check its spelling",
        "missing": "this field is missing; write it",
    }
    problem = words.get(first["type"], f"{first['msg']}, found {first['input']!r}")
    return PlanInvalid(name, _place(first["loc"]), problem)


def _check_address(part: PlanPart, path: Path) -> None:
    """A plan lies where its county and year say."""
    if (part.county, str(part.year)) != (path.parent.name, path.stem):
        raise Mistake("county, year", f"the file speaks of {part.county}/{part.year}; rename it or mend it")


def _place(location: tuple[int | str, ...]) -> str:
    """Write a location as the file's author sees it: categories[2].clause."""
    parts = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in location)
    return "".join(parts).lstrip(".")

"""Load plans: from files with all they extend, or from the document that was published."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson
from pydantic import ValidationError

from enrolment.model.plan import Plan, Stage
from enrolment.model.zoning.coverage import overlaps
from storage.plan_files.build import build_plan
from storage.plan_files.checks import check_names
from storage.plan_files.days import check_days
from storage.plan_files.errors import Mistake, PlanInvalid, Problem
from storage.plan_files.problems import in_words
from storage.plan_files.reading.layers import Layered, Layers
from storage.plan_files.reading.origins import Layer, Origins
from storage.plan_files.schema import PlanPart


@dataclass(frozen=True, slots=True)
class LoadedPlan:
    """A plan with what it was read from.

    `document` is the whole of it as plain data, everything inherited included; `canonical` is that as
    JSON, which is what gets published, and `sha256` its digest. `origins` finds the line of a place.
    """

    plan: Plan
    document: Mapping[str, Any]
    canonical: bytes
    sha256: str
    origins: Origins


def load(path: Path) -> LoadedPlan:
    """Load `<folder>/<county>/<year>.yml`; raise PlanInvalid, or OSError when it cannot be opened."""
    path = path.absolute()
    return load_from(Layers(path.parent.parent), path)


def load_from(layers: Layers, path: Path) -> LoadedPlan:
    """Load one of several files of a folder; what they share is read once."""
    layered = layers.read(path)
    canonical = orjson.dumps(layered.data)
    plan = _read(layered, canonical, path)
    return LoadedPlan(plan, layered.data, canonical, hashlib.sha256(canonical).hexdigest(), layered.origins)


def read_plan(path: Path, folder: Path) -> Plan:
    """Read one plan of a folder; raise PlanInvalid naming the file, the line and the place in it."""
    return load_from(Layers(folder), path).plan


def plan_from_document(document: Mapping[str, Any] | bytes, name: str = "document") -> Plan:
    """Build a plan from the document of a LoadedPlan, or from its JSON; raise PlanInvalid."""
    raw = document if isinstance(document, bytes) else orjson.dumps(document)
    try:
        return build_plan(PlanPart.model_validate_json(raw, strict=True))
    except ValidationError as error:
        origins = Origins((Layer(name, {}),))
        raise PlanInvalid(in_words(error, orjson.loads(raw), origins)) from error
    except Mistake as mistake:
        raise PlanInvalid([Problem(name, None, mistake.place, mistake.problem)]) from mistake


def _read(layered: Layered, canonical: bytes, path: Path) -> Plan:
    origins = layered.origins
    try:
        _check_concrete(layered)
        plan = build_plan(PlanPart.model_validate_json(canonical, strict=True))
        _check_address(plan, path)
        check_names(plan)
        check_days(plan)
        _check_zones(plan)
    except ValidationError as error:
        raise PlanInvalid(in_words(error, layered.data, origins)) from error
    except Mistake as mistake:
        origin = origins.of(mistake.place)
        problem = Problem(origin.file, origin.line, mistake.place, mistake.problem)
        raise PlanInvalid([problem]) from mistake
    return plan


def _check_concrete(layered: Layered) -> None:
    if layered.abstract:
        raise Mistake("abstract", "this file is only there to be extended; name a plan that extends it")


def _check_address(plan: Plan, path: Path) -> None:
    """A plan lies where its county and year say."""
    if (plan.county, str(plan.year)) != (path.parent.name, path.stem):
        place = "county" if plan.county != path.parent.name else "year"
        wanted = f"{plan.county}/{plan.year}.yml"
        raise Mistake(place, f"the file speaks of {plan.county}/{plan.year}; name it {wanted}, or mend it")


def _check_zones(plan: Plan) -> None:
    """An address of a stage belongs to one school."""
    for stage in Stage:
        for found in overlaps(school for school in plan.schools if school.stage is stage):
            place = f"schools.{found.school}.zone.{found.place}"
            raise Mistake(place, f"{found.what} is already in the zone of {found.other}; keep it in one")

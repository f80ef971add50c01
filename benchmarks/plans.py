"""Measures how long plans take to load: one, and a province of 150 counties, from files and as published."""

from __future__ import annotations

import json
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

from benchmarks.servers import ROOT
from enrolment.model.plan import Plan
from integrations.clock import SHANGHAI
from storage.engine import create_engine
from storage.migrate import upgrade
from storage.plan_files import PlanFiles, load
from storage.published import PlanVersions, PublishedPlans
from storage.published.shipped import publish_folder

COUNTIES: Final = 150
NOW: Final = datetime(2027, 6, 10, 9, tzinfo=SHANGHAI)
_PLANS: Final = ROOT / "plans"
_MODEL: Final = "370213/2027.yml"
"""The county all others are made like: 14 schools, eight categories, rules and articles of its own."""


def measure() -> dict[str, float]:
    """Measure one plan (ms) and a province (s and MB of the whole process), each from files and published."""
    figures = {"plan load, slowest shipped, ms": max(map(_milliseconds, _shipped()))}
    with tempfile.TemporaryDirectory(prefix="ruxue-province-") as name:
        folder = Path(name) / "plans"
        write_province(folder)
        url = f"sqlite:///{Path(name) / 'ruxue.db'}"
        upgrade(url)
        begun = time.perf_counter()
        engine = create_engine(url)
        publish_folder(folder, PlanVersions(engine), NOW, _refuse)
        engine.dispose()
        figures[f"{COUNTIES} counties: publish them all, s"] = time.perf_counter() - begun
        for road, where in (("files", str(folder)), ("published", url)):
            for unit, figure in _in_a_process_of_its_own(road, where).items():
                figures[f"{COUNTIES} counties from {road}, {unit}"] = figure
    return figures


def write_province(folder: Path) -> None:
    """Write a province and its cities as shipped, and 150 counties that extend them."""
    for parent in ("370000", "370200"):
        shutil.copytree(_PLANS / parent, folder / parent)
    text = (_PLANS / _MODEL).read_text(encoding="utf-8")
    for code in range(371001, 371001 + COUNTIES):
        path = folder / str(code) / "2027.yml"
        path.parent.mkdir()
        path.write_text(text.replace("370213", str(code)), encoding="utf-8")


def _shipped() -> list[Path]:
    return [_PLANS / plan.county / f"{plan.year}.yml" for plan in PlanFiles(_PLANS).counties()]


def _milliseconds(path: Path) -> float:
    taken = []
    for _ in range(5):
        begun = time.perf_counter()
        load(path)
        taken.append((time.perf_counter() - begun) * 1000)
    return statistics.median(taken)


def _in_a_process_of_its_own(road: str, where: str) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.plans", road, where]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True)  # noqa: S603 - our own command
    return dict(json.loads(done.stdout))


def _roads(where: str) -> dict[str, Callable[[], Sequence[Plan]]]:
    return {
        "files": lambda: PlanFiles(Path(where)).counties(),
        "published": lambda: PublishedPlans(PlanVersions(create_engine(where)), NOW.date).counties(),
    }


def _refuse(line: str) -> None:
    raise ValueError(line)


def main(road: str, where: str) -> None:
    """Load a province once, and write the seconds and megabytes it took."""
    begun, worked = time.perf_counter(), time.process_time()
    plans = _roads(where)[road]()
    taken = {"s": time.perf_counter() - begun, "s of processor": time.process_time() - worked}
    if len(plans) != COUNTIES:
        raise ValueError(f"{len(plans)} counties instead of {COUNTIES}")
    taken["MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(json.dumps(taken))


if __name__ == "__main__":
    main(*sys.argv[1:])

"""Measures an address's way to its school in a made-up county of 2,000 zones."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import Final

from benchmarks.servers import ROOT
from enrolment.model.plan import Plan, School, Stage
from enrolment.model.zoning.coverage import gaps, overlaps
from enrolment.model.zoning.find import find_school
from enrolment.model.zoning.index import ZoneIndex
from enrolment.model.zoning.zone import CommunityPart, RoadRange, Zone
from storage.plan_files import PlanFiles

ZONES: Final = 2_000
ADDRESSES: Final = 10_000
# Every zone has a stretch of two shared roads: each road is cut into as many pieces as a road ever is.
ROADS: Final = 100
NUMBERS_PER_PIECE: Final = 40
PIECES: Final = 2 * ZONES // ROADS
_NAMES: Final = "泉历山海文化和平明湖解放建设青年胜利南北东西新桥花园工业书院金水虎上夼奇"
_FLATS: Final = ("", "3号楼2单元301室", "三号楼二单元", "（原纺织厂宿舍）5-2-301", "，2单元")
_PREFIXES: Final = (
    "山东省济南市历下区",
    "济南历下",
    "历下区",
    "",
    "我家住在济南市历下区",
    "历下区解放路街道",
)


def measure() -> dict[str, float]:
    """Measure the index (ms), the answers (ms, and how many found a school, %) and the coverage (ms)."""
    rng = Random(2027)  # noqa: S311 - the same county every time
    plan = county(rng)
    addresses = [address(rng) for _ in range(ADDRESSES)]
    find_school(plan, Stage.PRIMARY, addresses[0])
    taken: list[float] = []
    found = 0
    for each in addresses:
        begun = time.perf_counter()
        match = find_school(plan, Stage.PRIMARY, each)
        taken.append(_milliseconds_since(begun))
        found += match.school is not None
    hardest = "历下区无名地方" + "东西南北新" * 40
    return {
        "index of 2,000 zones": _timed(lambda: ZoneIndex.of(plan.schools)),
        "address to zone p50": statistics.median(taken),
        "address to zone p99": statistics.quantiles(taken, n=100)[-1],
        "address to zone, slowest": max(taken),
        "address of 200 characters that names no place": _timed(
            lambda: find_school(plan, Stage.PRIMARY, hardest)
        ),
        "addresses that found their school, %": 100 * found / len(addresses),
        "overlaps of 2,000 zones": _timed(lambda: overlaps(plan.schools)),
        "gaps of 2,000 zones": _timed(lambda: gaps(plan.schools)),
    }


def county(rng: Random) -> Plan:
    """Make a county whose schools have two stretches of road, two communities and a few buildings each."""
    plan = PlanFiles(ROOT / "plans").get("370102", 2027)
    zones = [_zone(at, rng) for at in range(ZONES)]
    schools = [School(f"s{at}", f"第{at}小学", Stage.PRIMARY, "", "", zone) for at, zone in enumerate(zones)]
    return replace(plan, schools=tuple(schools))


def address(rng: Random) -> str:
    """Write an address of the county in one of many ways."""
    if rng.random() < 0.5:  # noqa: PLR2004 - half of the addresses are on roads, half in communities
        number = rng.randint(1, NUMBERS_PER_PIECE * PIECES)
        place = f"{_road(rng.randrange(ROADS))}{number}号"
    else:
        place = _community(rng.randrange(2 * ZONES), rng.choice("甲乙"))
    return f"{rng.choice(_PREFIXES)}{place}{rng.choice(_FLATS)}"


def _zone(at: int, rng: Random) -> Zone:
    pieces = [divmod(at * 2 + each, PIECES) for each in range(2)]
    roads = [
        RoadRange(_road(road), piece * NUMBERS_PER_PIECE + 1, (piece + 1) * NUMBERS_PER_PIECE)
        for road, piece in pieces
    ]
    half = rng.randint(2, 8)
    return Zone(
        communities=(
            CommunityPart(_community(at * 2, "甲")),
            CommunityPart(_community(at * 2 + 1, "甲")),
            CommunityPart(_community(at * 2, "乙"), 1, half),
            CommunityPart(_community((at * 2 + 2) % (2 * ZONES), "乙"), 9, 20),
        ),
        roads=tuple(roads),
        except_roads=(RoadRange(roads[0].road, roads[0].first, roads[0].first),),
    )


def _road(at: int) -> str:
    return f"{_name(at)}路"


def _community(at: int, kind: str) -> str:
    return f"{_name(at)}{kind}小区"


def _name(at: int) -> str:
    """Name a place with three characters, so that a good many begin alike."""
    size = len(_NAMES)
    return _NAMES[at % 7] + _NAMES[at // 7 % size] + _NAMES[at // 7 // size]


def _timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return _milliseconds_since(begun)


def _milliseconds_since(begun: float) -> float:
    return (time.perf_counter() - begun) * 1000

"""Plans whose schools have the zones a test writes down, line by line as an official does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from hypothesis import strategies as st

from enrolment.model.plan import Plan, School, Stage
from enrolment.model.zoning.zone import Zone
from storage.plan_files.zone_lists import read_zone
from tests.fakes import demonstration_plan

WORDS = (
    "泉城路 历山路 经十路 千佛山小区 甸柳新村 济南市 历下区 槐荫区 街道 北侧 东"
    " 号 号楼 单元 之 - , （ ） 一 十 百 零 1 23"
)
ADDRESS_LIKE = st.lists(st.sampled_from([*WORDS.split(), " "]), max_size=12).map("".join)
"""Texts made of the words of addresses, in any order."""


@dataclass(frozen=True, slots=True)
class Lines:
    """A zone as it stands in a plan file."""

    communities: Sequence[str] = ()
    roads: Sequence[str] = ()
    except_: Sequence[str] = ()


def zone(communities: Sequence[str] = (), roads: Sequence[str] = (), left_out: Sequence[str] = ()) -> Zone:
    """Read a zone from its lines."""
    return read_zone(Lines(communities, roads, left_out), "zone")


def school(key: str, its_zone: Zone, stage: Stage = Stage.PRIMARY) -> School:
    """A school of which nothing but its zone matters."""
    return School(key, key, stage, "", "", its_zone)


def plan_with(
    zones: Mapping[str, Zone], county: str = "历下区", city: str = "济南市", area: str = "370102"
) -> Plan:
    """The demonstration plan, moved to a county and with these schools."""
    return replace(
        demonstration_plan(),
        county=area,
        county_name=county,
        city_name=city,
        other_names=(),
        areas=frozenset({area}),
        schools=tuple(school(key, each) for key, each in zones.items()),
    )


def in_chinese(number: int) -> str:
    """Say a number below a million with units: 10200 is 一万零二百."""
    if number >= 10_000:
        rest = number % 10_000
        zero = "零" if 0 < rest < 1000 else ""
        return f"{in_chinese(number // 10_000)}万{zero}{in_chinese(rest) if rest else ''}"
    said, pending_zero = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            said += ("零" if pending_zero else "") + "零一二三四五六七八九"[digit] + name
            pending_zero = False
        else:
            pending_zero = bool(said)
    return said

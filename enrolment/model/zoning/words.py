"""Say a part of a zone in words for guardians and officials."""

from __future__ import annotations

from typing import Final

from enrolment.model.zoning.address.numerals import HIGHEST
from enrolment.model.zoning.zone import Parity, Part, RoadRange

_SIDES: Final[dict[Parity, str]] = {"all": "", "odd": "单号", "even": "双号"}


def spoken(part: Part) -> str:
    """Say which part of a road or community a zone takes: 泉城路1号到400号单号, 甸柳新村5号楼到9号楼.

    A part of one number is said without it: it is the number of the family that asks.
    """
    first, last = part.ends
    if isinstance(part, RoadRange):
        return f"{part.road}的这个门牌号" if first == last else stretch(part.road, first, last, part.parity)
    return f"{part.name}的这栋楼" if first == last else buildings(part.name, first, last)


def stretch(road: str, first: int, last: int, parity: Parity) -> str:
    """Say a stretch of a road: its two ends, one of them, one number, or the road when it has no end."""
    return _numbered(road, first, last, "号", _SIDES[parity])


def buildings(name: str, first: int, last: int) -> str:
    """Say buildings of a community, or only the community when it is all of them."""
    return _numbered(name, first, last, "号楼", "")


def _numbered(name: str, first: int, last: int, unit: str, side: str) -> str:
    if first == last:
        return f"{name}{first}{unit}"
    if last < HIGHEST - 1:
        return f"{name}{first}{unit}到{last}{unit}{side}"
    return f"{name}{first}{unit}以上{side}" if first > 1 else f"{name}{side}"

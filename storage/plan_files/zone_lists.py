"""Read school zones from the lines an official writes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final, NoReturn, Protocol

from enrolment.model.zoning.zone import CommunityPart, Parity, RoadRange, Zone
from storage.plan_files.errors import Mistake

_NUMBERS: Final = r"(?P<first>[0-9]{1,6})(?:[-–—~至到](?P<last>[0-9]{1,6}))?"
_ROAD: Final = re.compile(rf"(?P<name>\w+[^\W\d])(?:\s*{_NUMBERS}号?)?\s*(?P<side>单号|双号)?")
_COMMUNITY: Final = re.compile(rf"(?P<name>\w{{2,}})(?:\s+{_NUMBERS}(?:号?[楼栋幢座]|号))?")
_ROAD_NAME: Final = re.compile(r"\w+(?:[路街巷道弄条线]|胡同|里弄)")
_PARITY: Final[dict[str | None, Parity]] = {None: "all", "单号": "odd", "双号": "even"}

_LIKE_A_ROAD: Final = "历山路 1-60, 泉城路 1-400 单号, 泉城路 101, or the name of a whole road (明湖路)"
_LIKE_A_COMMUNITY: Final = "千佛山小区, or 甸柳新村 5-9号楼 for some of its buildings"


class ZoneLines(Protocol):
    """A zone as it stands in a plan file: lines of communities, of roads, and of what is left out."""

    @property
    def communities(self) -> Sequence[str]:
        """The lines that name communities."""

    @property
    def roads(self) -> Sequence[str]:
        """The lines that name roads."""

    @property
    def except_(self) -> Sequence[str]:
        """The lines that leave something out."""


def read_zone(part: ZoneLines, place: str) -> Zone:
    """Read a zone; raise Mistake at the first line that cannot be read.

    A line under `except` is a road when its name ends in 路, 街, 巷, 道, 弄, 条, 线 or 胡同, and a
    community otherwise; so must be the name of a road without numbers.
    """

    def places(key: str, lines: Sequence[str]) -> Iterator[tuple[str, str]]:
        return ((line, f"{place}.{key}[{at}]") for at, line in enumerate(lines))

    left_out = [_read_either(*each) for each in places("except", part.except_)]
    return Zone(
        tuple(_read_community(*each) for each in places("communities", part.communities)),
        tuple(_read_road(*each) for each in places("roads", part.roads)),
        tuple(each for each in left_out if isinstance(each, CommunityPart)),
        tuple(each for each in left_out if isinstance(each, RoadRange)),
    )


def _read_either(line: str, place: str) -> CommunityPart | RoadRange:
    text = _plain(line)
    road = _ROAD.fullmatch(text)
    if road is not None and _ROAD_NAME.fullmatch(road["name"]):
        return _read_road(line, place)
    if _COMMUNITY.fullmatch(text):
        return _read_community(line, place)
    return _refuse(line, place, f"{_LIKE_A_ROAD}; or {_LIKE_A_COMMUNITY}")


def _read_road(line: str, place: str) -> RoadRange:
    match = _ROAD.fullmatch(_plain(line))
    if match is None or (match["first"] is None and not _ROAD_NAME.fullmatch(match["name"])):
        return _refuse(line, place, _LIKE_A_ROAD)
    first, last = _ends(match, line, place)
    parity = _PARITY[match["side"]]
    if first is not None and first == last and parity != "all" and (first % 2 == 1) != (parity == "odd"):
        raise Mistake(place, f"{line!r}: {first} is not on that side; leave out {match['side']}")
    return RoadRange(match["name"], first, last, parity)


def _read_community(line: str, place: str) -> CommunityPart:
    match = _COMMUNITY.fullmatch(_plain(line))
    if match is None:
        return _refuse(line, place, _LIKE_A_COMMUNITY)
    return CommunityPart(match["name"], *_ends(match, line, place))


def _ends(match: re.Match[str], line: str, place: str) -> tuple[int | None, int | None]:
    if match["first"] is None:
        return None, None
    first = int(match["first"])
    last = first if match["last"] is None else int(match["last"])
    if first > last:
        raise Mistake(place, f"{line!r} begins after it ends; write the smaller number first")
    return first, last


def _refuse(line: str, place: str, advice: str) -> NoReturn:
    raise Mistake(place, f"cannot read {line!r}; write it like {advice}")


def _plain(line: str) -> str:
    return unicodedata.normalize("NFKC", line).strip()

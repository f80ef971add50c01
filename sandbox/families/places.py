"""Every place a synthetic family can live; the admission plan's zones cover exactly these."""

from dataclasses import dataclass
from random import Random

COUNTY = "370102"
COUNTY_PREFIX = "山东省济南市历下区"


@dataclass(frozen=True, slots=True)
class Road:
    """A road of 历下区 with the first and last street number in use, odd and even alike."""

    name: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Region:
    """A county outside 历下区, with the words its real estate certificates begin with."""

    code: str
    prefix: str
    province: str
    registry: str
    roads: tuple[str, ...] = ()
    code_since: int = 1983
    former_code: str = ""

    def code_at_birth(self, year: int) -> str:
        """Give the code in the ID numbers of people born here in a year; renamed counties had another."""
        return self.code if year >= self.code_since else self.former_code or self.code


ROADS = (
    Road("泉城路", 1, 400),
    Road("解放路", 1, 200),
    Road("历山路", 1, 180),
    Road("文化东路", 1, 120),
    Road("经十路", 9777, 17000),
    Road("山大路", 1, 250),
    Road("燕子山路", 1, 60),
    Road("和平路", 1, 80),
    Road("佛山街", 1, 60),
    Road("县西巷", 1, 40),
    Road("浆水泉路", 1, 60),
    Road("奥体西路", 1000, 2999),
)
COMMUNITIES = ("甸柳新村", "燕山小区", "环山小区", "千佛山小区")

LIXIA = Region(COUNTY, COUNTY_PREFIX, "鲁", "济南市")
ELSEWHERE = (
    Region("370104", "山东省济南市槐荫区", "鲁", "济南市", ("张庄路", "段兴西路", "经七路")),
    Region("370112", "山东省济南市历城区", "鲁", "济南市", ("花园路", "二环东路"), 1987, "370121"),
    Region("371502", "山东省聊城市东昌府区", "鲁", "聊城市", ("东昌路", "柳园南路"), 1997, "372501"),
    Region("410105", "河南省郑州市金水区", "豫", "郑州市", ("花园路", "文化路", "农业路")),
)

_COMMUNITY_SHARE = 0.2


def street_address(rng: Random) -> str:
    """Draw a road and street number of 历下区, without a flat: `山东省济南市历下区历山路88号`."""
    road = rng.choice(ROADS)
    return f"{COUNTY_PREFIX}{road.name}{rng.randint(road.first, road.last)}号"


def county_address(rng: Random) -> str:
    """Draw a flat in 历下区, in one of the communities or on one of the roads."""
    if rng.random() < _COMMUNITY_SHARE:
        return f"{COUNTY_PREFIX}{rng.choice(COMMUNITIES)}{_flat(rng)}"
    return street_address(rng) + _flat(rng)


def address_in(region: Region, rng: Random) -> str:
    """Draw a flat in the given region, 历下区 or another."""
    if region is LIXIA:
        return county_address(rng)
    return f"{region.prefix}{rng.choice(region.roads)}{rng.randint(1, 160)}号{_flat(rng)}"


def _flat(rng: Random) -> str:
    return f"{rng.randint(1, 12)}号楼{rng.randint(1, 4)}单元{rng.randint(1, 6)}0{rng.randint(1, 3)}室"

"""Draws addresses in a served county or another region."""

from random import Random

from sandbox.families.places.region import Places, Region

_COMMUNITY_SHARE = 0.2


def street_address(places: Places, rng: Random) -> str:
    """Draw a road and street number of the county, without a flat: `山东省济南市历下区历山路88号`."""
    road = rng.choice(places.roads)
    return f"{places.region.prefix}{road.name}{rng.randint(road.first, road.last)}号"


def county_address(places: Places, rng: Random) -> str:
    """Draw a flat in the county, in one of the communities or on one of the roads."""
    if rng.random() < _COMMUNITY_SHARE:
        return f"{places.region.prefix}{rng.choice(places.communities)}{_flat(rng)}"
    return street_address(places, rng) + _flat(rng)


def address_in(region: Region, places: Places, rng: Random) -> str:
    """Draw a flat in the given region, the served county or another."""
    if region is places.region:
        return county_address(places, rng)
    return f"{region.prefix}{rng.choice(region.roads)}{rng.randint(1, 160)}号{_flat(rng)}"


def _flat(rng: Random) -> str:
    return f"{rng.randint(1, 12)}号楼{rng.randint(1, 4)}单元{rng.randint(1, 6)}0{rng.randint(1, 3)}室"

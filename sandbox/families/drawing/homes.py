"""Draws the homes of a family as the real estate registry holds them."""

from collections.abc import Iterator
from random import Random

from sandbox.families.drawing.cast import Cast
from sandbox.families.drawing.shape import Shape
from sandbox.families.people import Person
from sandbox.families.places import Places, Region, address_in
from sandbox.families.records import Home, HukouBook, Share
from sandbox.families.situations import COLLECTIVE, IN_GRANDPARENTS_BOOK, Situation

_HOMELESS = COLLECTIVE | {
    Situation.NEWCOMER,
    Situation.HUKOU_NO_HOME,
    Situation.CONTRACT_DELIVERED,
    Situation.CONTRACT_NOT_DELIVERED,
    Situation.CONTRACT_NEXT_COUNTY,
    Situation.CONTRACT_HUKOU_ELSEWHERE,
    Situation.CONTRACT_NOT_DELIVERED_HUKOU_ELSEWHERE,
    Situation.GRANDPARENTS_RENTING,
    Situation.PUBLIC_HOUSING,
    Situation.PUBLIC_HOUSING_NEXT_COUNTY,
    Situation.RESETTLED,
    Situation.PREFERENTIAL,
}
_AWAY_FROM_BOOK = {
    Situation.HUKOU_ELSEWHERE,
    Situation.COMMERCIAL_HOME,
    Situation.PART_OF_HOME_HUKOU_ELSEWHERE,
    Situation.SHOP_HUKOU_ELSEWHERE,
    Situation.GRANDPARENTS_HOME_OWN_BOOK,
    Situation.GRANDPARENTS_HOME_HUKOU_ELSEWHERE,
    Situation.HOME_APART_FROM_HUKOU,
    Situation.HOME_NEXT_COUNTY,
}
_SHOPS = {Situation.COMMERCIAL_HOME, Situation.SHOP_HUKOU_ELSEWHERE}
_GRANDPARENTS_OWN = IN_GRANDPARENTS_BOOK | {Situation.GRANDPARENTS_HOME_OWN_BOOK}
# Besides the first home, another that the guardians own alone.
_SECOND_HOME = {Situation.HOME_AND_SHOP, Situation.GRANDPARENTS_AND_HOME_IN_CITY}


def draw_homes(
    shape: Shape, cast: Cast, book: HukouBook, places: Places, serials: Iterator[str], rng: Random
) -> tuple[Home, ...]:
    """Draw the family's homes, the first at the register's address where the situation says they agree."""
    situation = shape.situation
    if situation in _HOMELESS:
        return ()
    away = situation in _AWAY_FROM_BOOK
    region = places.region if away else cast.region
    if situation is Situation.HOME_NEXT_COUNTY:
        region = rng.choice(places.neighbours)
    home = Home(
        certificate=_certificate(region, cast.home_registered.year, next(serials)),
        region=region.code,
        address=address_in(region, places, rng) if away else book.address,
        use="商业" if situation in _SHOPS else "住宅",
        registered=cast.home_registered,
        shares=_shares(shape, cast),
    )
    return (home, _second(situation, cast, places, serials, rng)) if situation in _SECOND_HOME else (home,)


def _second(situation: Situation, cast: Cast, places: Places, serials: Iterator[str], rng: Random) -> Home:
    shop = situation is Situation.HOME_AND_SHOP
    region = places.region if shop else rng.choice(places.neighbours)
    return Home(
        certificate=_certificate(region, cast.home_registered.year, next(serials)),
        region=region.code,
        address=address_in(region, places, rng),
        use="商业" if shop else "住宅",
        registered=cast.home_registered,
        shares=(Share(cast.leader, 100),),
    )


def _shares(shape: Shape, cast: Cast) -> tuple[Share, ...]:
    match shape.situation:
        case Situation.SHARED_HOME:
            return _split(cast.father, 50, cast.mother)
        case Situation.HOME_WITH_GRANDPARENT:
            return _split(cast.leader, 60, cast.grandparents[0])
        case Situation.HALF_WITH_GRANDPARENT:
            return _split(cast.leader, 50, cast.grandparents[0])
        case Situation.PART_OF_HOME | Situation.PART_OF_HOME_HUKOU_ELSEWHERE:
            return _split(cast.leader, shape.marks.guardian_percent, cast.grandparents[0])
        case situation if situation in _GRANDPARENTS_OWN:
            return (Share(cast.grandparents[0], 100),)
        case _:
            return (Share(cast.leader, 100),)


def _split(one: Person, percent: int, other: Person) -> tuple[Share, ...]:
    return (Share(one, percent), Share(other, 100 - percent))


def _certificate(region: Region, year: int, serial: str) -> str:
    # Each registry numbers on its own, so the county's mark before the seven digits is not needed.
    return f"{region.province}({year}){region.registry}不动产权第{serial[-7:]}号"

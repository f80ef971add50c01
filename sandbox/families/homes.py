"""Draws the homes of a family as the real estate registry holds them."""

from collections.abc import Iterator
from random import Random

from sandbox.families.cast import Cast
from sandbox.families.family import Situation
from sandbox.families.places import LIXIA, Region, address_in
from sandbox.families.records import Home, HukouBook, Share
from sandbox.families.shape import Shape

_HOMELESS = {Situation.NEWCOMER, Situation.HUKOU_NO_HOME, Situation.COLLECTIVE_HUKOU}
_AWAY_FROM_BOOK = {Situation.HUKOU_ELSEWHERE, Situation.COMMERCIAL_HOME}


def draw_homes(
    shape: Shape, cast: Cast, book: HukouBook, serials: Iterator[int], rng: Random
) -> tuple[Home, ...]:
    """Draw the family's home, at the register's address where the situation says they agree."""
    if shape.situation in _HOMELESS:
        return ()
    away = shape.situation in _AWAY_FROM_BOOK
    region = LIXIA if away else cast.region
    home = Home(
        certificate=_certificate(region, cast.home_registered.year, next(serials)),
        region=region.code,
        address=address_in(region, rng) if away else book.address,
        use="商业" if shape.situation is Situation.COMMERCIAL_HOME else "住宅",
        registered=cast.home_registered,
        shares=_shares(shape.situation, cast),
    )
    return (home,)


def _shares(situation: Situation, cast: Cast) -> tuple[Share, ...]:
    match situation:
        case Situation.SHARED_HOME:
            return (Share(cast.father, 50), Share(cast.mother, 50))
        case Situation.HOME_WITH_GRANDPARENT:
            return (Share(cast.leader, 60), Share(cast.grandparents[0], 40))
        case Situation.GRANDPARENTS_HOME:
            return (Share(cast.grandparents[0], 100),)
        case _:
            return (Share(cast.leader, 100),)


def _certificate(region: Region, year: int, serial: int) -> str:
    return f"{region.province}({year}){region.registry}不动产权第{serial:07d}号"

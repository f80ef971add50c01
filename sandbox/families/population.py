"""The one generator of synthetic families: the same seed, county and number always give the same family."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from random import Random

from sandbox.families.counties import COUNTIES, County
from sandbox.families.drawing.cast import Cast, draw_cast
from sandbox.families.drawing.filings import odd_filings
from sandbox.families.drawing.homes import draw_homes
from sandbox.families.drawing.households import BookDrawer
from sandbox.families.drawing.mixes import RICH, Mix
from sandbox.families.drawing.papers import PaperDrawer
from sandbox.families.drawing.shape import draw_shape
from sandbox.families.family import Family
from sandbox.families.people.citizen_id import IdIssuer
from sandbox.families.people.names import SURNAMES
from sandbox.families.records import BirthCertificate

DEFAULT_SEED = 370102
DEFAULT_COUNTY = "370102"
_SIGN_IN_NAME = re.compile(r"[a-z]+(\d{3,6})")
_DIGITS = 7


class Population:
    """Families of one seed and county, drawn in order so that no two people share an ID number.

    The town is the one the departments serve; with `rich`, one in which every situation occurs.
    """

    def __init__(self, seed: int = DEFAULT_SEED, county: str = DEFAULT_COUNTY, *, rich: bool = False) -> None:
        self._seed = seed
        self._county = COUNTIES[county]
        self._mix = RICH if rich else self._county.mix
        self._ids = IdIssuer()
        self._families: list[Family] = []

    def first(self, count: int) -> tuple[Family, ...]:
        """Give the first `count` families; a family is the same whatever the count."""
        for number in range(len(self._families) + 1, count + 1):
            self._families.append(_draw(number, self._seed, self._county, self._mix, self._ids))
        return tuple(self._families[:count])


@lru_cache(maxsize=8)
def _population(seed: int, county: str, rich: bool) -> Population:  # noqa: FBT001 - the key of a cache
    return Population(seed, county, rich=rich)


def families(
    count: int = 200, *, seed: int = DEFAULT_SEED, county: str = DEFAULT_COUNTY, rich: bool = False
) -> tuple[Family, ...]:
    """Give the first `count` synthetic families of a seed and a county."""
    return _population(seed, county, rich).first(count)


def all_families(count: int = 200, *, seed: int = DEFAULT_SEED) -> tuple[Family, ...]:
    """Give the first `count` families of every county."""
    return tuple(family for county in COUNTIES for family in families(count, seed=seed, county=county))


def find(sign_in_name: str, *, count: int = 200, seed: int = DEFAULT_SEED) -> Family | None:
    """Find a family by its sign-in name or code (`F001`), whatever the letter case and width."""
    wanted = unicodedata.normalize("NFKC", sign_in_name).strip().lower()
    matched = _SIGN_IN_NAME.fullmatch(wanted)
    number = int(matched[1]) if matched else 0
    if not 1 <= number <= count:
        return None
    numbered = (families(count, seed=seed, county=county)[number - 1] for county in COUNTIES)
    return next((each for each in numbered if wanted in {each.sign_in_name, each.code.lower()}), None)


def _draw(number: int, seed: int, county: County, mix: Mix, ids: IdIssuer) -> Family:
    key = f"{seed}:{number}" if county.code == DEFAULT_COUNTY else f"{seed}:{county.code}:{number}"
    rng, more = Random(key), Random(f"{key}:more")  # noqa: S311 - synthetic data must be reproducible
    shape = county.demonstrations.get(number) or draw_shape(mix, rng, more)
    serials, papers_serials = _serials(number, county), _serials(number, county)
    cast = draw_cast(shape, county.places, rng, ids)
    books = BookDrawer(shape, cast, county.places, serials, rng).draw()
    homes = draw_homes(shape, cast, books[0], county.places, serials, rng)
    family = Family(
        county=county.code,
        county_name=county.places.name,
        code=f"{county.letter}{number:03d}",
        number=number,
        sign_in_name=f"{county.word or _surname(cast)}{number:03d}",
        father=cast.father,
        mother=cast.mother,
        signs_in=cast.leader,
        # No operator issues numbers that begin with 160.
        phone=f"160{county.mark}{number:0{8 - len(county.mark)}d}",
        divorced=shape.divorced,
        children=cast.children,
        grandparents=cast.grandparents,
        books=books,
        homes=homes,
        birth_certificates=tuple(
            BirthCertificate(f"T37{next(serials)}", child, cast.mother, cast.father)
            for child in cast.children
        ),
        papers=PaperDrawer(shape, cast, county.places, papers_serials, more).draw(homes),
        situation=shape.situation,
        filings=odd_filings(county.oddities[number], homes[0], cast.leader)
        if number in county.oddities
        else (),
    )
    return replace(
        family, true_categories=tuple(county.true_category(family, child) for child in family.children)
    )


def _surname(cast: Cast) -> str:
    return next(pinyin for surname, pinyin in SURNAMES.items() if cast.leader.name.startswith(surname))


def _serials(number: int, county: County) -> Iterator[str]:
    """Give this family's serial numbers: scattered, and no other family's."""
    for slot in range(10):
        yield f"{county.mark}{(number * 10 + slot) * 7_654_321 % 10**_DIGITS:0{_DIGITS}d}"

"""The one generator of synthetic families: the same seed and number always give the same family."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from random import Random

from sandbox.families.cast import draw_cast
from sandbox.families.citizen_id import IdIssuer
from sandbox.families.family import Family
from sandbox.families.homes import draw_homes
from sandbox.families.households import draw_books
from sandbox.families.names import SURNAMES
from sandbox.families.records import BirthCertificate
from sandbox.families.shape import shape_of

DEFAULT_SEED = 370102
_SIGN_IN_NAME = re.compile(r"[a-z]+(\d{3,6})")
_SERIALS = 10_000_000


class Population:
    """Families of one seed, drawn in order so that no two people share an ID number."""

    def __init__(self, seed: int = DEFAULT_SEED) -> None:
        self._seed = seed
        self._ids = IdIssuer()
        self._families: list[Family] = []

    def first(self, count: int) -> tuple[Family, ...]:
        """Give the first `count` families; a family is the same whatever the count."""
        for number in range(len(self._families) + 1, count + 1):
            self._families.append(_draw(number, self._seed, self._ids))
        return tuple(self._families[:count])


@lru_cache(maxsize=4)
def _population(seed: int) -> Population:
    return Population(seed)


def families(count: int = 200, *, seed: int = DEFAULT_SEED) -> tuple[Family, ...]:
    """Give the first `count` synthetic families of a seed."""
    return _population(seed).first(count)


def find(sign_in_name: str, *, count: int = 200, seed: int = DEFAULT_SEED) -> Family | None:
    """Find a family by its sign-in name or code (`F001`), whatever the letter case and width."""
    wanted = unicodedata.normalize("NFKC", sign_in_name).strip().lower()
    matched = _SIGN_IN_NAME.fullmatch(wanted)
    number = int(matched[1]) if matched else 0
    if not 1 <= number <= count:
        return None
    family = families(count, seed=seed)[number - 1]
    return family if wanted in {family.sign_in_name, family.code.lower()} else None


def _draw(number: int, seed: int, ids: IdIssuer) -> Family:
    rng = Random(f"{seed}:{number}")  # noqa: S311 - synthetic data must be reproducible
    serials = _serials(number)
    shape = shape_of(number, rng)
    cast = draw_cast(shape, rng, ids)
    books = draw_books(shape, cast, serials, rng)
    surname = next(surname for surname in SURNAMES if cast.leader.name.startswith(surname))
    return Family(
        number=number,
        sign_in_name=f"{SURNAMES[surname]}{number:03d}",
        father=cast.father,
        mother=cast.mother,
        signs_in=cast.leader,
        # No operator issues numbers that begin with 160.
        phone=f"160{number:08d}",
        divorced=shape.divorced,
        children=cast.children,
        grandparents=cast.grandparents,
        books=books,
        homes=draw_homes(shape, cast, books[0], serials, rng),
        birth_certificates=tuple(
            BirthCertificate(f"T37{next(serials):07d}", child, cast.mother, cast.father)
            for child in cast.children
        ),
        situation=shape.situation,
    )


def _serials(number: int) -> Iterator[int]:
    """Give this family's serial numbers: scattered, and no other family's."""
    for slot in range(10):
        yield (number * 10 + slot) * 7_654_321 % _SERIALS

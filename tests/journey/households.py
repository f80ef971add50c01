"""Hands out synthetic families, each to one test, as a child can be enrolled only once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sandbox.families import Family, TrueCategory, families

# The families before these are named in the tests.
_FIRST_UNNAMED = 31


class Households:
    """Families nobody used yet, in a fixed order."""

    def __init__(self) -> None:
        self._unused = list(families())[_FIRST_UNNAMED - 1 :]

    def take(self, category: TrueCategory = TrueCategory.HOUSE_AND_HUKOU) -> Family:
        """A family of this category, the parents together, with one child who enters school in 2027."""
        family = next(self._fitting(category))
        self._unused.remove(family)
        return family

    def _fitting(self, category: TrueCategory) -> Iterator[Family]:
        for family in self._unused:
            fits = family.true_category is category and not family.divorced and len(family.children) == 1
            if fits and may_enter(family.children[0].born):
                yield family


def may_enter(born: date) -> bool:
    """Whether a child born on this day enters primary school in 2027, by the plan's rule."""
    return date(2020, 9, 1) <= born <= date(2021, 8, 31)

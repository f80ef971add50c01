"""The counties the sandbox knows, each with its places, its demonstration families and its own rules."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from sandbox.families.drawing.demonstrations import ODD_IN_LIXIA, OF_LICANG, OF_LIXIA, OF_ZHIFU
from sandbox.families.drawing.mixes import PLAIN, RICH, Mix
from sandbox.families.drawing.shape import Shape
from sandbox.families.family import Family, TrueCategory
from sandbox.families.people import Person
from sandbox.families.places import LICANG, LIXIA, ZHIFU, Places
from sandbox.families.records import Oddity
from sandbox.families.truth import category_in_licang, category_in_lixia, category_in_zhifu


@dataclass(frozen=True, slots=True)
class County:
    """A county; `letter` begins its families' codes, `mark` their phone and serial numbers.

    `word` begins their sign-in names; without one, each begins with the surname of whoever signs in.
    """

    places: Places
    letter: str
    mark: str
    word: str
    mix: Mix
    demonstrations: Mapping[int, Shape]
    true_category: Callable[[Family, Person], TrueCategory]
    oddities: Mapping[int, Oddity] = field(default_factory=dict)

    @property
    def code(self) -> str:
        """The county's administrative code."""
        return self.places.region.code


_ALL = (
    County(LIXIA, "F", "", "", PLAIN, OF_LIXIA, category_in_lixia, ODD_IN_LIXIA),
    County(ZHIFU, "Z", "1", "zhifu", RICH, OF_ZHIFU, category_in_zhifu),
    County(LICANG, "L", "2", "licang", RICH, OF_LICANG, category_in_licang),
)
COUNTIES: Mapping[str, County] = {county.code: county for county in _ALL}

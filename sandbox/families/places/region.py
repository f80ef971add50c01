"""Roads, and the regions people come from and own homes in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Road:
    """A road of a served county with the first and last street number in use, odd and even alike."""

    name: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Region:
    """A county with the words its addresses and real estate certificates begin with.

    `roads` are names to draw from where no zone has to cover the numbers.
    """

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

    def same_city(self, code: str) -> bool:
        """Whether a county code belongs to the same city as this region."""
        return code[:4] == self.code[:4]


@dataclass(frozen=True, slots=True)
class Places:
    """A served county: its region, every road and community its zones must cover, and where others come from.

    No two counties share a region, so that no ID number is issued twice.
    """

    name: str
    region: Region
    roads: tuple[Road, ...]
    communities: tuple[str, ...]
    elsewhere: tuple[Region, ...]

    @property
    def neighbours(self) -> tuple[Region, ...]:
        """The other counties of the same city."""
        return tuple(region for region in self.elsewhere if self.region.same_city(region.code))

"""What other offices hold about how a family lives and works in a place, and which seats its home gave."""

from dataclasses import dataclass
from datetime import date

from sandbox.families.people import Person

PRIMARY = "primary"
JUNIOR = "junior"


@dataclass(frozen=True, slots=True)
class Permit:
    """A residence permit (居住证)."""

    number: str
    region: str
    holder: Person
    since: date


@dataclass(frozen=True, slots=True)
class Insurance:
    """Social insurance paid in one place, in one unbroken run of months."""

    region: str
    insured: Person
    since: date
    months: int


@dataclass(frozen=True, slots=True)
class Licence:
    """A sole proprietor's business licence (个体工商户)."""

    number: str
    region: str
    owner: Person
    since: date


@dataclass(frozen=True, slots=True)
class Company:
    """A company whose legal representative is a guardian."""

    number: str
    region: str
    representative: Person
    since: date


@dataclass(frozen=True, slots=True)
class SeatUse:
    """A seat that a home has already given, in a stage; `guardians` are those of the child who got it.

    Strangers are nobody: their names are not this family's to know.
    """

    certificate: str
    stage: str
    used: date
    guardians: tuple[Person, ...]

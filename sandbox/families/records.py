"""What the departments hold about a family."""

from dataclasses import dataclass
from datetime import date

from sandbox.families.people import Person


@dataclass(frozen=True, slots=True)
class Member:
    """One page of a household register: a person, the relation to the head, and when they moved in."""

    person: Person
    relation: str
    moved_in: date


@dataclass(frozen=True, slots=True)
class HukouBook:
    """A household register (户口簿) with its address and kind (家庭户 or 集体户)."""

    number: str
    region: str
    address: str
    kind: str
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """One owner's part of a home, in per cent."""

    owner: Person
    percent: int


@dataclass(frozen=True, slots=True)
class Home:
    """A real estate certificate: who owns what, where, for which use, since when."""

    certificate: str
    region: str
    address: str
    use: str
    registered: date
    shares: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class BirthCertificate:
    """A birth certificate (出生医学证明) naming the child and both parents."""

    number: str
    child: Person
    mother: Person
    father: Person

"""What the police and the hospitals hold about a family."""

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

    @property
    def head(self) -> Person:
        """The head of the household (户主)."""
        return next(page.person for page in self.members if page.relation == "户主")

    def page_of(self, person: Person) -> Member | None:
        """The page of a person; None where they are not in this book."""
        return next((page for page in self.members if page.person == person), None)


@dataclass(frozen=True, slots=True)
class BirthCertificate:
    """A birth certificate (出生医学证明) naming the child and both parents."""

    number: str
    child: Person
    mother: Person
    father: Person


@dataclass(frozen=True, slots=True)
class Marriage:
    """A marriage as the civil affairs department holds it; dissolved after a divorce."""

    number: str
    husband: Person
    wife: Person
    registered: date
    dissolved: bool

"""One family to file for, and the records the departments hold about it; change what a case needs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from enrolment.model.establishing.inquiry import BIRTH_CERTIFICATE, HOUSEHOLD_MEMBERS, REAL_ESTATE
from enrolment.model.establishing.records import BirthRecord, HomeRecord, HouseholdRecord, Member, Owner
from enrolment.model.people import Person
from tests.fakes.clock import DEMONSTRATION_NOW
from tests.fakes.departments import FakeDepartments

MOTHER = Person("王演示", "370102199001010026")
FATHER = Person("李演示", "370102198902020031")
GRANDFATHER = Person("李老演示", "370102195503030019")
CHILD = Person("李小演示", "370102202010150022")
DIGEST = "d" * 64
ADDRESS = "山东省济南市历下区历山路88号3号楼2单元501室"


@dataclass(frozen=True, slots=True)
class Share:
    """A person's part of a home, in per cent."""

    owner: Person
    percent: float


def member(person: Person, relation: str) -> Member:
    """A page of a household book."""
    return Member(person.name, person.id_number, person.birth_date, relation, date(2018, 5, 1))


def household(
    *members: Member, region: str = "370102", address: str = ADDRESS, collective: bool = False
) -> HouseholdRecord:
    """A household book; mother, father and child when no members are given."""
    pages = members or (member(MOTHER, "户主"), member(FATHER, "配偶"), member(CHILD, "女"))
    return HouseholdRecord(region, address, collective, pages, DEMONSTRATION_NOW, DIGEST)


def home(
    *shares: Share,
    region: str = "370102",
    use: str = "住宅",
    address: str = ADDRESS,
    certificate: str = "鲁(2019)济南市不动产权第0000001号",
) -> HomeRecord:
    """A home; the mother's alone when no shares are given."""
    owners = tuple(Owner(share.owner.id_number, share.percent) for share in shares or (Share(MOTHER, 100),))
    return HomeRecord(certificate, region, address, use, date(2019, 6, 1), owners, DEMONSTRATION_NOW, DIGEST)


def birth(*parents: Person) -> BirthRecord:
    """The child's birth certificate; mother and father when no parents are given."""
    named = tuple(parent.id_number for parent in parents or (MOTHER, FATHER))
    return BirthRecord(CHILD.birth_date, named, DEMONSTRATION_NOW, DIGEST)


def departments_with(
    *homes: HomeRecord,
    book: HouseholdRecord | None = None,
    certificate: BirthRecord | None = None,
) -> FakeDepartments:
    """Departments that hold this family's records; each home is found by every owner."""
    departments = FakeDepartments()
    departments.hold(HOUSEHOLD_MEMBERS, CHILD.id_number, book or household())
    departments.hold(BIRTH_CERTIFICATE, CHILD.id_number, certificate or birth())
    for each in homes:
        for owner in each.owners:
            departments.hold(REAL_ESTATE, owner.id_number, each)
    return departments

"""What the departments would answer about a sandbox family, as the rules read it."""

from __future__ import annotations

from datetime import datetime

from enrolment.model.establishing.family_facts import Family as FamilyIds
from enrolment.model.establishing.inquiry import (
    BIRTH_CERTIFICATE,
    HOUSEHOLD_MEMBERS,
    REAL_ESTATE,
    Findings,
    Reply,
)
from enrolment.model.establishing.records import (
    BirthRecord,
    DepartmentRecord,
    HomeRecord,
    HouseholdRecord,
    Member,
    Owner,
)
from sandbox.families import Family, Home, HukouBook, Person

DIGEST = "d" * 64


def ids_of(family: Family, child: Person) -> FamilyIds:
    """The child and the guardian who signs in."""
    return FamilyIds(child.id_number, family.signs_in.id_number)


def findings_of(family: Family, child: Person, at: datetime) -> Findings:
    """Every department's answer about one child and both parents."""
    certificate = next(each for each in family.birth_certificates if each.child == child)
    named = (certificate.mother, certificate.father)
    birth = BirthRecord(child.born, tuple(each.id_number for each in named), at, DIGEST)
    books = tuple(_book(book, at) for book in family.books if any(m.person == child for m in book.members))
    homes = tuple(_home(each, at) for each in family.homes if any(s.owner in named for s in each.shares))
    answers: dict[str, tuple[DepartmentRecord, ...]] = {
        HOUSEHOLD_MEMBERS: books,
        REAL_ESTATE: homes,
        BIRTH_CERTIFICATE: (birth,),
    }
    return Findings(
        {
            item: Reply(item, "department", "grant", at, answered=True, records=records)
            for item, records in answers.items()
        }
    )


def _book(book: HukouBook, at: datetime) -> HouseholdRecord:
    members = tuple(
        Member(page.person.name, page.person.id_number, page.person.born, page.relation, page.moved_in)
        for page in book.members
    )
    return HouseholdRecord(book.region, book.address, book.kind == "集体户", members, at, DIGEST)


def _home(home: Home, at: datetime) -> HomeRecord:
    owners = tuple(Owner(share.owner.id_number, share.percent) for share in home.shares)
    return HomeRecord(
        home.certificate, home.region, home.address, home.use, home.registered, owners, at, DIGEST
    )

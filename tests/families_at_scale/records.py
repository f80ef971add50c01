"""A sandbox family's records as the departments' adapters would hand them to the rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime

from enrolment.model.establishing import inquiry
from enrolment.model.establishing.records import (
    BirthRecord,
    CompanyRecord,
    DepartmentRecord,
    HomeRecord,
    HouseholdRecord,
    InsuranceRecord,
    LeaseRecord,
    LicenceRecord,
    MarriageRecord,
    Member,
    Owner,
    PaidSpan,
    PermitRecord,
    PresaleRecord,
    PublicHousingRecord,
    SeatRecord,
)
from enrolment.model.months import add_months
from enrolment.model.plan import Stage
from sandbox.families import Family

AT = datetime.fromisoformat("2027-06-10T09:00:00+08:00")
_DIGEST = "d" * 64
_Held = Iterator[tuple[frozenset[str], DepartmentRecord]]


def records_about(family: Family, data_item: str, id_number: str) -> tuple[DepartmentRecord, ...]:
    """What the department of a data item answers about one person."""
    return tuple(record for people, record in _HELD[data_item](family) if id_number in people)


def _books(family: Family) -> _Held:
    for book in family.books:
        members = tuple(
            Member(page.person.name, page.person.id_number, page.person.born, page.relation, page.moved_in)
            for page in book.members
        )
        people = frozenset(page.person.id_number for page in book.members)
        yield (
            people,
            HouseholdRecord(book.region, book.address, book.kind == "集体户", members, AT, _DIGEST),
        )


def _births(family: Family) -> _Held:
    for birth in family.birth_certificates:
        parents = (birth.mother.id_number, birth.father.id_number)
        yield frozenset({birth.child.id_number}), BirthRecord(birth.child.born, parents, AT, _DIGEST)


def _marriages(family: Family) -> _Held:
    for marriage in family.papers.marriages:
        couple = (marriage.husband.id_number, marriage.wife.id_number)
        yield (
            frozenset(couple),
            MarriageRecord(couple, not marriage.dissolved, marriage.registered, AT, _DIGEST),
        )


def _homes(family: Family) -> _Held:
    for home in family.homes:
        owners = tuple(Owner(share.owner.id_number, share.percent) for share in home.shares)
        yield (
            frozenset(owner.id_number for owner in owners),
            HomeRecord(
                home.certificate, home.region, home.address, home.use, home.registered, owners, AT, _DIGEST
            ),
        )


def _contracts(family: Family) -> _Held:
    for each in family.papers.contracts:
        buyers = (each.buyer.id_number,)
        yield (
            frozenset(buyers),
            PresaleRecord(
                each.number, each.region, each.address, each.filed, each.delivered, buyers, AT, _DIGEST
            ),
        )


def _leases(family: Family) -> _Held:
    for each in family.papers.leases:
        tenants = (each.tenant.id_number,)
        yield (
            frozenset(tenants),
            LeaseRecord(each.region, each.address, each.filed, each.since, tenants, AT, _DIGEST),
        )


def _public_housing(family: Family) -> _Held:
    for each in family.papers.public_housing:
        tenants = (each.tenant.id_number,)
        yield (
            frozenset(tenants),
            PublicHousingRecord(each.region, each.address, each.since, tenants, AT, _DIGEST),
        )


def _seats(family: Family) -> _Held:
    """The register knows a seat by the home, so it tells whoever owns the home."""
    for seat in family.papers.seats:
        guardians = tuple(each.id_number for each in seat.guardians)
        owners = frozenset(
            share.owner.id_number
            for home in family.homes
            if home.certificate == seat.certificate
            for share in home.shares
        )
        yield (
            owners,
            SeatRecord(seat.certificate, Stage(seat.stage), seat.used, guardians, AT, _DIGEST),
        )


def _permits(family: Family) -> _Held:
    for each in family.papers.permits:
        holder = each.holder.id_number
        yield frozenset({holder}), PermitRecord(holder, each.region, each.since, AT, _DIGEST)


def _insurances(family: Family) -> _Held:
    for each in family.papers.insurances:
        insured = each.insured.id_number
        paid = PaidSpan(each.since, _last_month(each.since, each.months))
        yield frozenset({insured}), InsuranceRecord(insured, each.region, (paid,), AT, _DIGEST)


def _licences(family: Family) -> _Held:
    for each in family.papers.licences:
        owner = each.owner.id_number
        yield frozenset({owner}), LicenceRecord(owner, each.region, each.since, AT, _DIGEST)


def _companies(family: Family) -> _Held:
    for each in family.papers.companies:
        head = each.representative.id_number
        yield frozenset({head}), CompanyRecord(head, each.region, each.since, AT, _DIGEST)


def _last_month(since: date, months: int) -> date:
    return add_months(since, months - 1)


_HELD: Mapping[str, Callable[[Family], _Held]] = {
    inquiry.HOUSEHOLD_MEMBERS: _books,
    inquiry.BIRTH_CERTIFICATE: _births,
    inquiry.MARRIAGE: _marriages,
    inquiry.REAL_ESTATE: _homes,
    inquiry.PRESALE_CONTRACT: _contracts,
    inquiry.LEASE_FILING: _leases,
    inquiry.PUBLIC_HOUSING: _public_housing,
    inquiry.SEAT_RECORDS: _seats,
    inquiry.RESIDENCE_PERMIT: _permits,
    inquiry.SOCIAL_INSURANCE: _insurances,
    inquiry.SOLE_PROPRIETOR_LICENCE: _licences,
    inquiry.COMPANY_REGISTRATION: _companies,
}
EVERY_ITEM = frozenset(_HELD)
TODAYS_ITEMS = frozenset({inquiry.HOUSEHOLD_MEMBERS, inquiry.REAL_ESTATE, inquiry.BIRTH_CERTIFICATE})

"""The records that departments hold of a family in a file; a person's ID number is the word for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

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
from storage.family_files.parts_of_records import BookPart, InsurancePart, PagePart
from storage.family_files.schema import FamilyPart
from storage.family_files.words import STAGES

CHILD: Final = "孩子"
_ADULT_BORN: Final = date(1990, 1, 1)
_CHILD_BORN: Final = {"小学": date(2020, 10, 15), "初中": date(2014, 10, 15)}
_MARRIED_ON: Final = date(2017, 5, 1)
_DIGEST: Final = "0" * 64
_Held = tuple[frozenset[str], DepartmentRecord]
"""A record, and the people it is found by."""


def born(part: FamilyPart, who: str) -> date:
    """The birth date of somebody; where none is written, that of a usual child or grown-up."""
    usual = _CHILD_BORN[part.stage] if who == CHILD else _ADULT_BORN
    return part.births.get(who, usual)


@dataclass(frozen=True, slots=True)
class Registers:
    """Every record of one family, as the departments had them at one moment."""

    part: FamilyPart
    at: datetime

    def held(self, data_item: str) -> list[_Held]:
        """The records of a data item."""
        return list(_READERS[data_item](self)) if data_item in _READERS else []

    def born(self, who: str) -> date:
        """The birth date of somebody."""
        return born(self.part, who)

    def books(self) -> Iterator[_Held]:
        """The household book."""
        book = self.part.book
        if book is not None:
            members = tuple(self._member(book, who, page) for who, page in book.members.items())
            address = book.place.address(book.address)
            yield (
                frozenset(book.members),
                HouseholdRecord(book.place.code, address, book.collective, members, self.at, _DIGEST),
            )

    def births(self) -> Iterator[_Held]:
        """The birth certificate; none where no parents are written."""
        if self.part.parents:
            record = BirthRecord(self.born(CHILD), tuple(self.part.parents), self.at, _DIGEST)
            yield frozenset({CHILD}), record

    def marriages(self) -> Iterator[_Held]:
        """The last registration of the parents."""
        if self.part.marriage is not None:
            married = self.part.marriage == "已婚"
            couple = ("妈妈", "爸爸")
            yield frozenset(couple), MarriageRecord(couple, married, _MARRIED_ON, self.at, _DIGEST)

    def homes(self) -> Iterator[_Held]:
        """Registered homes, in the order written."""
        for number, each in enumerate(self.part.homes, 1):
            owners = tuple(Owner(who, share) for who, share in each.owners.items())
            address = each.place.address(each.address)
            yield (
                frozenset(each.owners),
                HomeRecord(
                    _certificate(number),
                    each.place.code,
                    address,
                    each.use,
                    each.registered_on,
                    owners,
                    self.at,
                    _DIGEST,
                ),
            )

    def seats(self) -> Iterator[_Held]:
        """Seats that those homes gave, found by the homes' owners."""
        for each in self.part.seats:
            owners = frozenset(self.part.homes[each.home - 1].owners)
            guardians = (self.part.files,) if each.by_sibling else ("别人",)
            stage = STAGES[each.stage or self.part.stage]
            certificate = _certificate(each.home)
            yield owners, SeatRecord(certificate, stage, each.used_on, guardians, self.at, _DIGEST)

    def contracts(self) -> Iterator[_Held]:
        """Filed contracts."""
        for number, each in enumerate(self.part.contracts, 1):
            address = each.place.address(each.address)
            yield (
                frozenset(each.buyers),
                PresaleRecord(
                    f"合同{number}",
                    each.place.code,
                    address,
                    each.filed_on,
                    each.delivered,
                    tuple(each.buyers),
                    self.at,
                    _DIGEST,
                ),
            )

    def leases(self) -> Iterator[_Held]:
        """Filed leases."""
        for each in self.part.leases:
            address, since = each.place.address(each.address), each.since or each.filed_on
            yield (
                frozenset(each.tenants),
                LeaseRecord(
                    each.place.code, address, each.filed_on, since, tuple(each.tenants), self.at, _DIGEST
                ),
            )

    def public_housing(self) -> Iterator[_Held]:
        """Public low-rent homes."""
        for each in self.part.public_housing:
            address, tenants = each.place.address(each.address), tuple(each.tenants)
            record = PublicHousingRecord(each.place.code, address, each.since, tenants, self.at, _DIGEST)
            yield frozenset(tenants), record

    def permits(self) -> Iterator[_Held]:
        """Residence permits."""
        for each in self.part.permits:
            record = PermitRecord(each.holder, each.place.code, each.since, self.at, _DIGEST)
            yield frozenset({each.holder}), record

    def licences(self) -> Iterator[_Held]:
        """Licences of sole proprietors."""
        for each in self.part.licences:
            record = LicenceRecord(each.holder, each.place.code, each.since, self.at, _DIGEST)
            yield frozenset({each.holder}), record

    def companies(self) -> Iterator[_Held]:
        """Companies."""
        for each in self.part.companies:
            record = CompanyRecord(each.holder, each.place.code, each.since, self.at, _DIGEST)
            yield frozenset({each.holder}), record

    def insurances(self) -> Iterator[_Held]:
        """Social insurance."""
        for each in self.part.insurances:
            span = self._span(each)
            record = InsuranceRecord(each.insured, each.place.code, (span,), self.at, _DIGEST)
            yield frozenset({each.insured}), record

    def _member(self, book: BookPart, who: str, page: str | PagePart) -> Member:
        written = page if isinstance(page, PagePart) else None
        relation = written.relation if written else str(page)
        moved_in = (written and written.moved_in) or book.moved_in
        return Member(who, who, self.born(who), relation, moved_in)

    def _span(self, part: InsurancePart) -> PaidSpan:
        """The months paid; those counted back end with the month before the day."""
        last_month = add_months(self.at.date().replace(day=1), -1)
        last = _first_of(part.last) if part.last else last_month
        if part.months is not None:
            return PaidSpan(add_months(last_month, 1 - part.months), last_month)
        return PaidSpan(_first_of(part.first or ""), last)


_READERS: Final[Mapping[str, Callable[[Registers], Iterator[_Held]]]] = {
    inquiry.HOUSEHOLD_MEMBERS: Registers.books,
    inquiry.BIRTH_CERTIFICATE: Registers.births,
    inquiry.MARRIAGE: Registers.marriages,
    inquiry.REAL_ESTATE: Registers.homes,
    inquiry.SEAT_RECORDS: Registers.seats,
    inquiry.PRESALE_CONTRACT: Registers.contracts,
    inquiry.LEASE_FILING: Registers.leases,
    inquiry.PUBLIC_HOUSING: Registers.public_housing,
    inquiry.RESIDENCE_PERMIT: Registers.permits,
    inquiry.SOLE_PROPRIETOR_LICENCE: Registers.licences,
    inquiry.COMPANY_REGISTRATION: Registers.companies,
    inquiry.SOCIAL_INSURANCE: Registers.insurances,
}


def _certificate(number: int) -> str:
    return f"第{number}套"


def _first_of(month: str) -> date:
    return date.fromisoformat(f"{month}-01")

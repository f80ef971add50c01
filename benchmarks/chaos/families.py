"""Made-up families, numbered, each with the records that make it a house-and-hukou family."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from enrolment.model.establishing.inquiry import BIRTH_CERTIFICATE, HOUSEHOLD_MEMBERS, REAL_ESTATE
from enrolment.model.establishing.records import (
    BirthRecord,
    DepartmentRecord,
    HomeRecord,
    HouseholdRecord,
    Member,
    Owner,
)
from enrolment.model.facts import FactValue
from enrolment.model.people import Person

COUNTY, YEAR, DAY = "370102", 2027, date(2027, 6, 10)
ITEMS = (HOUSEHOLD_MEMBERS, REAL_ESTATE, BIRTH_CERTIFICATE)
SAID: Mapping[str, FactValue] = {
    "birth_date": "2020-10",
    "hukou_in_county": True,
    "home_in_county": True,
    "home_owner": "guardian",
}
_ADDRESS = "山东省济南市历下区历山路88号3号楼2单元501室"
_SINCE = date(2019, 6, 1)
_AT = datetime.fromisoformat("2027-06-10T09:00:00+08:00")
_DIGEST = "d" * 64
_DAYS = 28


@dataclass(frozen=True, slots=True)
class NumberedFamily:
    """Family number so-and-so: a mother, who owns a home, and a child in her household book."""

    number: int

    @property
    def conversation(self) -> str:
        """Where the mother talks."""
        return f"chaos-{self.number}"

    @property
    def mother(self) -> Person:
        """Who files."""
        day, rest = self.number % _DAYS + 1, self.number // _DAYS
        return Person(f"母{self.number}", f"370102199001{day:02d}{rest:03d}1")

    @property
    def child(self) -> Person:
        """Who is filed for."""
        day, rest = self.number % _DAYS + 1, self.number // _DAYS
        return Person(f"子{self.number}", f"370102202010{day:02d}{rest:03d}2")

    def records(self) -> dict[tuple[str, str], Sequence[DepartmentRecord]]:
        """What the departments hold, by data item and ID number."""
        mother, child = self.mother, self.child
        pages = tuple(
            Member(person.name, person.id_number, person.birth_date, relation, _SINCE)
            for person, relation in ((mother, "户主"), (child, "子"))
        )
        home = HomeRecord(
            certificate_number=f"鲁({self.number})",
            region=COUNTY,
            address=_ADDRESS,
            use="住宅",
            registered_on=_SINCE,
            owners=(Owner(mother.id_number, 100),),
            obtained_at=_AT,
            digest=_DIGEST,
        )
        book = HouseholdRecord(
            COUNTY, _ADDRESS, collective=False, members=pages, obtained_at=_AT, digest=_DIGEST
        )
        birth = BirthRecord(child.birth_date, (mother.id_number,), _AT, _DIGEST)
        return {
            (HOUSEHOLD_MEMBERS, child.id_number): (book,),
            (BIRTH_CERTIFICATE, child.id_number): (birth,),
            (REAL_ESTATE, mother.id_number): (home,),
        }

"""Facts from the household book and the birth certificate."""

from __future__ import annotations

from enrolment.model.establishing.inquiry import BIRTH_CERTIFICATE, HOUSEHOLD_MEMBERS
from enrolment.model.establishing.reading import Reading, known
from enrolment.model.establishing.records import HouseholdRecord
from enrolment.model.facts import Fact, FactValue


def household_facts(reading: Reading, child: str, guardian: str, parents: tuple[str, ...]) -> dict[str, Fact]:
    """Where the child is registered, with whom, when it was born, and whether the guardian is a parent."""
    book = next((each for each in reading.findings.households if _page_of(child, each)), None)
    return (
        _registration(reading, book, guardian)
        | _birth_date(reading, book, child)
        | _guardianship(reading, guardian, parents)
    )


def _registration(reading: Reading, book: HouseholdRecord | None, guardian: str) -> dict[str, Fact]:
    reply = reading.reply(HOUSEHOLD_MEMBERS)
    if book is None or reply is None:
        names = ("hukou_in_county", "hukou_with_guardian", "hukou_address")
        return known(*(reading.missing(name, reply) for name in names))
    values: dict[str, FactValue] = {
        "hukou_in_county": book.region == reading.plan.county,
        "hukou_with_guardian": _page_of(guardian, book),
        "hukou_address": book.address,
    }
    return known(*(reading.recorded(name, reply, value=value, record=book) for name, value in values.items()))


def _birth_date(reading: Reading, book: HouseholdRecord | None, child: str) -> dict[str, Fact]:
    """The household book's birth date counts before the birth certificate's."""
    by_book, by_birth = reading.reply(HOUSEHOLD_MEMBERS), reading.reply(BIRTH_CERTIFICATE)
    if book is not None and by_book is not None:
        born = next(member.birth_date for member in book.members if member.id_number == child)
        return known(reading.recorded("birth_date", by_book, value=born, record=book))
    if reading.findings.births and by_birth is not None:
        birth = reading.findings.births[0]
        return known(reading.recorded("birth_date", by_birth, value=birth.birth_date, record=birth))
    return known(reading.missing("birth_date", by_book or by_birth))


def _guardianship(reading: Reading, guardian: str, parents: tuple[str, ...]) -> dict[str, Fact]:
    """The birth certificate says it, or else the household book.

    Records that name others do not deny it (adoption, custody): then a paper can still show it.
    """
    by_book, by_birth = reading.reply(HOUSEHOLD_MEMBERS), reading.reply(BIRTH_CERTIFICATE)
    for birth in reading.findings.births:
        if guardian in birth.parents and by_birth is not None:
            return known(reading.recorded("guardian_of_child", by_birth, value=True, record=birth))
    if guardian in parents and by_book is not None:
        book = reading.findings.households[0]
        return known(reading.recorded("guardian_of_child", by_book, value=True, record=book))
    return known(reading.missing("guardian_of_child", by_birth or by_book))


def _page_of(id_number: str, book: HouseholdRecord) -> bool:
    return any(member.id_number == id_number for member in book.members)

"""Facts from the household book and the birth certificate."""

from __future__ import annotations

from datetime import date

from enrolment.model.establishing.inquiry import BIRTH_CERTIFICATE, HOUSEHOLD_MEMBERS
from enrolment.model.establishing.parents import grandparent_heading
from enrolment.model.establishing.reading import Reading, Values, known, page_of
from enrolment.model.establishing.records import HouseholdRecord, Member
from enrolment.model.facts import Answer, Fact
from enrolment.model.months import add_months

_OF_THE_BOOK = (
    "hukou_in_county",
    "hukou_in_city",
    "hukou_with_guardian",
    "hukou_with_grandparent",
    "hukou_collective",
    "hukou_address",
    "hukou_since",
    "hukou_since_birth",
    "three_generations_since",
)
_SINCE_BIRTH_MONTHS = 6
"""How soon after its birth a child must be entered to count as registered there since birth."""


def household_facts(reading: Reading) -> dict[str, Fact]:
    """Where the child is registered, with whom, since when, its birth date, and whose child it is."""
    return _registration(reading) | _birth_date(reading) | _guardianship(reading)


def _registration(reading: Reading) -> dict[str, Fact]:
    reply, book = reading.reply(HOUSEHOLD_MEMBERS), reading.book
    if book is None or reply is None:
        return reading.all_missing(_OF_THE_BOOK, reply)
    child = next(member for member in book.members if member.id_number == reading.family.child)
    values: Values = {
        "hukou_in_county": book.region in reading.plan.areas,
        "hukou_in_city": book.region in reading.plan.city_areas,
        "hukou_with_guardian": page_of(reading.family.guardian, book),
        "hukou_with_grandparent": grandparent_heading(child.id_number, book) is not None,
        "hukou_collective": book.collective,
        "hukou_address": book.address,
        "hukou_since": _entered(child),
        "hukou_since_birth": _entered(child) <= add_months(child.birth_date, _SINCE_BIRTH_MONTHS),
        "three_generations_since": _three_generations_since(reading, book, child),
    }
    return reading.all_recorded(values, reply, book)


def _entered(member: Member) -> date:
    """The day a member was entered; a book that names none has had the member since birth."""
    return member.moved_in or member.birth_date


def _three_generations_since(reading: Reading, book: HouseholdRecord, child: Member) -> date | None:
    """Since when the child, a guardian and the grandparent who heads the book are all in it."""
    head = grandparent_heading(child.id_number, book)
    between = [_entered(each) for each in book.members if each.id_number in reading.guardians]
    if head is None or not between:
        return None
    return max(_entered(child), _entered(head), min(between))


def _birth_date(reading: Reading) -> dict[str, Fact]:
    """The household book's birth date counts before the birth certificate's."""
    by_book, by_birth = reading.reply(HOUSEHOLD_MEMBERS), reading.reply(BIRTH_CERTIFICATE)
    book, births = reading.book, reading.findings.births
    if book is not None and by_book is not None:
        born = next(member.birth_date for member in book.members if member.id_number == reading.family.child)
        return known(reading.recorded("birth_date", by_book, value=born, record=book))
    if births and by_birth is not None:
        return known(reading.recorded("birth_date", by_birth, value=births[0].birth_date, record=births[0]))
    return known(reading.missing("birth_date", by_book or by_birth))


def _guardianship(reading: Reading) -> dict[str, Fact]:
    """The birth certificate says it, or else the household book.

    Records that name others do not deny it (adoption, custody): then a paper can still show it.
    """
    by_book, by_birth = reading.reply(HOUSEHOLD_MEMBERS), reading.reply(BIRTH_CERTIFICATE)
    guardian = reading.family.guardian
    for birth in reading.findings.births:
        if guardian in birth.parents and by_birth is not None:
            return known(reading.recorded("guardian_of_child", by_birth, value=True, record=birth))
    if guardian in reading.parents and by_book is not None:
        first = reading.findings.households[0]
        return known(reading.recorded("guardian_of_child", by_book, value=True, record=first))
    missing = reading.missing("guardian_of_child", by_birth or by_book)
    book = reading.book
    if (
        missing is not None
        and missing.answer is Answer.NOT_FOUND
        and book is not None
        and by_book is not None
    ):
        return known(reading.not_shown("guardian_of_child", by_book, book))
    return known(missing)

"""Facts about all of a family's homes together: the guardians' in the city, the grandparent's."""

from __future__ import annotations

from enrolment.model.establishing.home_facts import share_of
from enrolment.model.establishing.inquiry import REAL_ESTATE
from enrolment.model.establishing.parents import grandparent_heading
from enrolment.model.establishing.reading import Reading, Values
from enrolment.model.establishing.records import HomeRecord
from enrolment.model.establishing.statement import RESIDENTIAL
from enrolment.model.facts import Fact

_OF_GRANDPARENT = ("grandparent_home_in_county", "grandparent_home_address")


def family_home_facts(reading: Reading) -> dict[str, Fact]:
    """What all the homes found say about the family."""
    return _in_city(reading) | _of_grandparent(reading)


def _in_city(reading: Reading) -> dict[str, Fact]:
    name, reply = "guardians_home_in_city", reading.reply(REAL_ESTATE)
    homes = [
        home
        for home in reading.findings.homes
        if home.region in reading.plan.city_areas and home.use == RESIDENTIAL and share_of(reading, home) > 0
    ]
    if reply is None or not reply.answered or not (homes or reply.complete):
        return reading.all_missing([name], reply)
    return reading.all_recorded({name: bool(homes)}, reply, homes[0] if homes else None)


def _of_grandparent(reading: Reading) -> dict[str, Fact]:
    """A home of the grandparent who heads the child's book, where the guardians' records show one.

    The departments are asked about guardians only: a grandparent's home they own no part of stays the
    guardian's word.
    """
    reply, home = reading.reply(REAL_ESTATE), _grandparents_home(reading)
    if home is None or reply is None:
        return reading.all_missing(_OF_GRANDPARENT, None)
    values: Values = {
        "grandparent_home_in_county": home.region in reading.plan.areas,
        "grandparent_home_address": home.address,
    }
    return reading.all_recorded(values, reply, home)


def _grandparents_home(reading: Reading) -> HomeRecord | None:
    head = None if reading.book is None else grandparent_heading(reading.family.child, reading.book)
    if head is None:
        return None
    homes = [
        home
        for home in reading.findings.homes
        if home.use == RESIDENTIAL and any(owner.id_number == head.id_number for owner in home.owners)
    ]
    return min(homes, key=lambda home: home.region not in reading.plan.areas, default=None)

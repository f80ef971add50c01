"""Facts from the education authority's own register: whether a home's seat is taken."""

from __future__ import annotations

from enrolment.model.establishing.inquiry import SEAT_RECORDS
from enrolment.model.establishing.reading import Reading, Values
from enrolment.model.establishing.records import HomeRecord, SeatRecord
from enrolment.model.facts import Fact

_FREE: Values = {"home_seat_used": False, "home_seat_used_by_sibling": False, "home_seat_used_on": None}


def seat_facts(reading: Reading, home: HomeRecord) -> dict[str, Fact]:
    """Who last got a seat of the stage applied for by this home: nobody, a sibling, another child."""
    reply = reading.reply(SEAT_RECORDS)
    if reply is None or not reply.answered:
        return seat_unknown(reading)
    seats = [
        seat
        for seat in reading.findings.of_kind(SeatRecord)
        if seat.certificate_number == home.certificate_number and reading.stage in {None, seat.stage}
    ]
    if not seats:
        return reading.all_recorded(_FREE, reply)
    last = max(seats, key=lambda seat: seat.used_on)
    values: Values = {
        "home_seat_used": True,
        "home_seat_used_by_sibling": not reading.guardians.isdisjoint(last.guardians),
        "home_seat_used_on": last.used_on,
    }
    return reading.all_recorded(values, reply, last)


def seat_unknown(reading: Reading) -> dict[str, Fact]:
    """The facts about the seat of a home that nobody found, or that the register says nothing of."""
    reply = reading.reply(SEAT_RECORDS)
    asked = reply if reply is not None and not reply.answered else None
    return reading.all_missing(_FREE, asked)

"""Facts from the real estate register: one version of them for every home that could count."""

from __future__ import annotations

import math

from enrolment.model.establishing.inquiry import REAL_ESTATE, Reply
from enrolment.model.establishing.reading import Reading, Values, known
from enrolment.model.establishing.records import HomeRecord
from enrolment.model.establishing.seat_facts import seat_facts, seat_unknown
from enrolment.model.establishing.versions import Version
from enrolment.model.zoning.address.normalise import normalise

_NAMES = (
    "home_in_county",
    "home_owner",
    "home_share",
    "home_use",
    "home_address",
    "home_since",
    "home_at_hukou",
)
# Shares such as a third each do not add up to a whole number exactly.
_ROUNDING = 1e-6


def home_versions(reading: Reading) -> list[Version]:
    """The facts as each home of the guardians would make them, and as a home not looked up would.

    Only homes of a guardian or co-parent count; their shares count together.
    """
    reply = reading.reply(REAL_ESTATE)
    if reply is None or not reply.answered:
        return [_unknown(reading, reply)]
    homes = [home for home in reading.findings.homes if share_of(reading, home) > 0]
    versions = [_registered(reading, reply, home) for home in homes]
    if not reply.complete:
        return [*versions, _unknown(reading, reply)]
    return versions or [_none_registered(reading, reply)]


def share_of(reading: Reading, home: HomeRecord) -> float:
    """What part of a home the guardians own together, in per cent."""
    return sum(owner.share for owner in home.owners if owner.id_number in reading.guardians)


def _registered(reading: Reading, reply: Reply, home: HomeRecord) -> Version:
    values: Values = {
        "home_in_county": home.region in reading.plan.areas,
        "home_owner": "guardian",
        "home_share": math.floor(share_of(reading, home) + _ROUNDING),
        "home_use": home.use,
        "home_address": home.address,
        "home_since": home.registered_on,
    }
    facts = reading.all_recorded(values, reply, home) | seat_facts(reading, home)
    if reading.book is None:
        return facts | known(reading.missing("home_at_hukou", None))
    same = normalise(home.address) == normalise(reading.book.address)
    return facts | reading.all_recorded({"home_at_hukou": same}, reply, home)


def _none_registered(reading: Reading, reply: Reply) -> Version:
    """No home is registered: a finding for those who said so, a gap for those who said otherwise.

    A grandparent's home stays the guardian's word; that the guardians own nothing is found all the same.
    """
    match reading.said.get("home_owner"):
        case "guardian" | "other":
            return _unknown(reading, reply)
        case "grandparent":
            return _unknown(reading, None) | reading.all_recorded({"home_share": 0}, reply)
        case _:
            none: Values = {
                "home_in_county": False,
                "home_owner": "none",
                "home_share": 0,
                "home_at_hukou": False,
                "home_since": None,
            }
            return reading.all_recorded(none, reply)


def _unknown(reading: Reading, reply: Reply | None) -> Version:
    return reading.all_missing(_NAMES, reply) | seat_unknown(reading)

"""Facts from the real estate register: one version of them for every home that could count."""

from __future__ import annotations

import math

from enrolment.model.establishing.inquiry import REAL_ESTATE, Reply
from enrolment.model.establishing.reading import Reading, known
from enrolment.model.establishing.records import HomeRecord
from enrolment.model.facts import Fact, FactValue

_NAMES = ("home_in_county", "home_owner", "home_share", "home_use", "home_address")
# Shares such as a third each do not add up to a whole number exactly.
_ROUNDING = 1e-6


def home_versions(reading: Reading, guardian: str, parents: tuple[str, ...]) -> list[dict[str, Fact]]:
    """The facts as each home of the guardians would make them, and as a home not looked up would.

    Only homes of a guardian or co-parent count; their shares count together.
    """
    reply = reading.reply(REAL_ESTATE)
    owners = frozenset((guardian, *parents))
    if reply is None or not reply.answered:
        return [_unknown(reading, reply)]
    homes = [home for home in reading.findings.homes if _share(home, owners) > 0]
    versions = [_registered(reading, reply, home, owners) for home in homes]
    if not reply.complete:
        return [*versions, _unknown(reading, reply)]
    return versions or [_none_registered(reading, reply)]


def _registered(reading: Reading, reply: Reply, home: HomeRecord, owners: frozenset[str]) -> dict[str, Fact]:
    values: dict[str, FactValue] = {
        "home_in_county": home.region == reading.plan.county,
        "home_owner": "guardian",
        "home_share": math.floor(_share(home, owners) + _ROUNDING),
        "home_use": home.use,
        "home_address": home.address,
    }
    return known(*(reading.recorded(name, reply, value=value, record=home) for name, value in values.items()))


def _none_registered(reading: Reading, reply: Reply) -> dict[str, Fact]:
    """No home is registered: a finding for those who said so, a gap for those who said otherwise.

    A grandparent's home stays the guardian's word; that the guardians own nothing is found all the same.
    """
    match reading.said.get("home_owner"):
        case "guardian" | "other":
            return _unknown(reading, reply)
        case "grandparent":
            return _unknown(reading, None) | known(reading.recorded("home_share", reply, value=0))
        case _:
            return known(
                reading.recorded("home_in_county", reply, value=False),
                reading.recorded("home_owner", reply, value="none"),
                reading.recorded("home_share", reply, value=0),
            )


def _unknown(reading: Reading, reply: Reply | None) -> dict[str, Fact]:
    return known(*(reading.missing(name, reply) for name in _NAMES))


def _share(home: HomeRecord, owners: frozenset[str]) -> float:
    return sum(owner.share for owner in home.owners if owner.id_number in owners)

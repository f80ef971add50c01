"""Facts from the register of marriages."""

from __future__ import annotations

from enrolment.model.establishing.inquiry import MARRIAGE
from enrolment.model.establishing.reading import Reading
from enrolment.model.establishing.records import MarriageRecord
from enrolment.model.facts import Fact


def marriage_facts(reading: Reading) -> dict[str, Fact]:
    """Whether the guardian who files is married: the last registration says."""
    name, reply = "parents_married", reading.reply(MARRIAGE)
    mine = [
        each for each in reading.findings.of_kind(MarriageRecord) if reading.family.guardian in each.couple
    ]
    if reply is None or not reply.answered:
        return reading.all_missing([name], reply)
    last = max(mine, key=lambda each: each.registered_on, default=None)
    return reading.all_recorded({name: last is not None and last.married}, reply, last)

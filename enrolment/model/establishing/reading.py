"""Turn one value of a record, or its absence, into a fact with its answer and evidence."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from enrolment.model.age.birth_date import BirthDate
from enrolment.model.establishing.inquiry import Findings, Reply
from enrolment.model.establishing.records import DepartmentRecord
from enrolment.model.establishing.statement import with_implied
from enrolment.model.facts import Answer, Evidence, Fact, FactValue
from enrolment.model.plan import Plan

_NOTHING = hashlib.sha256(b"").hexdigest()


@dataclass(frozen=True, slots=True)
class Reading:
    """The plan, the replies, and what the guardian said, side by side."""

    plan: Plan
    findings: Findings
    said: Mapping[str, FactValue] = field(repr=False)

    def reply(self, data_item: str) -> Reply | None:
        """The reply about a data item; None where nobody may ask."""
        return self.findings.replies.get(data_item)

    def recorded(
        self, name: str, reply: Reply, *, value: FactValue, record: DepartmentRecord | None = None
    ) -> Fact:
        """A fact that a department settles: by a record, or by having none where there would be one."""
        evidence = Evidence(
            data_item=reply.data_item,
            department=reply.department,
            grant_id=reply.grant_id,
            obtained_at=record.obtained_at if record else reply.asked_at,
            digest=record.digest if record else _NOTHING,
        )
        agrees = name not in self.said or _agree(self.said[name], value)
        return Fact(name, Answer.CONFIRMED if agrees else Answer.CONTRADICTED, value, evidence)

    def missing(self, name: str, reply: Reply | None) -> Fact | None:
        """A fact that no record settles; None where it was not said either.

        Nobody may ask, or not about everybody concerned: it stays the guardian's word. Asked without an
        answer: unavailable. Answered without a record: not found.
        """
        value = with_implied(self.said).get(name)
        if reply is not None and (reply.silent or not reply.answered):
            return Fact(name, Answer.UNAVAILABLE, value)
        if reply is None or not reply.complete:
            return None if value is None else Fact(name, Answer.DECLARED, value)
        return Fact(name, Answer.NOT_FOUND, value)


def known(*facts: Fact | None) -> dict[str, Fact]:
    """Collect the facts about which something is known."""
    return {fact.name: fact for fact in facts if fact is not None}


def _agree(said: FactValue, recorded: FactValue) -> bool:
    if isinstance(recorded, date) and isinstance(said, str):
        birth = BirthDate.parse(said)
        return birth.year is not None and birth.earliest <= recorded <= birth.latest
    return said == recorded

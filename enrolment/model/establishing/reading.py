"""Turn one value of a record, or its absence, into a fact with its answer and evidence."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from enrolment.model.age.birth_date import BirthDate
from enrolment.model.establishing.inquiry import Family, Findings, Reply
from enrolment.model.establishing.parents import parents_named
from enrolment.model.establishing.records import DepartmentRecord, HouseholdRecord
from enrolment.model.establishing.statement import RAISED, denied, with_implied
from enrolment.model.facts import Answer, Evidence, Fact, FactValue
from enrolment.model.plan import Plan, Stage

_NOTHING = hashlib.sha256(b"").hexdigest()
Values = Mapping[str, FactValue | None]


@dataclass(frozen=True)
class Reading:
    """The plan, the replies, and what the guardian said, side by side.

    `stage` is the one applied for; without it, the seats of every stage count.
    """

    plan: Plan
    family: Family
    findings: Findings
    said: Mapping[str, FactValue] = field(repr=False)
    stage: Stage | None = None

    @cached_property
    def parents(self) -> tuple[str, ...]:
        """The ID numbers of the child's parents, as far as the records name them."""
        return parents_named(self.family.child, self.findings.households, self.findings.births)

    @cached_property
    def guardians(self) -> frozenset[str]:
        """The ID numbers of those whose homes, permits and work count: who files, and the parents."""
        return frozenset((self.family.guardian, *self.parents))

    @cached_property
    def book(self) -> HouseholdRecord | None:
        """The household book the child is in."""
        books = self.findings.households
        return next((each for each in books if page_of(self.family.child, each)), None)

    def reply(self, data_item: str) -> Reply | None:
        """The reply about a data item; None where nobody may ask."""
        return self.findings.replies.get(data_item)

    def recorded(
        self, name: str, reply: Reply, *, value: FactValue | None, record: DepartmentRecord | None = None
    ) -> Fact:
        """A fact that a department settles: by a record, or by having none where there would be one.

        The value None says that there is no such day or place.
        """
        evidence = _evidence(reply, record)
        agrees = name not in self.said or _agree(self.said[name], value)
        return Fact(name, Answer.CONFIRMED if agrees else Answer.CONTRADICTED, value, evidence)

    def all_recorded(
        self, values: Values, reply: Reply, record: DepartmentRecord | None = None
    ) -> dict[str, Fact]:
        """Facts that one record, or the lack of one, settles together."""
        return {
            name: self.recorded(name, reply, value=value, record=record) for name, value in values.items()
        }

    def missing(self, name: str, reply: Reply | None) -> Fact | None:
        """A fact that no record settles; None where it was not said either.

        Nobody may ask, or not about everybody concerned: it stays the guardian's word. Asked without an
        answer: unavailable. Answered without a record: not found. What a guardian who has it speaks of, and
        this one did not, is left settled as no (see `claims`), also while the department is silent.
        """
        if name in RAISED and name not in self.said:
            return None
        value = with_implied(self.said).get(name)
        if reply is not None and (reply.silent or not reply.answered):
            return Fact(name, Answer.UNAVAILABLE, value)
        if reply is None or not reply.complete:
            unsaid = value is None and name not in denied(self.said)
            return None if unsaid else Fact(name, Answer.DECLARED, value)
        return Fact(name, Answer.NOT_FOUND, value)

    def not_shown(self, name: str, reply: Reply, record: DepartmentRecord) -> Fact:
        """A fact that a record was read for and does not show: no denial, a paper may still show it."""
        value = with_implied(self.said).get(name)
        return Fact(name, Answer.NOT_FOUND, value, _evidence(reply, record))

    def all_missing(self, names: Iterable[str], reply: Reply | None) -> dict[str, Fact]:
        """Facts that no record settles."""
        return known(*(self.missing(name, reply) for name in names))


def _evidence(reply: Reply, record: DepartmentRecord | None) -> Evidence:
    return Evidence(
        data_item=reply.data_item,
        department=reply.department,
        grant_id=reply.grant_id,
        obtained_at=record.obtained_at if record else reply.asked_at,
        digest=record.digest if record else _NOTHING,
    )


def known(*facts: Fact | None) -> dict[str, Fact]:
    """Collect the facts about which something is known."""
    return {fact.name: fact for fact in facts if fact is not None}


def page_of(id_number: str, book: HouseholdRecord) -> bool:
    """Whether somebody is in a household book."""
    return any(member.id_number == id_number for member in book.members)


def _agree(said: FactValue, recorded: FactValue | None) -> bool:
    if isinstance(recorded, date) and isinstance(said, str):
        birth = BirthDate.parse(said)
        return birth.year is not None and birth.earliest <= recorded <= birth.latest
    return said == recorded

"""The facts of the usual family when departments answer with the records given."""

from __future__ import annotations

from collections.abc import Mapping

from enrolment.model.establishing import inquiry
from enrolment.model.establishing.family_facts import establish
from enrolment.model.establishing.inquiry import Family, Findings, Reply
from enrolment.model.establishing.records import DepartmentRecord
from enrolment.model.facts import Answer, Fact, FactValue
from enrolment.model.plan import Plan, Stage
from tests.fakes import FrozenClock, demonstration_plan
from tests.fakes.family import CHILD, MOTHER, birth, household

NOW = FrozenClock().now()
DIGEST = "d" * 64
Records = Mapping[str, tuple[DepartmentRecord, ...]]


def reply(item: str, *records: DepartmentRecord, answered: bool = True, complete: bool = True) -> Reply:
    """A department's reply."""
    return Reply(
        item, "department", "grant", NOW, answered=answered, records=records, complete=complete, silent=False
    )


def facts_with(
    records: Records,
    *,
    said: Mapping[str, FactValue] | None = None,
    stage: Stage | None = None,
    plan: Plan | None = None,
    instead: Mapping[str, Reply] | None = None,
) -> dict[str, Fact]:
    """The facts from these records, beside the usual book and certificate; nothing else is asked."""
    usual: Records = {
        inquiry.HOUSEHOLD_MEMBERS: (household(),),
        inquiry.BIRTH_CERTIFICATE: (birth(),),
    }
    replies = {item: reply(item, *found) for item, found in {**usual, **records}.items()}
    family = Family(CHILD.id_number, MOTHER.id_number)
    findings = Findings({**replies, **(instead or {})})
    return establish(plan or demonstration_plan(), family, said or {}, findings, stage=stage)


def told(facts: Mapping[str, Fact], name: str) -> tuple[Answer, FactValue | None]:
    """Answer and value of a fact."""
    return facts[name].answer, facts[name].value

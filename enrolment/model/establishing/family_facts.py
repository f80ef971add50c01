"""Establish a family's facts: the departments' records, checked against each other and what was said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from enrolment.model.deciding.category import best_possible, decide
from enrolment.model.establishing.home_facts import home_versions
from enrolment.model.establishing.household_facts import household_facts
from enrolment.model.establishing.inquiry import REAL_ESTATE, Findings
from enrolment.model.establishing.parents import parents_named
from enrolment.model.establishing.reading import Reading
from enrolment.model.establishing.statement import claims
from enrolment.model.facts import Fact, FactValue
from enrolment.model.plan import Plan


@dataclass(frozen=True, slots=True)
class Family:
    """Whom the records are about, by ID number: the child, and the guardian who files."""

    child: str = field(repr=False)
    guardian: str = field(repr=False)


def establish(
    plan: Plan, family: Family, said: Mapping[str, FactValue], findings: Findings, on: date
) -> dict[str, Fact]:
    """Give every fact of the plan its answer.

    Where a family has several homes, the one that leads to the better category counts. The plan's
    priorities say which is better; no rule about homes is written here.
    """
    parents = parents_named(family.child, findings.households, findings.births)
    reading = Reading(plan, findings, said)
    facts = claims(plan, said)
    facts |= household_facts(reading, family.child, family.guardian, parents)
    versions = [facts | home for home in home_versions(reading, family.guardian, parents)]
    return min(versions, key=lambda version: _rank(plan, version, on))


def needs_more_homes(plan: Plan, facts: Mapping[str, Fact], on: date) -> bool:
    """Whether the case is open for want of homes, so that the other parent's are worth asking about."""
    open_facts = decide(plan, facts, on).deciding_facts
    return any(REAL_ESTATE in plan.facts[name].data_items for name in open_facts)


def _rank(plan: Plan, facts: Mapping[str, Fact], on: date) -> tuple[int, int, int]:
    """Order versions of a family's homes: by the best they can lead to, then by how little is open."""
    share = facts["home_share"].value if "home_share" in facts else None
    owned = share if isinstance(share, int) else 0
    return best_possible(plan, facts), len(decide(plan, facts, on).deciding_facts), -owned

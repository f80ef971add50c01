"""Establish a family's facts: the departments' records, checked against each other and what was said."""

from __future__ import annotations

from collections.abc import Mapping

from enrolment.model.deciding.category import best_possible
from enrolment.model.deciding.open_facts import facts_to_settle
from enrolment.model.deciding.standing import weigh
from enrolment.model.establishing.family_home_facts import family_home_facts
from enrolment.model.establishing.home_facts import home_versions
from enrolment.model.establishing.household_facts import household_facts
from enrolment.model.establishing.inquiry import Family, Findings
from enrolment.model.establishing.marriage_facts import marriage_facts
from enrolment.model.establishing.reading import Reading
from enrolment.model.establishing.statement import claims, stage_fact
from enrolment.model.establishing.stay_facts import (
    contract_versions,
    lease_versions,
    permit_versions,
    public_housing_versions,
)
from enrolment.model.establishing.versions import best_version
from enrolment.model.establishing.work_facts import company_versions, insurance_versions, licence_versions
from enrolment.model.facts import Fact, FactValue
from enrolment.model.plan import Plan, Stage

__all__ = ["Family", "establish", "items_wanted"]

_SEVERAL = (
    home_versions,
    contract_versions,
    public_housing_versions,
    permit_versions,
    lease_versions,
    insurance_versions,
    licence_versions,
    company_versions,
)


def establish(
    plan: Plan,
    family: Family,
    said: Mapping[str, FactValue],
    findings: Findings,
    *,
    stage: Stage | None = None,
) -> dict[str, Fact]:
    """Give every fact of the plan its answer.

    Where a family has several homes, permits and so on, those that lead to the better category count. The
    plan's priorities say which is better; no rule about them is written here.
    """
    reading = Reading(plan, family, findings, said, stage)
    facts = household_facts(reading) | family_home_facts(reading) | marriage_facts(reading)
    settled = claims(plan, said) | stage_fact(plan, stage) | facts
    versions = (read(reading) for read in _SEVERAL)
    best = best_version(settled, versions, lambda version: _rank(plan, version, stage))
    return {name: fact for name, fact in best.items() if name in plan.facts}


def items_wanted(plan: Plan, facts: Mapping[str, Fact], *, stage: Stage | None = None) -> frozenset[str]:
    """The data items for want of which the case is open, so that asking about more people may help."""
    return frozenset(item for name in _open_facts(plan, facts, stage) for item in plan.facts[name].data_items)


def _rank(plan: Plan, facts: Mapping[str, Fact], stage: Stage | None) -> tuple[int, int, int]:
    """Order versions of a family's facts: by the best they can lead to, then by how little is open."""
    share = facts["home_share"].value if "home_share" in facts else None
    owned = share if isinstance(share, int) else 0
    return best_possible(plan, facts, stage=stage), len(_open_facts(plan, facts, stage)), -owned


def _open_facts(plan: Plan, facts: Mapping[str, Fact], stage: Stage | None) -> tuple[str, ...]:
    unknown = weigh(plan, facts, stage=stage).unknown
    return facts_to_settle(plan, (category.rule for category in unknown), facts)

"""Keeps the facts told in free words in one slot, as values of docs/told-facts.md and never as words."""

from __future__ import annotations

import json
from collections.abc import Mapping

from enrolment.model.answering.given_facts import TOLD
from enrolment.model.plan import Plan

TOLD_SLOT = "told"
# These have a slot each; of a school only one of the plan's is kept.
_KEPT_ELSEWHERE = frozenset({"stage", "birth_date", "county", "hukou", "home", "entry_year"})
KEPT = TOLD - _KEPT_ELSEWHERE
SCHOOL = "school"
_LASTS = {
    "permit": ("permit_since", "permit_months"),
    "insurance": ("insurance_since", "insurance_months"),
    "licence": ("licence_since",),
    "renting": ("lease_filed", "lease_since", "lease_months"),
    "lease_filed": ("lease_since",),
}


def told_before(slot: str | None) -> dict[str, str]:
    """The facts kept in the slot."""
    kept: dict[str, str] = json.loads(slot) if slot else {}
    return kept


def with_new(before: Mapping[str, str], heard: Mapping[str, str]) -> dict[str, str]:
    """Put new facts in place of old ones; who has no permit any more has no day of one."""
    kept = dict(before)
    for name, value in heard.items():
        if value == "no":
            for lasting in _LASTS.get(name, ()):
                kept.pop(lasting, None)
        for since, months in (("permit_since", "permit_months"), ("insurance_since", "insurance_months")):
            # A day and a length of time tell the same thing: the newer one counts.
            if name in {since, months} and not {since, months} <= heard.keys():
                kept.pop(since if name == months else months, None)
        kept[name] = value
    return kept


def written(kept: Mapping[str, str]) -> str | None:
    """The facts as the slot holds them."""
    return json.dumps(kept, sort_keys=True, separators=(",", ":"), ensure_ascii=False) if kept else None


def school_meant(said: str, plan: Plan | None) -> str | None:
    """The name of the plan's one school that a guardian can mean; a name of any other kind is not kept."""
    schools = plan.schools if plan else ()
    named = [school.name for school in schools if said in school.name or school.name in said]
    return named[0] if len(named) == 1 else None

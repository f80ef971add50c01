"""The papers still needed: the cheapest set that would settle what the departments could not."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from enrolment.model.facts import Fact, Facts, FactValue
from enrolment.model.plan import FactSpec, Plan

_NO: frozenset[FactValue] = frozenset({False, "none"})


def required_documents(plan: Plan, facts: Facts, open_facts: Iterable[str]) -> tuple[str, ...]:
    """Choose the papers, by key, that together settle the open facts with least trouble.

    Empty when nothing is open. A fact that no paper can settle is left to a person.
    """
    wanted = [options for name in open_facts if (options := _options(plan.facts[name], facts.get(name)))]
    offered = [key for key in plan.documents if any(key in options for options in wanted)]
    choices = (chosen for size in range(len(offered) + 1) for chosen in combinations(offered, size))
    enough = (chosen for chosen in choices if all(set(options) & set(chosen) for options in wanted))
    return min(enough, key=lambda chosen: sum(plan.documents[key].cost for key in chosen))


def _options(spec: FactSpec, fact: Fact | None) -> tuple[str, ...]:
    says_no = fact is not None and fact.value in _NO
    if says_no and spec.documents_if_no is not None:
        return spec.documents_if_no
    return spec.documents

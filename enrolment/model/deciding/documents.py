"""The papers still needed: the cheapest set that would settle what the departments could not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cache
from heapq import heappop, heappush

from enrolment.model.deciding.open_facts import papers_for
from enrolment.model.deciding.standing import weigh
from enrolment.model.facts import Answer, Facts
from enrolment.model.plan import Plan, Stage

Settles = Callable[[frozenset[str]], bool]


def required_documents(
    plan: Plan, facts: Facts, open_facts: Iterable[str], *, stage: Stage | None = None
) -> tuple[str, ...]:
    """Choose the papers, by key, that together settle the case with least trouble.

    Where the guardian's words give a category, they are the cheapest with which it is decided: of two
    ways to show it, one is enough. Else they show every open fact. Among equally cheap sets the one with
    fewest papers counts, then the one whose papers the plan names first. A fact that no paper can show is
    left to a person.
    """
    papers = {name: papers_for(plan.facts[name], facts.get(name)) for name in dict.fromkeys(open_facts)}
    shows = {
        key: shown
        for key in plan.documents
        if (shown := frozenset(name for name, keys in papers.items() if key in keys))
    }
    to_show = frozenset(name for name, keys in papers.items() if keys)
    by_a_person = papers.keys() - to_show
    decided = _decided_with(plan, facts, by_a_person, stage)
    enough = decided if decided(to_show) else to_show.issubset
    return cheapest({key: plan.documents[key].cost for key in shows}, shows, enough)


def cheapest(
    costs: Mapping[str, int], shows: Mapping[str, frozenset[str]], enough: Settles
) -> tuple[str, ...]:
    """Choose the cheapest keys that together show enough; exact, best first.

    Showing more never makes it less than enough, all keys together are enough, and every cost is positive.
    Keys that cannot be missed are taken at once, and one that another outdoes is never looked at.
    """
    useful = [key for key in shows if not any(_outdone(key, other, costs, shows) for other in shows)]
    needed = [key for key in useful if not enough(_shown(shows, [each for each in useful if each != key]))]
    free = [key for key in useful if key not in needed]
    waiting: list[tuple[int, int, tuple[int, ...]]] = [(0, 0, ())]
    while True:
        cost, size, chosen = heappop(waiting)
        keys = [*needed, *(free[at] for at in chosen)]
        if enough(_shown(shows, keys)):
            return tuple(key for key in shows if key in keys)
        for at in range(chosen[-1] + 1 if chosen else 0, len(free)):
            if not enough(_shown(shows, [*keys, *free[at:]])):
                break
            heappush(waiting, (cost + costs[free[at]], size + 1, (*chosen, at)))


def _decided_with(plan: Plan, facts: Facts, by_a_person: Iterable[str], stage: Stage | None) -> Settles:
    """Whether the case is decided once these facts, and those left to a person, are as declared."""
    person = tuple(by_a_person)

    @cache
    def decided(names: frozenset[str]) -> bool:
        settled = {
            name: replace(facts[name], answer=Answer.CONFIRMED) for name in (*names, *person) if name in facts
        }
        return weigh(plan, {**facts, **settled}, stage=stage).clear is not None

    return decided


def _shown(shows: Mapping[str, frozenset[str]], keys: Iterable[str]) -> frozenset[str]:
    return frozenset().union(*(shows[key] for key in keys))


def _outdone(key: str, other: str, costs: Mapping[str, int], shows: Mapping[str, frozenset[str]]) -> bool:
    """Whether the other shows all that this one does and costs less, or the same and comes first."""
    if key == other or not shows[key] <= shows[other]:
        return False
    order = list(shows)
    return (costs[other], order.index(other)) < (costs[key], order.index(key))

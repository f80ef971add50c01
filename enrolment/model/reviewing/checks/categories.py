"""Categories: each can be reached, no two claim one family, and no family is left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import combinations

from enrolment.model.plan import Category, FactKind, Plan, Stage
from enrolment.model.reviewing.families.say import in_words
from enrolment.model.reviewing.families.witness import Families, Goal, TooTangled, Witness
from enrolment.model.reviewing.findings import Code, Finding
from enrolment.model.rules import AllOf, Condition, Meets, Rule

_Find = Callable[[list[Goal]], Witness | None]


def categories_decide(plan: Plan) -> Iterator[Finding]:
    """Ask of every stage which families its categories take."""
    find = Families(plan.facts, [category.rule for category in plan.categories]).find
    seen: set[tuple[Category, ...]] = set()
    try:
        for stage in plan.stages:
            categories = tuple(each for each in plan.by_priority if stage in each.stages)
            if categories not in seen:
                seen.add(categories)
                yield from _reached(stage, categories, find)
                yield from _tied(plan, categories, find)
                yield from _complete(plan, stage, categories, find)
    except TooTangled:
        yield Finding(
            Code.RULES_TANGLED,
            "categories",
            "the rules are too tangled to check all of them against each other",
            "define terms once under definitions, and write fewer alternatives",
        )


def categories_have_stages(plan: Plan) -> Iterator[Finding]:
    """A category is for a stage that the plan enrols for."""
    for category in plan.categories:
        if not set(category.stages) & set(plan.stages):
            yield Finding(
                Code.CATEGORY_WITHOUT_STAGE,
                f"categories.{category.key}",
                f"filing never opens for {', '.join(category.stages)}, the stages of {category.title}",
                f"write stages: [{', '.join(plan.stages)}], or take the category away",
            )


def _reached(stage: Stage, categories: tuple[Category, ...], find: _Find) -> Iterator[Finding]:
    for category in categories:
        better: list[Goal] = [(each.rule, False) for each in categories if each.priority < category.priority]
        if find([(category.rule, True), *better]) is not None:
            continue
        place = f"categories.{category.key}.rule"
        if find([(category.rule, True)]) is None:
            yield Finding(
                Code.CATEGORY_IMPOSSIBLE,
                place,
                f"no family can be {category.title}: the conditions contradict each other",
                "change a condition, or take the category away",
            )
        else:
            yield Finding(
                Code.CATEGORY_SHADOWED,
                place,
                f"no family of {stage} is ever {category.title}: smaller priorities take every one first",
                "give it a smaller priority, or change the rules before it",
            )


def _tied(plan: Plan, categories: tuple[Category, ...], find: _Find) -> Iterator[Finding]:
    for one, other in combinations(categories, 2):
        together = one.key in other.filed_with or other.key in one.filed_with
        if one.priority != other.priority or together:
            continue
        better: list[Goal] = [(each.rule, False) for each in categories if each.priority < one.priority]
        witness = find([(one.rule, True), (other.rule, True), *better])
        if witness is not None:
            yield Finding(
                Code.PRIORITY_TIE,
                f"categories.{other.key}.priority",
                f"{other.title} and {one.title} both have priority {one.priority}, and some families are"
                f" both: {in_words(witness, plan)}",
                "give one a smaller priority, or name it under filed_with of the other",
            )


def _complete(plan: Plan, stage: Stage, categories: tuple[Category, ...], find: _Find) -> Iterator[Finding]:
    gates = _asked_of_everybody(plan, categories)
    witness = find([*((gate, True) for gate in gates), *((each.rule, False) for each in categories)])
    if witness is not None:
        yield Finding(
            Code.FAMILY_UNPLACED,
            "categories",
            f"by the rules alone (按规则推算) some families of {stage} are in no category:"
            f" {in_words(witness, plan)}",
            "add a category that takes everybody else, unless such a family cannot exist",
        )


def _asked_of_everybody(plan: Plan, categories: tuple[Category, ...]) -> list[Rule]:
    """The conditions that every category asks for, those for special claims aside.

    Who fails them cannot file at all, and is no family left out.
    """
    needs = [set[Rule](_needs(each.rule)) for each in categories if not each.by_hand]
    ordinary = [each for each in needs if not any(_is_claim(need, plan) for need in each)]
    return sorted(set.intersection(*ordinary), key=str) if ordinary else []


def _needs(rule: Rule) -> Iterator[Condition]:
    """The conditions that a rule cannot do without."""
    match rule:
        case Condition():
            yield replace(rule, clause="", threshold="")
        case AllOf(parts):
            for part in parts:
                yield from _needs(part)
        case Meets(_, part):
            yield from _needs(part)
        case _:
            return


def _is_claim(need: Rule, plan: Plan) -> bool:
    """Whether a condition holds only for those who raise a claim of their own."""
    if not isinstance(need, Condition):
        return False
    spec = plan.facts[need.fact]
    return need.value is True and need.op == "is" and spec.kind is FactKind.YES_NO and not spec.data_items

"""My date against your deadline: a told permit, lease, licence or insurance against what the plan wants."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from enrolment.model.answering.computed.case import Case, Computed
from enrolment.model.facts import FactValue
from enrolment.model.months import complete_months, latest_start
from enrolment.model.plan import FactKind, Plan
from enrolment.model.plan.clauses import day
from enrolment.model.plan.topics import Topic
from enrolment.model.rules import DAYS, MONTHS, OPERATORS, Condition, leaves

_OF_TOPIC: Final[Mapping[Topic, tuple[str, ...]]] = {
    Topic.SOCIAL_INSURANCE_RESIDENCE_PERMIT: ("permit_since", "insurance_months"),
    Topic.RENTAL: ("lease_filed_on", "lease_since", "public_housing_since"),
    Topic.BUSINESS_LICENSE: ("licence_since", "company_since"),
    Topic.CATEGORY_MIGRANT_CHILDREN: (
        "permit_since",
        "insurance_months",
        "lease_filed_on",
        "licence_since",
        "company_since",
    ),
    Topic.PROPERTY_CONTRACT_OR_NO_DEED: ("home_share", "home_since"),
    Topic.CATEGORY_HOUSE_AND_HUKOU: ("home_share", "home_since"),
}
# Asked about only where the question speaks of such a thing: nobody is taken to have one.
_SPOKEN_OF: Final = {"public_housing_since": "公租|廉租|保障房", "company_since": "公司|企业"}
_UNITS: Final = {FactKind.MONTHS: "个月", FactKind.SHARE: "%"}
_AT_LEAST: Final = frozenset({"months_at_least", "at_least", "more_than", "on_or_before"})


def compute_months(case: Case) -> Computed | None:
    """Say of each told date or number of the topic whether it is enough; ask for one that was asked about."""
    wanted = [
        (name, condition) for name in _OF_TOPIC[case.topic] for condition in _conditions(case.plan, name)
    ]
    told = [(name, condition) for name, condition in wanted if name in case.told.latest]
    if not told:
        if not (wanted and case.asks_for_itself):
            return None
        name = next((name for name, _ in wanted if _is_spoken_of(name, case.text)), "")
        if not name:
            return None
        return Computed(missing=(name,), question=case.plan.facts[name].question)
    judged = [(name, _judged(case, name, condition)) for name, condition in told]
    open_facts = tuple(dict.fromkeys(name for name, line in judged if line is None))
    lines = list(dict.fromkeys(line for _, line in judged if line))
    clauses = tuple(dict.fromkeys(each for _, condition in told for each in _clauses(case.plan, condition)))
    question = case.plan.facts[open_facts[0]].question if open_facts else ""
    return Computed("\n".join(lines), clauses if lines else (), open_facts, question)


def _is_spoken_of(name: str, text: str) -> bool:
    return name not in _SPOKEN_OF or re.search(_SPOKEN_OF[name], text) is not None


def _conditions(plan: Plan, fact: str) -> Iterator[Condition]:
    """What the plan's categories want of a fact, each once."""
    seen: set[tuple[str, object]] = set()
    for category in plan.by_priority:
        for leaf in leaves(category.rule):
            if isinstance(leaf, Condition) and leaf.fact == fact and leaf.op in _AT_LEAST:
                key = (leaf.op, leaf.value)
                if key not in seen:
                    seen.add(key)
                    yield leaf


def _judged(case: Case, name: str, condition: Condition) -> str | None:
    """One told value against one condition, in words; None where the two readings of it disagree."""
    first, last = case.told.earliest[name], case.told.latest[name]
    if _enough(condition, first) is not _enough(condition, last):
        return None
    enough = _enough(condition, first)
    # Of a span that was told, the reading is said that the verdict hangs on.
    value, bound = (first, "") if first == last else (last, "至少") if enough else (first, "最多")
    said, wanted = _said(case.plan, condition, value, bound), _wanted(case.plan, condition)
    return f"{said}；{wanted}：{_verdict(condition, enough=enough)}"


def _enough(condition: Condition, value: FactValue) -> bool:
    if (
        condition.op in MONTHS
        and isinstance(value, date)
        and condition.by
        and isinstance(condition.value, int)
    ):
        return value <= _latest_start(condition)
    return bool(OPERATORS[condition.op](value, condition.value))


def _said(plan: Plan, condition: Condition, value: FactValue, bound: str) -> str:
    title = plan.facts[condition.fact].title
    if condition.op in MONTHS and isinstance(value, date) and condition.by:
        counted = complete_months(value, condition.by, first_day_counts=condition.first_day_counts)
        begun = f"照您说的（{title}）" if bound else f"{title}是{day(value)}"
        return f"{begun}，算到{day(condition.by)}{bound}满{counted}个月"
    told = (
        day(value) if isinstance(value, date) else f"{value}{_UNITS.get(plan.facts[condition.fact].kind, '')}"
    )
    return f"{title}{bound}是{told}"


def _wanted(plan: Plan, condition: Condition) -> str:
    """What the plan wants, by its own figure."""
    figure = plan.thresholds.get(condition.threshold)
    if figure is not None:
        return f"{figure.title}{figure.spoken}"
    return f"要求是{day(condition.value) if isinstance(condition.value, date) else condition.value}"


def _verdict(condition: Condition, *, enough: bool) -> str:
    if enough:
        return "够了。"
    if condition.op in MONTHS:
        return f"不够，要在{day(_latest_start(condition))}（含当天）以前办好才够。"
    return "晚了。" if condition.op in DAYS else "现在还不够。"


def _latest_start(condition: Condition) -> date:
    return latest_start(
        int(str(condition.value)), condition.by or date.max, first_day_counts=condition.first_day_counts
    )


def _clauses(plan: Plan, condition: Condition) -> Iterator[str]:
    figure = plan.thresholds.get(condition.threshold)
    named = (condition.clause, figure.clause if figure else "")
    return (clause for clause in named if clause in plan.clauses)

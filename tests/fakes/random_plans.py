"""Random small plans and what may be known of a family, for properties that hold under any plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import settings
from hypothesis import strategies as st

from enrolment.model.facts import Answer, Fact, FactValue
from enrolment.model.plan import Definition, Document, FactKind, FactSpec, Plan, Remedy
from enrolment.model.rules import (
    AllOf,
    AnyOf,
    Condition,
    Meets,
    Negation,
    PointsCondition,
    PointsItem,
    PointsOnce,
    PointsPerMonths,
    PointsTable,
    Rule,
)
from tests.fakes.small_plans import CLAUSE, EVIDENCE, REFERENCE, category, small_plan

KINDS: Mapping[str, FactKind] = {
    "married": FactKind.YES_NO,
    "home_here": FactKind.YES_NO,
    "book_here": FactKind.YES_NO,
    "permit_since": FactKind.DATE,
    "lease_since": FactKind.DATE,
    "insured": FactKind.MONTHS,
    "share": FactKind.SHARE,
    "use": FactKind.CHOICE,
}
PAPERS = ("book", "deed", "lease", "permit", "slip")
SOME = settings(max_examples=60, deadline=None)
"""A plan takes long to draw; sixty of each property are enough for every run."""
_USES = ("住宅", "商业", "none")
_DAYS = [REFERENCE - timedelta(days=back) for back in (0, 1, 91, 92, 183, 184, 185, 365, 366)]
_VALUES: Mapping[FactKind, st.SearchStrategy[FactValue]] = {
    FactKind.YES_NO: st.booleans(),
    FactKind.DATE: st.sampled_from(_DAYS),
    FactKind.MONTHS: st.integers(0, 14),
    FactKind.SHARE: st.sampled_from([0, 49, 50, 51, 100]),
    FactKind.CHOICE: st.sampled_from(_USES),
}
_OPS: Mapping[FactKind, list[str]] = {
    FactKind.YES_NO: ["is", "is_not"],
    FactKind.DATE: ["on_or_before", "on_or_after", "before", "after"],
    FactKind.MONTHS: ["at_least", "at_most", "more_than", "less_than"],
    FactKind.SHARE: ["at_least", "at_most", "more_than", "less_than"],
    FactKind.CHOICE: ["is", "is_not"],
}


@st.composite
def conditions(draw: st.DrawFn) -> Condition:
    """A condition on one fact."""
    name = draw(st.sampled_from(sorted(KINDS)))
    kind = KINDS[name]
    clause = draw(st.sampled_from(["", "乙"]))
    if kind is FactKind.DATE and draw(st.booleans()):
        op = draw(st.sampled_from(["months_at_least", "months_less_than"]))
        return Condition(name, op, draw(st.integers(1, 12)), REFERENCE, draw(st.booleans()), clause)
    if kind is FactKind.CHOICE and draw(st.booleans()):
        return Condition(name, "one_of", ("住宅", "商业"), clause=clause)
    return Condition(name, draw(st.sampled_from(_OPS[kind])), draw(_VALUES[kind]), clause=clause)


_ONCE = st.builds(PointsOnce, st.just("一次"), conditions(), st.integers(-5, 10))
_PER_MONTH = st.builds(
    PointsPerMonths,
    st.just("按月"),
    st.sampled_from(["permit_since", "lease_since", "insured"]),
    points=st.integers(1, 3),
    each=st.integers(1, 3),
    up_to=st.integers(0, 12),
    by=st.just(REFERENCE),
    first_day_counts=st.booleans(),
)
_ITEMS: st.SearchStrategy[list[PointsItem]] = st.lists(_ONCE | _PER_MONTH, min_size=1, max_size=3)
TABLES = st.builds(PointsTable, st.just("points"), st.just("积分"), st.just("丙"), _ITEMS.map(tuple))
_POINTS = st.builds(
    PointsCondition,
    TABLES,
    st.sampled_from(["at_least", "at_most", "more_than", "less_than"]),
    st.integers(-3, 20),
)


def _joined(parts: st.SearchStrategy[Rule]) -> st.SearchStrategy[Rule]:
    several = st.lists(parts, min_size=1, max_size=3).map(tuple)
    return (
        st.builds(AllOf, several)
        | st.builds(AnyOf, several)
        | st.builds(Negation, parts)
        | st.builds(Meets, st.just("term"), parts)
    )


_LEAVES: st.SearchStrategy[Rule] = conditions() | conditions() | _POINTS
RULES = st.recursive(_LEAVES, _joined, max_leaves=6)
_WANTED = st.lists(st.tuples(RULES, st.integers(1, 3)), min_size=1, max_size=4)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """A plan with one to four categories over the facts of KINDS."""
    wanted = draw(_WANTED)
    keys = [f"c{at}" for at in range(len(wanted))]
    categories = [
        category(key, priority, rule, filed_with=sorted(draw(st.sets(st.sampled_from(keys)))))
        for key, (rule, priority) in zip(keys, wanted, strict=True)
    ]
    papers = [Document(key, key, draw(st.integers(1, 4))) for key in PAPERS]
    facts = [draw(_specs(name)) for name in KINDS]
    # Rules carry their terms with them; a definition is only looked up for its title and clause.
    term = Definition("term", "认定条件", categories[0].rule, "丙")
    return small_plan(facts, categories, documents=papers, definitions=[term])


def _remedy(name: str, by: date | None) -> Remedy | None:
    """Both dates and the book can be mended, by a day where one is drawn."""
    if KINDS[name] is FactKind.DATE:
        return Remedy(f"办{name}", CLAUSE, by)
    return Remedy(f"办{name}", CLAUSE, by, to=True) if name == "book_here" else None


_SOME_PAPERS = st.sets(st.sampled_from(PAPERS), max_size=3).map(sorted).map(tuple)
_REMEDY_DAYS = st.none() | st.sampled_from(_DAYS)


_MENDABLE = conditions().filter(lambda each: each.fact in {"permit_since", "lease_since", "book_here"})
_HOPES = st.lists(st.recursive(_MENDABLE | _POINTS, _joined, max_leaves=4), min_size=1, max_size=3)


@st.composite
def plans_with_hope(draw: st.DrawFn) -> Plan:
    """A plan whose last category takes everyone, so that a family has others to hope for."""
    hopes = draw(_HOPES)
    categories = [category(f"c{at}", at, rule) for at, rule in enumerate(hopes, start=1)]
    everyone = category("everyone", 9, Condition("share", "at_least", 0))
    plan = draw(plans())
    return replace(plan, categories=(*categories, everyone))


@st.composite
def _specs(draw: st.DrawFn, name: str) -> FactSpec:
    kind = KINDS[name]
    return FactSpec(
        name=name,
        kind=kind,
        title=name,
        data_items=draw(st.sampled_from([(), ("household_members",)])),
        documents=draw(_SOME_PAPERS),
        documents_if_no=draw(st.none() | _SOME_PAPERS),
        choices=_USES if kind is FactKind.CHOICE else (),
        question=draw(st.sampled_from(["", "请问？"])),
        remedy=_remedy(name, draw(_REMEDY_DAYS)),
    )


_EVERY_VALUE = st.fixed_dictionaries(
    {
        name: st.none() | _VALUES[kind] if kind is FactKind.DATE else _VALUES[kind]
        for name, kind in KINDS.items()
    }
)


def values() -> st.SearchStrategy[dict[str, FactValue | None]]:
    """A value for every fact; None for a date says that there is no such day."""
    return _EVERY_VALUE


_ANSWERS = st.sampled_from(
    [None, *Answer, Answer.CONFIRMED, Answer.CONFIRMED, Answer.DECLARED, Answer.DECLARED]
)
_SILENT = frozenset({Answer.UNAVAILABLE, Answer.NOT_FOUND})


@st.composite
def known(draw: st.DrawFn) -> dict[str, Fact]:
    """What is known of a family: some facts settled, some said, some not even that."""
    facts = {}
    for name, value in draw(_EVERY_VALUE).items():
        answer = draw(_ANSWERS)
        if answer in {Answer.CONFIRMED, Answer.CONTRADICTED}:
            facts[name] = Fact(name, answer, value, EVIDENCE)
        elif answer is not None:
            silent = answer in _SILENT and draw(st.booleans())
            facts[name] = Fact(name, answer, None if silent else value)
    return facts


def completed(facts: Mapping[str, Fact], rest: Mapping[str, FactValue | None]) -> dict[str, Fact]:
    """The facts with everything that was not settled confirmed, as the rest says."""
    return {
        name: facts[name] if name in facts and facts[name].settled else confirm(name, value)
        for name, value in rest.items()
    }


def confirm(name: str, value: FactValue | None) -> Fact:
    """One confirmed fact."""
    return Fact(name, Answer.CONFIRMED, value, EVIDENCE)


def on_days() -> st.SearchStrategy[date]:
    """A day to ask on, around the days that matter."""
    return st.sampled_from(
        [REFERENCE - timedelta(days=back) for back in (70, 91, 150, 183, 184, 200, 366, 400)]
    )

"""Decide a family from a file, and say where that differs from what an official expects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from enrolment.model.age.birth_date import BirthDate
from enrolment.model.age.eligibility import AgeVerdict, check_age
from enrolment.model.deciding.conclude import conclude
from enrolment.model.deciding.counterfactuals import Counterfactual, counterfactuals, missed_chances
from enrolment.model.decision import Outcome
from enrolment.model.errors import BirthDateInvalid
from enrolment.model.facts import Fact, Facts
from enrolment.model.plan import Plan
from enrolment.model.rules import points_bounds
from storage.family_files.case import FamilyCase
from storage.family_files.schema import ChancePart, ExpectPart
from storage.family_files.words import NOBODY


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that came out otherwise than expected, in the words of the file."""

    of_what: str
    expected: str
    found: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a plan makes of a family, in the plan's words, and how that differs from what was expected.

    `points` are the fewest and the most points of each table, by its title.
    """

    outcome: Outcome
    facts: Mapping[str, Fact]
    category: str
    documents: tuple[str, ...]
    open_facts: tuple[str, ...]
    school: str
    points: Mapping[str, tuple[int, int]]
    still_possible: tuple[Counterfactual, ...]
    too_late: tuple[Counterfactual, ...]
    age: AgeVerdict
    differences: tuple[Difference, ...]


def judge(case: FamilyCase, plan: Plan, facts: Facts | None = None) -> Verdict:
    """Decide a family under a plan, from its own facts unless others are given; raise FamilyInvalid."""
    known = case.facts(plan) if facts is None else facts
    on, stage = case.today(plan), case.stage
    outcome = conclude(plan, stage, known, on)
    decision = outcome.decision
    verdict = Verdict(
        outcome=outcome,
        facts=known,
        category=decision.title or NOBODY,
        documents=tuple(plan.documents[key].title for key in outcome.documents),
        open_facts=tuple(plan.facts[name].title for name in decision.deciding_facts),
        school=plan.school(outcome.school.school).name if outcome.school.school else NOBODY,
        points={
            table.title: points_bounds(table, known, trust_declared=True) for table in plan.points.values()
        },
        still_possible=counterfactuals(plan, known, on, stage=stage),
        too_late=missed_chances(plan, known, on, stage=stage),
        age=_age(case, plan, on),
        differences=(),
    )
    if case.expect is None:
        return verdict
    return replace(verdict, differences=tuple(_differences(case.expect, verdict)))


def _age(case: FamilyCase, plan: Plan, on: date) -> AgeVerdict:
    try:
        return check_age(plan.ages[case.stage], BirthDate.parse(str(case.born)), on)
    except BirthDateInvalid as error:
        raise case.refusal(
            "今天", f"{error} on {on}; write a later or an earlier day, or mend 生日"
        ) from error


def _differences(expect: ExpectPart, found: Verdict) -> Iterator[Difference]:
    decision = found.outcome.decision
    compared: list[tuple[str, object, object]] = [
        ("类型", expect.category, found.category),
        ("到龄", expect.of_age, found.age.may_file),
        ("待核实", expect.provisional, decision.provisional),
        ("还要的材料", sorted(expect.documents), sorted(found.documents)),
        (
            "还要弄清",
            None if expect.open_facts is None else sorted(expect.open_facts),
            sorted(found.open_facts),
        ),
        ("学校", expect.school, found.school),
    ]
    for of_what, wanted, came in compared:
        if wanted is not None and wanted != came:
            yield Difference(of_what, _shown(wanted), _shown(came))
    if expect.points is not None and (expect.points, expect.points) not in found.points.values():
        yield Difference("积分", str(expect.points), points_in_words(found.points) or "没有积分表")
    told = "；".join(f"{each.wanted}：{each.found}（{each.clause}）" for each in decision.reasons)
    for reason in expect.reasons:
        if reason not in told:
            yield Difference("理由", reason, told)
    yield from _chances("还可以", expect.still_possible, found.still_possible)
    yield from _chances("来不及", expect.too_late, found.too_late)


def _chances(
    of_what: str, expected: Sequence[ChancePart] | None, found: Sequence[Counterfactual]
) -> Iterator[Difference]:
    """Every chance that is written must be found; an empty list means that there is none."""
    if expected is None:
        return
    shown = "；".join(f"{each.title}，最晚{each.latest}" for each in found) or "没有"
    if not expected and found:
        yield Difference(of_what, "没有", shown)
    for each in expected:
        if not any(each.category == one.title and each.by in {None, one.latest} for one in found):
            wanted = each.category if each.by is None else f"{each.category}，最晚{each.by}"
            yield Difference(of_what, wanted, shown)


def points_in_words(points: Mapping[str, tuple[int, int]]) -> str:
    """The points of every table; two figures where facts are open."""
    return "；".join(
        f"{title}{low}分" if low == high else f"{title}{low}至{high}分"
        for title, (low, high) in points.items()
    )


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, list):
        return "、".join(value) or "没有"
    return str(value)

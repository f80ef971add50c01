"""`ruxue decide`: what a plan makes of families from files, and whether that is what was expected."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from enrolment.model.decision import Reason
from enrolment.model.plan import Plan
from storage.family_files import FamilyCase, Verdict, judge, read_families
from storage.family_files.judging import points_in_words
from storage.plan_files import load

Say = Callable[[str], None]


def decide(plan_file: Path, families: Sequence[Path], say: Say) -> bool:
    """Print a decision for every family; True when every one that says what it expects gets it."""
    plan = load(plan_file).plan
    cases = [case for path in families for case in read_families(path)]
    expected = different = 0
    for case in cases:
        verdict = judge(case, plan)
        expected += case.expect is not None
        different += bool(verdict.differences)
        for line in lines_of(case, verdict):
            say(line)
        say("")
    say(_summary(len(cases), expected, different, plan))
    return not different


def lines_of(case: FamilyCase, verdict: Verdict) -> Iterator[str]:
    """A family's decision, line by line."""
    decision = verdict.outcome.decision
    yield f"■ {case.name}（报{case.part.stage}）"
    if not verdict.age.may_file:
        yield f"  年龄  今年还不到，{verdict.age.entry_year}年秋季再报（{verdict.age.clause}）"
    if decision.category is None:
        yield f"  类型  还定不了，要先弄清：{'、'.join(verdict.open_facts) or '没有一类符合，请工作人员看'}"
    else:
        still_open = "，待核实" if decision.provisional else ""
        yield f"  类型  {decision.title}（{decision.clause}{still_open}）"
    for at, reason in enumerate(decision.reasons):
        yield f"  {'    ' if at else '理由'}  {_in_words(reason)}"
    if decision.provisional:
        yield f"  待核  {'、'.join(verdict.open_facts)}"
    yield f"  材料  {'、'.join(verdict.documents) or '一份也不用'}"
    yield f"  学校  {verdict.school if verdict.outcome.school.school else verdict.outcome.school.reason}"
    if verdict.points:
        yield f"  积分  {points_in_words(verdict.points)}"
    for chance in verdict.still_possible:
        yield f"  还可  {chance.in_words}"
    for difference in verdict.differences:
        yield f"  ✗ {difference.of_what}  应当：{difference.expected}　实际：{difference.found}"


def _in_words(reason: Reason) -> str:
    wanted = "" if reason.wanted == reason.found else f"（要求{reason.wanted}）"
    return f"{reason.title}：{reason.found}{wanted}，{reason.source}，{reason.clause}"


def _summary(total: int, expected: int, different: int, plan: Plan) -> str:
    checked = f"{expected - different}户和应当的一样" if expected else "没有写应当的结果"
    wrong = f"，{different}户不一样" if different else ""
    return f"{plan.county_name}{plan.year}：共{total}户，{checked}{wrong}。"

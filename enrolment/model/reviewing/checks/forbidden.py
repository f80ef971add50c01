"""Demands the law forbids, wherever a plan could make them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from enrolment.model.plan import Plan
from enrolment.model.reviewing.findings import Code, Finding
from enrolment.model.reviewing.places import points_items
from enrolment.model.reviewing.wordings.texts import Text, evidence


@dataclass(frozen=True, slots=True)
class _Ban:
    """What may not be asked, the words it goes by, and the rule that says so."""

    what: str
    words: re.Pattern[str]
    law: str


_MINISTRY: Final = "教育部 2022 年招生入学要求：非必要不得收集"
_TEN: Final = "义务教育招生入学“十项严禁”"
_FREE: Final = "义务教育法第二条、第十二条"


def _ban(what: str, chinese: str, english: str, law: str) -> _Ban:
    return _Ban(what, re.compile(rf"{chinese}|(?<![a-z])(?:{english})(?![a-z])"), law)


_BANS: Final = (
    _ban(
        "the parents' post or income",
        "职务|职级|职称|行政级别|收入|工资|薪酬|薪资|资产证明|存款",
        "income|salary|wages?|job_title|occupation|profession|position|post_held",
        _MINISTRY,
    ),
    _ban(
        "tests, interviews or certificates",
        "考试|测试|笔试|面试|面谈|测评|成绩|竞赛|奖状|获奖|考级|等级证书|特长证|荣誉证书|简历",
        "exam|exams|test|tests|test_score|interview|scores?|grades?|awards?|competition",
        f"义务教育法第十二条（免试）；{_TEN}",
    ),
    _ban(
        "a preschool record",
        "学前教育|幼儿园|入园|学前经历",
        "preschool|kindergarten|nursery",
        _MINISTRY,
    ),
    _ban(
        "birth-planning proof",
        "计划生育|计生|准生证|生育证(?!明)|生育服务|独生子女证|社会抚养费",
        "birth_planning|family_planning|birth_permit",
        _MINISTRY,
    ),
    _ban("proof of being over age", "超龄", "over_?age", _MINISTRY),
    _ban(
        "proof that nobody at home can care for the child",
        "无人监护|无监护条件|无监护能力|无抚养能力",
        "no_guardian(?:_at_home)?",
        _MINISTRY,
    ),
    _ban(
        "donations or fees",
        "捐资|捐款|捐助|赞助|借读费|择校费|共建费|学位费",
        "donations?|sponsor(?:ship)?|fees?",
        f"{_FREE}；{_TEN}",
    ),
)
_LONGEST_DENIAL: Final = 12
_DENIED: Final = re.compile(r"(?:不|免|无须|无需|没有|禁止|严禁)[^，。；,;]{0,8}$")


def demands_are_lawful(plan: Plan) -> Iterator[Finding]:
    """Facts, data items, papers, points and notes ask for nothing that may not be asked."""
    for text in _demands(plan):
        for ban in _BANS:
            found = next((each for each in ban.words.finditer(text.words) if not _denied(each)), None)
            if found is not None:
                yield Finding(
                    Code.FORBIDDEN_DEMAND,
                    text.place,
                    f"{found[0]!r} asks for {ban.what}, which no school may ask for ({ban.law})",
                    "take it away",
                )


def _denied(found: re.Match[str]) -> bool:
    """Whether the words say that it is not asked: 不考试."""
    before = found.string[max(found.start() - _LONGEST_DENIAL, 0) : found.start()]
    return _DENIED.search(before) is not None


def _demands(plan: Plan) -> Iterator[Text]:
    yield from evidence(plan)
    for section, keys in (
        ("facts", plan.facts),
        ("data_items", plan.data_items),
        ("documents", plan.documents),
        ("definitions", plan.definitions),
        ("points", plan.points),
    ):
        yield from (Text(f"{section}.{key}", key) for key in keys)
    for name, fact in plan.facts.items():
        yield from (Text(f"facts.{name}.choices", choice) for choice in fact.choices)
    for key, definition in plan.definitions.items():
        yield Text(f"definitions.{key}.title", definition.title)
    for key, table in plan.points.items():
        yield Text(f"points.{key}.title", table.title)
    for place, item in points_items(plan):
        yield Text(f"{place}.title", item.title)
    for category in plan.categories:
        yield Text(f"categories.{category.key}", category.key)
        yield Text(f"categories.{category.key}.title", category.title)
        yield Text(f"categories.{category.key}.note", category.note)
    for at, step in enumerate(plan.placement.order):
        yield Text(f"placement.order[{at}].title", step.title)

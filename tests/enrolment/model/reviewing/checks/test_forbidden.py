"""What may not be asked is found by its words, and what only sounds like it is not."""

from __future__ import annotations

import pytest

from enrolment.model.reviewing import Code, review
from storage.plan_files.load import plan_from_document
from tests.enrolment.model.reviewing.small_plan import Document, small_document
from tests.enrolment.model.reviewing.spoilt import put


def forbidden(document: Document) -> list[str]:
    """The places of forbidden demands."""
    findings = review(plan_from_document(document))
    return [each.place for each in findings if each.code is Code.FORBIDDEN_DEMAND]


@pytest.mark.parametrize(
    "words",
    [
        "父母收入证明",
        "单位出具的职务证明",
        "入学测试成绩单",
        "面试通知",
        "奖状和考级证书",
        "幼儿园毕业证",
        "学前教育经历",
        "计划生育证明",
        "准生证",
        "超龄入学证明",
        "老家无人监护证明",
        "捐资助学收据",
        "借读费收据",
    ],
)
def test_demand_is_found_when_a_paper_makes_it(words: str) -> None:
    """Whichever of the forbidden papers it is."""
    document = small_document()
    put("documents permit title", words)(document)
    assert forbidden(document) == ["documents.permit.title"]


@pytest.mark.parametrize(
    "key", ["parents_income", "interview", "kindergarten_record", "over_age_proof", "donation"]
)
def test_demand_is_found_when_only_a_key_makes_it(key: str) -> None:
    """Behind a harmless title."""
    document = small_document()
    put(f"facts {key}", {"kind": "yes_no", "title": "情况", "documents": ["permit"]})(document)
    assert forbidden(document) == [f"facts.{key}"]


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("categories locals note", "不考试、不面试，就近安排。"),
        ("categories locals note", "无需提供收入证明。"),
        ("categories locals note", "小学毕业生免试入学。"),
        ("documents permit title", "社保缴费证明"),
        ("documents permit title", "生育证明以外的出生医学证明"),
        ("documents permit title", "小学毕业证"),
        ("articles elsewhere text", "计划生育证明不用开；{category_others}、{category_migrants}都一样。"),
    ],
)
def test_nothing_is_found_when_nothing_forbidden_is_asked(place: str, words: str) -> None:
    """Words that say it is not asked, other papers, and articles."""
    document = small_document()
    put(place, words)(document)
    assert forbidden(document) == []


def test_points_are_searched_when_they_reward_what_may_not_be_asked() -> None:
    """Points for a parent's title are a demand, too."""
    document = small_document()
    put("points years_here items 1 title", "父母有高级职称")(document)
    assert forbidden(document) == ["points.years_here.items[1].title"]

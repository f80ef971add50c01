"""Placeholders take every figure, day, office and list from the plan."""

from __future__ import annotations

import pytest

from enrolment.model.placeholders import complete, used_in
from tests.enrolment.model.reviewing.small_plan import small_plan

FILLED = {
    "{permit_months}、{enough}": "6个月、10分",
    "{primary_opens}至{primary_closes}": "2027年6月1日至2027年6月25日",
    "{primary_migrants_opens}": "2027年6月10日",
    "{primary_locals_opens}": "2027年6月1日",
    "{primary_onsite_closes}": "2027年6月25日",
    "{phone}、{phone_city}、{email_province}": "0531-8000 0003、0531-8000 0004、a@province.example",
    "{categories}": "本区孩子、外来孩子、其他孩子",
    "{category_migrants}": "外来孩子",
    "{data_items}": "公安的户口",
    "{documents_permit_since}": "居住证",
    "{onsite_points}": "大厅：东路，工作日，电话0531-8000 0002",
    "{schools_primary}": "东小学、西小学",
    "{placement_order}": "先看类型",
    "{points_years_here}": "居住证每满一个月：每满1个月1分，最多24分；学位空着：6分",
    "{seat_lock_primary}": "6年",
    "{age_years}、{born_by}、{born_after}": "6、2021年8月31日、2021年9月1日",
}


@pytest.mark.parametrize("text", FILLED)
def test_placeholder_is_filled_when_the_plan_holds_it(text: str) -> None:
    """In the words for families."""
    assert complete(text, small_plan()) == FILLED[text]


def test_placeholder_of_the_family_is_filled_when_it_is_given() -> None:
    """And refused when nothing fills it."""
    assert complete("{age_answer}！", small_plan(), {"age_answer": "到年龄了"}) == "到年龄了！"
    with pytest.raises(KeyError):
        complete("{age_answer}", small_plan())


def test_placeholders_are_named_as_written_when_they_are_listed() -> None:
    """Those that only Python understands, too."""
    assert used_in("{a}和{b!r}和{c:>3}和{}") == {"a", "b!r", "c:>3", ""}
    with pytest.raises(ValueError, match="}"):
        used_in("{a")

"""Figures are found however they are written, and ways of speaking are left alone."""

from __future__ import annotations

import pytest

from enrolment.model.reviewing.wordings.figures import figures

FIGURES = {
    "居住满6个月": ["6个月"],
    "居住满６个月": ["6个月"],
    "居住满六个月": ["六个月"],
    "社保满一年": ["一年"],
    "半年以上": ["半年"],
    "满十二个月或者2年": ["十二个月", "2年"],
    "份额不低于百分之五十": ["百分之五十"],
    "份额不低于50%": ["50%"],
    "份额不低于50％": ["50%"],
    "占三分之一": ["三分之一"],
    "占五成": ["五成"],
    "年满六周岁": ["六周岁"],
    "满6周岁": ["6周岁"],
    "2027年8月31日（含当天）": ["2027年8月31日"],
    "八月三十一日以前": ["八月三十一日"],
    "6月1日至25日": ["6月1日", "25日"],
    "八月底": ["八月"],
    "三日内答复": ["三日"],
    "两天内答复": ["两天"],
    "周一至周五": ["周一", "周五"],
    "星期六不上班": ["星期六"],
    "上午九点到下午五点半": ["上午九点", "下午五点半"],
    "9:00—17:00": ["9:00-17:00"],
    "请打0531-8000 0001": ["0531-8000", "0001"],
    "满六十分": ["六十分"],
    "加十分": ["十分"],
    "相距三公里": ["三公里"],
    "收费一百元": ["一百元"],
    "分90平方米": ["90平方米"],
    "十五个工作日": ["十五个工作日"],
}


@pytest.mark.parametrize("text", FIGURES)
def test_figures_are_found_when_a_text_writes_them(text: str) -> None:
    """In Arabic or Chinese numerals, of full or half width."""
    assert [each.written for each in figures(text)] == FIGURES[text]


@pytest.mark.parametrize(
    "text",
    [
        "补对应的那一份，每一样都问您，一家人的份额合在一起算",
        "第一次报名，第一批，第二天",
        "三代同住，三级电话，一次性告知",
        "入读小学一年级，小学六年级毕业，九年义务教育，九年一贯制学校",
        "首尾两天都可以报，差一天也不算，同一天办，想晚一年上学，过一个月",
        "十分重要，一点也不难，一般来说，万一没有，一起办",
        "A1类，B2、B3类，A4纸",
        "满{permit_months}，{year}年{primary_opens}开始，{age_years}周岁",
        "见《某办法2023年第3条》",
    ],
)
def test_nothing_is_found_when_a_text_writes_no_figure(text: str) -> None:
    """Counting words, school years, names and placeholders are no thresholds."""
    assert [each.written for each in figures(text)] == []


def test_nothing_is_found_when_a_text_names_a_clause() -> None:
    """The number of a clause is a name."""
    assert list(figures("依据历下2027-3.1。", ("历下2027-3.1",))) == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("六个月", "6个月", True),
        ("半年", "6个月", True),
        ("一年", "12个月", True),
        ("二十四个月", "2年", True),
        ("百分之五十", "50%", True),
        ("6周岁", "6", True),
        ("6月1日", "2027年6月1日", True),
        ("25日", "2027年6月25日", True),
        ("5日", "2027年6月25日", False),
        ("2026年6月1日", "2027年6月1日", False),
        ("六个月", "7个月", False),
        ("6年", "6个月", False),
        ("50%", "51%", False),
    ],
)
def test_figures_are_the_same_when_they_say_the_same(one: str, other: str, *, same: bool) -> None:
    """Whichever way they are written."""
    (first,), (second,) = figures(one), figures(other)
    assert first.same_as(second) is same
    assert second.same_as(first) is same

"""Birth dates as guardians write them."""

from datetime import date

import pytest
from ruxue_engine.understanding.birth_dates import birth_dates
from ruxue_engine.understanding.text import narrowed

TODAY = date(2027, 6, 10)


def read(text: str) -> list[tuple[str, str]]:
    """Read a message as the component does."""
    return [(found.entity, found.value) for found in birth_dates(narrowed(text), TODAY)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2020年10月", "2020-10"),
        ("2020.10.15", "2020-10-15"),
        ("2020-10-15", "2020-10-15"),
        ("2020/10/5", "2020-10-05"),
        ("20201015", "2020-10-15"),
        ("202010", "2020-10"),
        ("201015", "2020-10-15"),
        ("２０２０年１０月", "2020-10"),
        ("二〇二〇年十月", "2020-10"),
        ("二零二零年十月十五号", "2020-10-15"),
        ("20年10月", "2020-10"),
        ("一八年九月三号的", "2018-09-03"),
        ("9月3号", "-09-03"),
        ("生日填错了,是9月3号", "-09-03"),
        ("不是10月,是9月", "-09"),
        ("2020", "2020"),
        ("2020年的", "2020"),
        ("去年9月生的", "2026-09"),
        ("我家孩子2020年10月出生,户口和房子都在历下,想报明年的小学", "2020-10"),
        ("孩子2020年10月的能上一年级吗", "2020-10"),
        ("2019年买的房,孩子2020年10月出生", "2020-10"),
    ],
)
def test_birth_date_is_normalised_when_written_in_any_usual_way(text: str, value: str) -> None:
    """Digits, Chinese numerals, short years and dates without a year all come out in one form."""
    assert read(text) == [("birth_date", value)]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("2020年13月", "month:13"),
        ("20201301", "month:13"),
        ("2020年2月30号", "day:2-30"),
        ("2021年2月29日", "day:2-29"),
        ("2月30号", "day:2-30"),
        ("2027年10月出生", "future"),
        ("1985年3月", "past"),
        ("农历二月初三", "lunar"),
        ("今年六岁", "age"),
    ],
)
def test_birth_date_names_its_problem_when_it_cannot_be(text: str, problem: str) -> None:
    """What is wrong is told apart, so that the form can say which and why."""
    assert read(text) == [("birth_date_problem", problem)]


@pytest.mark.parametrize(
    "text",
    [
        "差一天满六岁行不行",
        "到8月不满一年就不给上",
        "租六年了",
        "二十年老房压根办不出房本",
        "今年9月上学",
        "2026年买的房子",
        "几岁能上小学",
        "要带房产证吗",
    ],
)
def test_birth_date_is_not_found_when_a_message_speaks_of_other_times(text: str) -> None:
    """A lease, a purchase or the rule itself is no child's birth date."""
    assert read(text) == []

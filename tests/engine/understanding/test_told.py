"""The facts of free words, as an official reads them in told_cases.yml, and the forms of days."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from ruxue_engine.understanding.facts import facts_in
from ruxue_engine.understanding.places import Places
from ruxue_engine.understanding.reading import facts_told

TODAY = date(2027, 6, 10)
NAMES = {"历下区": "370102", "历下": "370102", "芝罘区": "370602", "芝罘": "370602"}
NAMES |= {"李沧区": "370213", "李沧": "370213"}
CASES = yaml.safe_load(Path(__file__).with_name("told_cases.yml").read_text("utf-8"))


def read(text: str) -> dict[str, str]:
    """The facts of a message, with the counties named as the conversation tells them."""
    served = [{"code": code, "name": name} for name, code in NAMES.items() if name in text]
    return facts_told(text, TODAY, Places(served))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["says"][:24])
def test_facts_are_taken_when_a_guardian_tells_them(case: dict[str, Any]) -> None:
    """Exactly those that are told: nothing asked, supposed or required becomes a fact."""
    assert read(case["says"]) == case["tells"]


CHINESE = "〇一二三四五六七八九"


def counted(number: int) -> str:
    """A number as people count in Chinese."""
    tens, ones = divmod(number, 10)
    if not tens:
        return CHINESE[ones]
    return f"{'' if tens == 1 else CHINESE[tens]}十{CHINESE[ones] if ones else ''}"


def spelled(year: int) -> str:
    """A year digit by digit in Chinese."""
    return "".join(CHINESE[int(sign)] for sign in str(year))


def written(day: date) -> list[str]:
    """Every way a day is written."""
    year, short, month, number = day.year, f"{day.year % 100:02d}", day.month, day.day
    return [
        f"{year}年{month}月{number}日",
        f"{year}年{month:02d}月{number:02d}号",
        f"{short}年{month}月{number}号",
        f"{year}-{month:02d}-{number:02d}",
        f"{year}.{month}.{number}",
        f"{year}/{month}/{number}",
        f"{year}{month:02d}{number:02d}",
        f"{spelled(year)}年{counted(month)}月{counted(number)}日",
        f"{spelled(year)[2:]}年{counted(month)}月{counted(number)}号",
        f"{year}年{month}月{number}日".translate({ord(str(n)): chr(0xFF10 + n) for n in range(10)}),
    ]


@given(st.dates(date(2010, 1, 1), date(2027, 6, 9)))
def test_birth_date_is_read_back_when_it_is_written_in_any_way(day: date) -> None:
    """Digits, Chinese numerals, short years, full width."""
    for form in written(day):
        assert read(f"孩子{form}出生")["birth_date"] == day.isoformat(), form


@given(
    st.dates(date(2010, 1, 1), date(2027, 6, 9)),
    st.sampled_from(["居住证{}办的", "{}办的居住证", "居住证,{}办的"]),
)
def test_day_of_a_paper_is_read_back_when_it_is_written_in_any_way(day: date, said: str) -> None:
    """The same forms, before or after the thing they belong to."""
    for form in written(day):
        if "年" in form or "-" in form:
            facts = read(said.format(form))
            assert facts["permit_since"] == day.isoformat(), form
            assert "birth_date" not in facts, form


@given(st.integers(1, 99))
def test_length_of_time_is_read_back_when_it_is_counted(months: int) -> None:
    """In digits and in Chinese, in months and in years."""
    for number in (str(months), counted(months)):
        assert read(f"社保交了{number}个月")["insurance_months"] == str(months), number
    if months < 30:
        assert read(f"社保交了{counted(months)}年")["insurance_months"] == str(12 * months)
        assert read(f"社保交了{months}年半")["insurance_months"] == str(12 * months + 6)


@given(st.integers(1, 100))
def test_share_is_read_back_when_it_is_written_in_any_way(share: int) -> None:
    """A sign, or the words for per cent."""
    said = "百" if share == 100 else counted(share)
    for form in (f"{share}%", f"{share}％", f"百分之{said}"):
        assert read(f"房本上我们占{form}")["home_share"] == str(share), form


@given(st.text(max_size=300))
def test_reading_ends_without_an_error_when_a_message_is_anything(text: str) -> None:
    """No sign and no order of signs breaks it, and every place lies inside the message."""
    for found in facts_in(text, TODAY):
        assert 0 <= found.start <= found.end <= len(text)


PIECES = (
    "户口 房子 租房 备案 居住证 社保 执照 没 有 了 的 去年三月 五个月 一年半 爷爷 我 离婚 判给 农历二月初三 "
    "属猪 ， 不对 50% 还差 满"
)


@given(st.lists(st.sampled_from(PIECES.split()), max_size=60))
def test_reading_ends_without_an_error_when_words_come_in_any_order(words: list[str]) -> None:
    """What rules look for, shuffled."""
    text = "".join(words)
    for found in facts_in(text, TODAY):
        assert 0 <= found.start <= found.end <= len(text)

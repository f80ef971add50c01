"""Personal data is found however it is written, and nothing else is taken for it."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.personal.search import find
from tests.bot.identity_numbers import numbers, phones, written, wrong

# What people write around a number; the ends are not digits, or the number would be another one.
_around = st.text("我家孩子的身份证是号码电话住户口本谢谢，。：:（）()\n 爸妈", max_size=12)


def digits_left(text: str) -> str:
    """Every digit of a text once what was found is out, as a machine would read them together."""
    rest, place = [], 0
    for found in find(text):
        rest.append(text[place : found.start])
        place = found.end
    rest.append(text[place:])
    plain = unicodedata.normalize("NFKC", "".join(rest)).upper()
    return re.sub(r"[^0-9X]", "", plain)


@given(_around, written(numbers), _around)
def test_search_leaves_no_id_number_when_one_is_written_anywhere(
    before: str, shown: tuple[str, str], after: str
) -> None:
    """Full-width, spaced, hyphenated, lower-case x: the number is found whole."""
    text, plain = shown
    [found] = find(before + text + after)
    assert (found.kind, found.value) == ("citizen_id", plain)
    assert digits_left(before + text + after) == ""


@given(_around, written(numbers.map(wrong)), _around)
def test_search_finds_the_number_when_its_check_digit_is_wrong(
    before: str, shown: tuple[str, str], after: str
) -> None:
    """A mistyped number is as personal as a right one."""
    text, plain = shown
    assert [found.value for found in find(before + text + after)] == [plain]


@given(_around, written(phones), _around)
def test_search_leaves_no_phone_when_one_is_written_anywhere(
    before: str, shown: tuple[str, str], after: str
) -> None:
    """A mobile number is found in every spelling."""
    text, plain = shown
    [found] = find(before + text + after)
    assert (found.kind, found.value) == ("phone", plain)


@given(written(numbers), written(phones))
def test_search_finds_both_when_a_number_and_a_phone_stand_together(
    one: tuple[str, str], other: tuple[str, str]
) -> None:
    """Two things in one message are two findings."""
    found = find(f"{one[0]}，电话：{other[0]}")
    assert [(each.kind, each.value) for each in found] == [("citizen_id", one[1]), ("phone", other[1])]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("370102850315123", "citizen_id"),
        ("37010220201015123", "citizen_id"),
        ("37010 20201015 1234", "citizen_id"),
        ("370102 20201015 12", "citizen_id"),
        ("6222020200112233445", "citizen_id"),
        ("37010220201015123413812345678", "citizen_id"),
        ("8613812345678", "phone"),
        ("0531-88881234", "phone"),
        ("053188881234", "phone"),
        ("0531 8888 1234", "phone"),
        ("鲁(2019)济南市不动产权第0123456号", "certificate"),
        ("鲁（2019）济南市 不动产权第 0123456 号", "certificate"),
        ("P370123456", "certificate"),
    ],
)
def test_search_finds_other_numbers_when_they_are_written(text: str, kind: str) -> None:
    """Old and broken ID numbers, landlines and certificates count too."""
    assert {found.kind for found in find(f"我的是{text}，谢谢")} == {kind}
    assert len(digits_left(f"我的是{text}，谢谢")) < 8


@pytest.mark.parametrize(
    "text",
    [
        "孩子20201015出生",
        "2020-10-15",
        "2020.10.15到2021.09.01之间",
        "2020-10-15 2021-09-01",
        "2020 10 15 2019 3 2 15",
        "2020年10月15日",
        "历山路88号3号楼2单元501室",
        "经十路9777号",
        "回执号370102-2027-000123-7",
        "打12345问过了",
        "我选1，2，3",
        "100,000,000,000,000元",
        "2027-06-10 09:30:00",
    ],
)
def test_search_finds_nothing_when_a_number_is_not_personal(text: str) -> None:
    """Dates, house numbers, receipts and hotlines are the engine's business."""
    assert find(text) == []


def test_search_tells_date_and_phone_apart_when_only_a_space_is_between() -> None:
    """The date stays, the phone goes."""
    text = "2020-10-15 138 1234 5678"
    assert [text[found.start : found.end] for found in find(text)] == ["138 1234 5678"]


@given(st.text())
def test_search_gives_ordered_places_when_the_text_is_anything(text: str) -> None:
    """No text breaks it, and what it finds never overlaps."""
    places = [place for found in find(text) for place in (found.start, found.end)]
    assert places == sorted(places)

"""What a citizen ID number says, and what can be wrong with it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from bot.personal.citizen_id import read
from tests.bot.identity_numbers import number, numbers, with_check_digit, wrong

TODAY = date(2027, 6, 10)


@given(numbers)
def test_reading_gives_the_birth_date_when_the_number_is_in_order(valid: str) -> None:
    """Every valid number tells its birth date and no problem."""
    reading = read(valid, TODAY)
    assert reading.problem is None
    assert f"{reading.birth_date:%Y%m%d}" == valid[6:14]


@given(numbers)
def test_reading_names_the_check_digit_when_the_last_character_is_wrong(valid: str) -> None:
    """Any other last character is found."""
    assert read(wrong(valid), TODAY).problem == "check_digit"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("37010220201015123", "length"),
        ("370102201015123", "length"),
        (with_check_digit("37010220201315123"), "birth_date"),
        (with_check_digit("37010220210229123"), "birth_date"),
        (number(date(2027, 6, 11)), "future"),
        (number(region="990102"), None),
        (number(region="160102"), "region"),
        (number(region="000102"), "region"),
        ("3701022020101512X4", "length"),
    ],
)
def test_reading_names_the_problem_when_there_is_one(text: str, problem: str | None) -> None:
    """Each thing that can be wrong has its own key."""
    assert read(text, TODAY).problem == problem

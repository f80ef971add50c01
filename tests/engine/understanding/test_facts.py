"""Whole messages, as the component reads them."""

from datetime import date

import pytest
from ruxue_engine.understanding.facts import facts_in

TODAY = date(2027, 6, 10)


def read(text: str, **finding: str | None) -> dict[str, str]:
    """Read a message, with one finding of the shield if given."""
    return {found.entity: found.value for found in facts_in(text, TODAY, [finding] if finding else [])}


def test_facts_are_all_found_when_one_message_tells_the_case() -> None:
    """The mother's first message fills five slots."""
    assert read("我家孩子2020年10月出生,户口和房子都在历下,想报明年的小学") == {
        "stage": "primary",
        "birth_date": "2020-10",
        "county": "370102",
        "hukou": "here",
        "home": "guardian",
    }


@pytest.mark.parametrize(
    ("text", "entity", "value"),
    [
        ("小升初", "stage", "junior"),
        ("不是小学是初中", "stage", "junior"),
        ("想在历城区上学", "county", "370112"),
        ("户口在历城想在历下上学", "county", "370102"),
        ("第二个", "ordinal", "2"),
        ("给老二报", "ordinal", "2"),
        ("给大的报", "ordinal", "1"),
        ("全部同意", "consent_scope", "all"),
        ("都不同意", "consent_scope", "none"),
        ("我要挑选", "consent_scope", "some"),
        ("同意", "answer", "yes"),
        ("不同意", "answer", "no"),
        ("登录好了", "done", "yes"),
        ("户口填错了", "corrected", "hukou"),
        ("换个孩子", "corrected", "child"),
        ("我闺女", "gender", "female"),
    ],
)
def test_answer_is_normalised_when_a_message_is_short(text: str, entity: str, value: str) -> None:
    """Each short answer has one value, however it is said."""
    assert read(text)[entity] == value


@pytest.mark.parametrize("text", ["还没登录", "怎么登录", "市中心的学校", "", "😀😀", "。" * 5000])
def test_nothing_is_found_when_a_message_says_none_of_it(text: str) -> None:
    """Questions, emoji, empty and endless messages are no facts and no crash."""
    assert read(text) == {}


def test_birth_date_is_taken_from_the_id_number_when_the_shield_found_one() -> None:
    """A valid ID number says the birth date, whatever else the message says."""
    found = read("2019年3月，⟦citizen_id⟧", kind="citizen_id", problem=None, birth_date="2020-10-15")

    assert found["birth_date"] == "2020-10-15"


def test_problem_is_named_when_the_shield_found_a_wrong_id_number() -> None:
    """A wrong check digit is told apart from other mistakes."""
    found = read("⟦citizen_id⟧", kind="citizen_id", problem="check_digit", birth_date=None)

    assert found == {"birth_date_problem": "id:check_digit"}

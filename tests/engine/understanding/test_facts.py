"""Whole messages, as the component reads them."""

from datetime import date

import pytest
from ruxue_engine.understanding.facts import facts_in, only_tells_a_case, tells_a_case
from ruxue_engine.understanding.places import Places

TODAY = date(2027, 6, 10)
SERVED = Places(
    [
        {"code": "370102", "name": "历下区"},
        {"code": "370102", "name": "历下"},
        {"code": "370602", "name": "芝罘"},
        {"code": "379901", "name": "云海新区"},
        {"code": "370602|370600-zs|", "name": "烟台"},
        {"code": "370602", "name": "370602"},
    ]
)


def read(text: str, **finding: str | None) -> dict[str, str]:
    """Read a message, with one finding of the shield if given."""
    return {
        found.entity: found.value for found in facts_in(text, TODAY, [finding] if finding else [], SERVED)
    }


def test_facts_are_all_found_when_one_message_tells_the_case() -> None:
    """The mother's first message fills five slots."""
    assert read("我家孩子2020年10月出生,户口和房子都在历下,想报明年的小学") == {
        "stage": "primary",
        "birth_date": "2020-10",
        "entry_year": "2028",
        "county": "370102",
        "hukou": "370102",
        "home": "guardian@370102",
    }


@pytest.mark.parametrize(
    ("text", "entity", "value"),
    [
        ("小升初", "stage", "junior"),
        ("不是小学是初中", "stage", "junior"),
        ("想在历城区上学", "county", "other"),
        ("我在芝罘", "county", "370602"),
        ("我家在云海新区", "county", "379901"),
        ("我在烟台", "county", "370602|370600-zs|"),
        ("370602", "county", "370602"),
        ("不是历下，是芝罘", "county", "370602"),
        ("户口在芝罘房子也在芝罘，我在历下上班", "county", "370602"),
        ("户口不在历下，在芝罘", "hukou", "370602"),
        ("户口不在历下，是青岛的", "hukou", "elsewhere"),
        ("房子在芝罘，爷爷名下", "home", "grandparent@370602"),
        ("爷爷的房子在芝罘", "home", "grandparent@370602"),
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


@pytest.mark.parametrize("text", ["户口在历下，房子在芝罘", "我不在历下", "住在青岛路"])
def test_no_county_is_found_when_a_message_does_not_say_where_the_school_is(text: str) -> None:
    """Two places, a street and a denial leave it open."""
    assert "county" not in read(text)


def test_code_is_no_birth_date_when_it_is_a_countys() -> None:
    """370602 would be June 2037, or a day of 2037."""
    assert read("370602") == {"county": "370602"}


@pytest.mark.parametrize("text", ["还没登录", "怎么登录", "市中心的学校", "", "😀😀", "。" * 5000])
def test_nothing_is_found_when_a_message_says_none_of_it(text: str) -> None:
    """Questions, emoji, empty and endless messages are no facts and no crash."""
    assert read(text) == {}


@pytest.mark.parametrize(
    ("text", "entity", "value"),
    [
        ("房子写错了，是爷爷的", "home", "grandparent"),
        ("房子填错了，是我们自己的", "home", "guardian"),
        ("房子那项不对，没有", "home", "none"),
        ("户口写错了，不在历下", "hukou", "elsewhere"),
        ("户口选错了，在历下", "hukou", "370102"),
        ("户口选错了，在这边", "hukou", "here"),
    ],
)
def test_new_value_is_found_when_a_correction_names_its_fact_once(text: str, entity: str, value: str) -> None:
    """The clause after "写错了" speaks of the same thing."""
    assert read(text)[entity] == value


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("想报明年的小学", "2028"),
        ("明年上一年级", "2028"),
        ("打算报后年的", "2029"),
        ("今年想上小学", "2027"),
        ("户口明年才迁过来，报小学", None),
        ("明年满六岁，想上小学", None),
    ],
)
def test_entry_year_is_read_when_it_belongs_to_the_school(text: str, year: str | None) -> None:
    """A year of something else is not meant."""
    assert read(text).get("entry_year") == year


def test_grown_up_is_told_apart_when_the_id_number_is_not_a_childs() -> None:
    """A parent's birthday is never taken for the child's."""
    found = read("⟦citizen_id⟧", kind="citizen_id", problem=None, birth_date="1990-03-01")

    assert found["birth_date_problem"] == "id:adult"
    assert "birth_date" not in found


def test_birth_date_is_taken_from_the_id_number_when_the_shield_found_one() -> None:
    """A valid ID number says the birth date, whatever else the message says."""
    found = read("2019年3月，⟦citizen_id⟧", kind="citizen_id", problem=None, birth_date="2020-10-15")

    assert found["birth_date"] == "2020-10-15"


def test_problem_is_named_when_the_shield_found_a_wrong_id_number() -> None:
    """A wrong check digit is told apart from other mistakes."""
    found = read("⟦citizen_id⟧", kind="citizen_id", problem="check_digit", birth_date=None)

    assert found == {"birth_date_problem": "id:check_digit"}


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("孩子2021年9月1日出生，户口和房子都在历下", True),
        ("我们户口不在这边，是章丘的", True),
        ("户口在历下，没有房，这可咋办", True),
        ("历下区今天下雨吗", False),
        ("嘻嘻嘻", False),
    ],
)
def test_case_is_told_when_a_message_holds_facts(text: str, *, tells: bool) -> None:
    """A question that only names a place tells none."""
    assert tells_a_case(facts_in(text, TODAY, (), SERVED), text) is tells


@pytest.mark.parametrize(
    "text", ["历下区我家的居住证够不够", "户口在历下，房子是爸爸的，中不", "户口和房子都在历下有没有问题"]
)
def test_message_asks_when_a_verb_is_said_twice_with_a_not_between(text: str) -> None:
    """However much it tells besides, it is answered."""
    assert not only_tells_a_case(facts_in(text, TODAY, (), SERVED), text)


@pytest.mark.parametrize(
    ("text", "only_tells"),
    [
        ("2020年9月", True),
        ("是2020年9月12号生的", True),
        ("2021年9月1号生的能上吗", False),
        ("2020年9月报名", False),
    ],
)
def test_date_alone_is_told_and_not_asked_when_it_is_a_birth(text: str, *, only_tells: bool) -> None:
    """A bare answer to an earlier question is taken, not explained."""
    assert only_tells_a_case(facts_in(text, TODAY, (), SERVED), text) is only_tells

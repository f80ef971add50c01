"""Any county served: chosen by name, by city, by code, by where the guardian came from; and changed."""

from __future__ import annotations

import pytest
from guardian import Guardian

SEVERAL = {
    "芝罘区": "370602",
    "芝罘": "370602",
    "李沧": "370213",
    "云海新区": "379901",
    "烟台": "370602|",
    "370602": "370602",
}
COUNTIES = ["历下区", "李沧区", "芝罘区", "云海新区"]


@pytest.fixture
def newcomer(guardian: Guardian) -> Guardian:
    """A guardian where several counties are served."""
    guardian.finds_served(**SEVERAL)
    return guardian


@pytest.mark.parametrize(
    ("text", "county"),
    [
        ("我在芝罘", "芝罘区"),
        ("俺在芝罘住", "芝罘区"),
        ("李沧", "李沧区"),
        ("我家在云海新区", "云海新区"),
        ("云海新区的", "云海新区"),
        ("想在云海新区上学", "云海新区"),
        ("370602", "芝罘区"),
    ],
)
def test_county_is_taken_when_a_guardian_says_where(newcomer: Guardian, text: str, county: str) -> None:
    """Also one that the engine was not trained with: its name comes from its plan alone."""
    assert f"在{county}上学" in newcomer.says(text)
    assert newcomer.choices == ["上小学一年级", "上初中"]


def test_counties_are_offered_when_none_was_named(newcomer: Guardian) -> None:
    """The county comes first: every other question depends on it."""
    newcomer.says("我要报名")

    assert newcomer.choices == [*COUNTIES, "别的区"]
    newcomer.picks("芝罘区")
    assert newcomer.choices == ["上小学一年级", "上初中"]


def test_second_county_is_picked_when_its_number_is_said(newcomer: Guardian) -> None:
    """By its place in the list, as on WeChat."""
    newcomer.says("我要报名")
    newcomer.says("第三个")
    newcomer.says("小学")
    newcomer.says("2020年10月")

    assert newcomer.choices == ["在芝罘区", "不在芝罘区"]


def test_no_county_is_presumed_when_greeting(newcomer: Guardian) -> None:
    """The greeting names them all."""
    said = newcomer.says("您好")

    assert all(county in said for county in COUNTIES)


def test_place_is_declined_kindly_when_it_is_not_served(newcomer: Guardian) -> None:
    """What is served is said, and the question comes again."""
    said = newcomer.says("我在章丘")

    assert "别的地方还没有开通" in said
    assert all(county in said for county in COUNTIES)
    assert newcomer.choices[0] == "历下区"


def test_city_is_narrowed_down_when_it_is_all_that_is_said(newcomer: Guardian) -> None:
    """A city has counties that are not served, too: none is presumed."""
    newcomer.says("我在烟台")

    assert newcomer.choices == ["芝罘区", "别的区"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("户口和房子都在芝罘，想报小学", ["在芝罘区上学", "户口在芝罘区", "住房在父母名下"]),
        ("我在芝罘，户口在历下，没有房", ["在芝罘区上学", "户口不在芝罘区", "在芝罘区没有自家住房"]),
        ("想在芝罘上学，房子在历下", ["在芝罘区上学", "在芝罘区没有自家住房"]),
        ("我在芝罘，户口在本地，租房", ["户口在芝罘区", "在芝罘区没有自家住房"]),
    ],
)
def test_hukou_and_home_are_seen_from_the_county_when_places_are_named(
    newcomer: Guardian, text: str, told: list[str]
) -> None:
    """Here is where the child is to go to school, whatever county that is."""
    said = newcomer.says(text)

    assert all(words in said for words in told), said


def test_county_is_asked_when_hukou_and_home_are_in_two(newcomer: Guardian) -> None:
    """Both are kept, and read from the county once it is told."""
    newcomer.says("户口在历下，房子在芝罘，孩子2020年10月出生，上小学")
    assert newcomer.choices[-1] == "别的区"

    assert "在芝罘区上学，户口不在芝罘区，住房在父母名下" in newcomer.says("芝罘区")
    assert newcomer.link == "sign_in"


def test_county_is_preset_when_a_guardian_comes_with_one(newcomer: Guardian) -> None:
    """By a QR code or a link: greeted in its name, and not asked again."""
    assert "芝罘区" in newcomer.says('/county_chosen{"county": "370602"}')
    newcomer.says("2020年10月出生，上小学")

    assert newcomer.choices == ["在芝罘区", "不在芝罘区"]


def test_county_is_kept_when_another_code_is_scanned_midway(newcomer: Guardian) -> None:
    """Nothing that was said is lost without a yes."""
    newcomer.says("我在芝罘，孩子2020年10月出生，上小学，户口在本地")
    newcomer.says('/county_chosen{"county": "370213"}')
    assert newcomer.choices == ["换成李沧区", "接着办芝罘区的"]

    newcomer.picks("接着办")
    assert "父母名下" in newcomer.choices[0]
    newcomer.says('/county_chosen{"county": "370213"}')
    newcomer.picks("换成李沧区")
    assert newcomer.choices == ["在李沧区", "不在李沧区"]


def test_guardian_is_greeted_when_the_code_is_of_no_county(newcomer: Guardian) -> None:
    """A plan may have been taken back since the poster was printed."""
    assert "您好" in newcomer.says('/county_chosen{"county": "999999"}')


@pytest.mark.parametrize("text", ["换成芝罘区", "区选错了，我在芝罘", "不在历下上学，在芝罘上"])
def test_hukou_and_home_are_asked_anew_when_the_county_is_changed(newcomer: Guardian, text: str) -> None:
    """What was told of one county says nothing of another."""
    newcomer.says("我在历下，孩子2020年10月出生，上小学，户口和房子都有")
    said = newcomer.says(text)

    assert "在芝罘区上学" in said
    assert newcomer.choices == ["在芝罘区", "不在芝罘区"]


def test_decision_is_of_the_new_county_when_it_is_changed_at_the_decision(newcomer: Guardian) -> None:
    """The case is planned anew by the other county's plan."""
    newcomer.gets_as_far_as_decision()
    newcomer.says("换到芝罘区")
    newcomer.says("不在")
    assert "有芝罘区的居住证吗" in newcomer.says("没有")

    assert "其他儿童" in newcomer.says("没有")
    assert newcomer.card == "decision"


def test_question_waits_for_the_county_when_rules_differ(newcomer: Guardian) -> None:
    """It is answered as soon as the county is told, and nothing else is begun."""
    newcomer.says("要带什么材料")
    assert newcomer.choices == COUNTIES

    said = newcomer.says("芝罘")

    assert "〔芝罘区2027年招生方案" in said
    assert newcomer.choices == ["给孩子报名"]


def test_question_is_answered_by_the_county_picked_when_several_are_offered(newcomer: Guardian) -> None:
    """One tap, and later questions are about the same county."""
    newcomer.says("什么时候报名")

    assert "〔李沧区2027年招生方案" in newcomer.picks("李沧区")
    assert "〔李沧区2027年招生方案" in newcomer.says("几岁能上学")


def test_question_is_answered_when_it_names_its_county(newcomer: Guardian) -> None:
    """No question back."""
    assert "〔芝罘区2027年招生方案" in newcomer.says("芝罘区几岁能上学")


def test_question_waits_in_the_form_when_the_county_is_being_asked(newcomer: Guardian) -> None:
    """The form's own question comes first, then the answer, then the form goes on."""
    newcomer.says("我要报名")
    newcomer.says("要带什么材料")
    said = newcomer.says("芝罘")

    assert "〔芝罘区2027年招生方案" in said
    assert newcomer.choices == ["上小学一年级", "上初中"]


def test_phones_of_all_are_given_when_no_county_is_known(newcomer: Guardian) -> None:
    """Whoever wants a person gets one."""
    said = newcomer.says("我要找人工")

    assert all(f"{county}招生咨询" in said for county in COUNTIES)


def test_county_is_kept_when_starting_over(newcomer: Guardian) -> None:
    """It is said, so that it can be changed."""
    newcomer.says("我在芝罘，孩子2020年10月出生，上小学")

    assert "还是报芝罘区的" in newcomer.says("重新开始")
    assert newcomer.choices == ["上小学一年级", "上初中"]


def test_primary_school_is_declined_when_a_plan_has_none(newcomer: Guardian) -> None:
    """A city's own junior schools take no first-graders."""
    newcomer.finds_served(烟台市直属="370600-zs")
    newcomer.says("孩子2020年10月出生，上小学")

    said = newcomer.says("烟台市直属")

    assert "只办初中的报名" in said
    assert "烟台市直属" not in newcomer.choices

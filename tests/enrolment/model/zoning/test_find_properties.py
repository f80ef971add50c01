"""What holds for every number of every zone, however the address is written."""

from __future__ import annotations

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from enrolment.model.plan import Plan, Stage
from enrolment.model.zoning.find import find_school
from enrolment.model.zoning.zone import CommunityPart, RoadRange, Zone
from tests.enrolment.model.zoning.samples import ADDRESS_LIKE, in_chinese, plan_with, zone
from tests.fakes import demonstration_plan

LAST = 400
NUMBERS = st.integers(1, LAST)
PREFIXES = (
    "山东省济南市历下区",
    "济南市历下区",
    "济南历下",
    "历下区",
    "",
    "我家住在历下区",
    "济南市 历下区 ",
)
FLATS = ("", "3号楼2单元301室", "三号楼二单元", "（原纺织厂宿舍）", "，2单元", " 3号楼")


def cut(at: list[int]) -> list[tuple[int, int]]:
    """Cut the numbers of a road at some places."""
    ends = sorted({each for each in at if each < LAST} | {LAST})
    return [(first + 1, last) for first, last in zip([0, *ends[:-1]], ends, strict=True)]


def road_cut_at(odd: list[int], even: list[int]) -> Plan:
    """A plan whose schools share one road, cut differently on either side."""
    pieces = {f"odd{first}": RoadRange("经十路", first, last, "odd") for first, last in cut(odd)}
    pieces |= {f"even{first}": RoadRange("经十路", first, last, "even") for first, last in cut(even)}
    return plan_with({key: Zone(roads=(piece,)) for key, piece in pieces.items()})


@given(st.lists(NUMBERS, max_size=5), st.lists(NUMBERS, max_size=5), NUMBERS)
def test_number_belongs_to_its_range_and_only_that_when_a_road_is_cut(
    odd: list[int], even: list[int], number: int
) -> None:
    """Every number goes to the one school whose side and stretch it is on."""
    side, cuts = ("odd", odd) if number % 2 else ("even", even)
    (first,) = [low for low, high in cut(cuts) if low <= number <= high]
    match = find_school(road_cut_at(odd, even), Stage.PRIMARY, f"经十路{number}号")
    assert match.school == f"{side}{first}"


@given(
    number=NUMBERS,
    prefix=st.sampled_from(PREFIXES),
    flat=st.sampled_from(FLATS),
    full_width=st.booleans(),
    numerals=st.booleans(),
    blanks=st.booleans(),
)
@example(number=100, prefix="", flat=" 3号楼", full_width=False, numerals=True, blanks=True)
def test_school_stays_the_same_when_an_address_is_written_another_way(
    *, number: int, prefix: str, flat: str, full_width: bool, numerals: bool, blanks: bool
) -> None:
    """Width, numerals, blanks, the region before and the flat behind make no difference."""
    plan = road_cut_at([101, 250], [60, 61])
    plain = find_school(plan, Stage.PRIMARY, f"经十路{number}号")
    said = in_chinese(number) if numerals else str(number)
    address = f"{prefix}经十路{said}号{flat}"
    if blanks:
        address = address.replace("经十路", " 经十路 ").replace("号", " 号 ", 1)
    if full_width:
        address = address.translate({code: code + 0xFEE0 for code in range(0x21, 0x7F)})
    assert find_school(plan, Stage.PRIMARY, address) == plain


@given(st.integers(1, 30), st.integers(1, 30), st.integers(1, 40))
def test_building_belongs_to_whom_the_exclusion_leaves_it_when_a_community_is_parted(
    one: int, other: int, building: int
) -> None:
    """A community less some buildings, and those buildings, make a whole."""
    first, last = sorted((one, other))
    part = CommunityPart("甸柳新村", first, last)
    plan = plan_with(
        {
            "most": Zone(communities=(CommunityPart("甸柳新村"),), except_communities=(part,)),
            "some": Zone(communities=(part,)),
        }
    )
    expected = "some" if first <= building <= last else "most"
    assert find_school(plan, Stage.PRIMARY, f"甸柳新村{building}号楼").school == expected
    assert find_school(plan, Stage.PRIMARY, f"甸柳新村{in_chinese(building)}号楼").school == expected
    assert find_school(plan, Stage.PRIMARY, "甸柳新村").candidates == ("most", "some")


@given(st.text() | ADDRESS_LIKE)
@example("泉城路" + "9" * 6000 + "号")
@example("一" * 6000 + "号")
@example("泉城路" + "的" * 6000)
def test_address_gets_an_answer_when_it_is_any_text_at_all(text: str) -> None:
    """People paste anything; the answer is a school, or candidates with a question."""
    match = find_school(demonstration_plan(), Stage.PRIMARY, text)
    assert match.school or match.question


@given(NUMBERS, st.sampled_from([1, 2, 40]))
def test_words_never_tell_the_house_number_when_an_address_is_judged(number: int, width: int) -> None:
    """Not even where a zone has only that number; what is said is shown in chats."""
    assume(number not in {1, 5, 101})
    last = min(LAST, number + width - 1)
    plan = plan_with(
        {"one": zone(roads=[f"泉城路 {number}-{last}"]), "two": zone(roads=[f"历山路 {number}"])}
    )
    for address in (f"泉城路{number}号{number}号楼", f"历山路{number}号", f"泉城路{LAST + number}号"):
        match = find_school(plan, Stage.PRIMARY, address)
        said = match.reason + match.question
        ends = {f"{number}号到{last}号"} if width > 1 else set()
        assert f"{number}号" not in said or any(end in said for end in ends)
        assert f"{LAST + number}号" not in said


@pytest.mark.parametrize(
    ("address", "question"),
    [
        ("历下区历山路", "请告诉我历山路的门牌号是多少，例如“历山路101号”。"),
        ("甸柳新村", "请告诉我您家是甸柳新村几号楼，例如“甸柳新村5号楼”。"),
        ("历下区无名路", "请告诉我小区的名字，或者路名和门牌号，例如“历山路101号”。"),
    ],
)
def test_question_asks_for_what_is_missing_when_the_school_is_not_sure(address: str, question: str) -> None:
    """One thing is asked, with an example."""
    plan = plan_with(
        {
            "one": zone(["甸柳新村 1-9号楼"], ["历山路 1-60"]),
            "two": zone(["甸柳新村 10-20号楼"], ["历山路 61-99"]),
        }
    )
    assert find_school(plan, Stage.PRIMARY, address).question == question

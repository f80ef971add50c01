"""Numbers as they are said and written in Chinese."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enrolment.model.zoning.address.normalise import normalise, spellings
from enrolment.model.zoning.address.numerals import CHARACTERS, HIGHEST, read_numeral
from tests.enrolment.model.zoning.samples import ADDRESS_LIKE, in_chinese


@pytest.mark.parametrize(
    ("numeral", "number"),
    [
        ("八十八", 88),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("廿三", 23),
        ("一百零五", 105),
        ("一百五", 150),
        ("一百五十", 150),
        ("两百", 200),
        ("三千零八", 3008),
        ("一万二", 12_000),
        ("一万零二百", 10_200),
        ("一万两千三百四十五", 12_345),
        ("四〇", 40),
        ("幺零幺", 101),
        ("壹佰贰拾叁", 123),
    ],
)
def test_numeral_is_read_when_it_is_said_in_any_usual_way(numeral: str, number: int) -> None:
    """With units, without them, over the telephone, and as on a banknote."""
    assert read_numeral(numeral) == number


@pytest.mark.parametrize("numeral", ["一二三四五六七", "一百万", "九" * 5000])
def test_numeral_is_no_number_when_it_is_longer_than_a_street_number(numeral: str) -> None:
    """Nobody lives at number one million."""
    assert read_numeral(numeral) is None


@given(st.integers(1, HIGHEST))
def test_numeral_gives_its_number_back_when_it_was_written_from_it(number: int) -> None:
    """Reading undoes writing."""
    assert read_numeral(in_chinese(number)) == number


@given(st.text(st.sampled_from(CHARACTERS), min_size=1))
def test_numeral_is_read_without_failing_when_it_makes_no_sense(numeral: str) -> None:
    """What people type need not be a number; it must not stop anything."""
    number = read_numeral(numeral)
    assert number is None or 0 <= number <= HIGHEST


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("经十路十二号", "经十路12号"),
        ("千佛山小区一百零五号楼", "千佛山小区105号楼"),
        ("佛山街二十号", "佛山街20号"),
        ("解放路十二弄", "解放路12弄"),
        ("某路一二三号", "某路123号"),
        ("二环东路八号", "二环东路8号"),
        ("三里庄 三号楼", "三里庄3号楼"),
        ("某路八十八 三号楼", "某路八十八,3号楼"),
        ("某路88 3号楼", "某路88,3号楼"),
        ("某路88二单元", "某路88,2单元"),
        ("某路１２－１号", "某路12-1号"),
        ("某路十二之三号", "某路12之3号"),
        ("某路12号(原某厂宿舍)3号楼", "某路12号3号楼"),
        ("某路12号【原某厂〔老〕", "某路12号原某厂"),
        ("某路-12号，某小区。", "某路12号某小区"),
        ("某小区5#a座", "某小区5#A座"),
    ],
)
def test_address_is_written_one_way_when_it_is_normalised(written: str, plain: str) -> None:
    """Numerals that number a house become digits, those of a name stay; two numbers stay two."""
    assert normalise(written) == plain


def test_asides_are_kept_when_they_are_asked_for() -> None:
    """Where nothing else helps, the words in brackets may."""
    assert normalise("（千佛山小区）三号楼", asides=True) == "千佛山小区3号楼"


def test_names_share_a_spelling_when_only_their_numerals_differ() -> None:
    """People write 经10路 for 经十路."""
    assert spellings("经十路") == ("经十路", "经10路")
    assert spellings("经10路") == ("经10路", "经10路")


@given(st.text() | ADDRESS_LIKE)
def test_normalising_changes_nothing_more_when_it_is_done_twice(text: str) -> None:
    """One way to write it means one."""
    once = normalise(text)
    assert normalise(once) == once

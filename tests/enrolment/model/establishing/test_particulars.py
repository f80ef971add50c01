"""What is read off a paper: tidied, or refused by the name of its field."""

from __future__ import annotations

import pytest

from enrolment.model.errors import ParticularsInvalid
from enrolment.model.establishing.inquiry import (
    REAL_ESTATE,
    SOCIAL_INSURANCE,
    SOLE_PROPRIETOR_LICENCE,
)
from enrolment.model.establishing.particulars import KINDS, TAKEN, read_particulars
from enrolment.model.establishing.records import Particular, Particulars
from enrolment.model.establishing.vocabulary import SETTLED_BY


def test_number_is_tidied_when_typed_in_full_width_or_with_blanks() -> None:
    """As certificates print it, so that a register finds it."""
    read = read_particulars(REAL_ESTATE, {Particular.NUMBER: " 鲁（２０１７） 济南市不动产权第 0012345 号"})
    assert read == Particulars(number="鲁（2017）济南市不动产权第0012345号")
    assert read_particulars(REAL_ESTATE, {Particular.NUMBER: "鲁(2017)济南市不动产权第0012345号"}) == read


def test_name_keeps_its_blank_and_its_rare_character() -> None:
    """Names of any script a register holds."""
    for name in ("欧阳𬎆", "古丽·买买提", "ANNA MARIA"):
        assert read_particulars(REAL_ESTATE, {Particular.NAME: name}).name == name


def test_nothing_is_given_when_every_field_was_left_blank() -> None:
    """A look again without anything read off a paper."""
    assert read_particulars(REAL_ESTATE, {Particular.NUMBER: "  ", Particular.NAME: ""}) == Particulars()


@pytest.mark.parametrize(
    ("item", "particular", "value"),
    [
        (REAL_ESTATE, Particular.NUMBER, "12"),
        (REAL_ESTATE, Particular.NUMBER, "不动产权第{$ne:1}号"),
        (REAL_ESTATE, Particular.NUMBER, "1" * 200),
        (REAL_ESTATE, Particular.KIND, "别的证"),
        (REAL_ESTATE, Particular.NAME, "王1"),
        (REAL_ESTATE, Particular.NAME, "王"),
        (REAL_ESTATE, Particular.ADDRESS, "路"),
        (REAL_ESTATE, Particular.ADDRESS, "<script>alert(1)</script>"),
        (SOLE_PROPRIETOR_LICENCE, Particular.NUMBER, "91370102MA3C000000"),
        (SOLE_PROPRIETOR_LICENCE, Particular.NAME, "王晓梅"),
        (SOCIAL_INSURANCE, Particular.NUMBER, "37010200001"),
    ],
)
def test_field_is_named_and_value_is_not_when_it_cannot_be_right(
    item: str, particular: Particular, value: str
) -> None:
    """A refusal may be logged: it holds no more than the field's name."""
    with pytest.raises(ParticularsInvalid) as refused:
        read_particulars(item, {particular: value})
    assert str(refused.value) == particular.value


def test_every_item_that_takes_something_takes_a_number_in_words() -> None:
    """Social insurance and seats are known by the person alone."""
    assert SETTLED_BY.keys() - TAKEN.keys() == {"social_insurance", "seat_records"}
    assert all(Particular.NUMBER in taken and all(taken.values()) for taken in TAKEN.values())
    assert all(read_particulars(REAL_ESTATE, {Particular.KIND: kind}).kind == kind for kind in KINDS)

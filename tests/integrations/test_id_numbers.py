"""Citizen ID numbers as outside systems write them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrations.id_numbers import IdNumberInvalid, is_minor, read_id_number

_TODAY = date(2027, 6, 10)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def _number(born: date, sequence: int, region: str = "370102") -> str:
    body = f"{region}{born:%Y%m%d}{sequence:03d}"
    return body + "10X98765432"[sum(int(d) * w for d, w in zip(body, _WEIGHTS, strict=True)) % 11]


@given(born=st.dates(date(1900, 1, 1), _TODAY), sequence=st.integers(0, 999))
def test_id_number_is_read_when_its_check_digit_is_right(born: date, sequence: int) -> None:
    """Every number with a real birth date and the standard's check digit is accepted as it is."""
    number = _number(born, sequence)
    assert read_id_number(number, today=_TODAY) == number


@given(
    born=st.dates(date(1950, 1, 1), _TODAY),
    sequence=st.integers(0, 999),
    place=st.integers(0, 17),
    change=st.integers(1, 9),
)
def test_id_number_is_refused_when_one_digit_is_wrong(
    born: date, sequence: int, place: int, change: int
) -> None:
    """The check digit finds every single wrong digit, and the refusal does not repeat the number."""
    number = _number(born, sequence)
    wrong = str(change) if number[place] == "X" else str((int(number[place]) + change) % 10)
    mistyped = number[:place] + wrong + number[place + 1 :]
    with pytest.raises(IdNumberInvalid) as refusal:
        read_id_number(mistyped, today=_TODAY)
    assert number[6:14] not in str(refusal.value)
    assert mistyped not in str(refusal.value)


@pytest.mark.parametrize(
    "written", ["37010220201015006x", " 37010220201015006X ", "３７０１０２２０２０１０１５００６ｘ"]
)
def test_id_number_is_normalised_when_written_differently(written: str) -> None:
    """Full-width digits, a small x and spaces around it are ways to write the same number."""
    assert read_id_number(written, today=_TODAY) == "37010220201015006X"


@pytest.mark.parametrize(
    "number",
    [
        pytest.param("370102202801010012", id="born in the future"),
        pytest.param("370102188001010016", id="born 147 years ago"),
        pytest.param("370102202002300021", id="born on 30 February"),
        pytest.param("200102202010150020", id="region that does not exist"),
        pytest.param("370102901015002", id="fifteen digits"),
        pytest.param("", id="nothing"),
        pytest.param("三七0102202010150027", id="words"),
        pytest.param("3701022020101500٢7", id="digits of another script"),
    ],
)
def test_id_number_is_refused_when_nobody_can_hold_it(number: str) -> None:
    """A right check digit is not enough: region and birth date have to exist as well."""
    with pytest.raises(IdNumberInvalid):
        read_id_number(number, today=_TODAY)


@given(
    born=st.dates(date(1900, 1, 1), _TODAY),
    sequence=st.integers(0, 999),
    region=st.sampled_from(["810000", "820000", "830000"]),
)
def test_residence_permit_is_read_when_its_region_is_no_county(
    born: date, sequence: int, region: str
) -> None:
    """Residents from Hong Kong, Macau and Taiwan hold numbers that begin with 81, 82 or 83."""
    number = _number(born, sequence, region)
    assert read_id_number(number, today=_TODAY) == number


@pytest.mark.parametrize("region", ["810001", "820102", "831000", "840000"])
def test_residence_permit_is_refused_when_its_region_has_counties(region: str) -> None:
    """Nothing comes after 81, 82 and 83, and there is no 84."""
    with pytest.raises(IdNumberInvalid, match="region"):
        read_id_number(_number(date(1990, 1, 1), 1, region), today=_TODAY)


@given(days=st.integers(1, 365 * 60), sequence=st.integers(0, 999))
def test_id_number_is_refused_when_its_holder_is_not_born_yet(days: int, sequence: int) -> None:
    """Tomorrow is too early; the check digit is right."""
    with pytest.raises(IdNumberInvalid, match="future"):
        read_id_number(_number(_TODAY + timedelta(days=days), sequence), today=_TODAY)


@given(born=st.dates(date(1900, 1, 1), _TODAY), sequence=st.integers(0, 999), where=st.integers(0, 18))
def test_id_number_is_normalised_when_some_of_it_is_full_width(born: date, sequence: int, where: int) -> None:
    """A phone's keyboard changes width in the middle of a number; an x may be small."""
    number = _number(born, sequence)
    wide = "".join(chr(ord(each) + 0xFEE0) for each in number[where:].lower())
    assert read_id_number(number[:where] + wide, today=_TODAY) == number


@pytest.mark.parametrize(("number", "minor"), [("370102200906110010", True), ("370102200906100015", False)])
def test_person_is_no_minor_when_the_eighteenth_birthday_has_come(number: str, *, minor: bool) -> None:
    """Whoever turns 18 today is grown up; whoever turns 18 tomorrow is not."""
    assert is_minor(number, today=_TODAY) is minor


def test_id_number_is_read_when_the_county_is_younger_than_its_holder() -> None:
    """A number carries the county of its year of issue: people born before there were any hold one too."""
    number = _number(date(1958, 3, 1), 12)
    assert read_id_number(number, today=_TODAY) == number

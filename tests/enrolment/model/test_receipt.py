"""Receipt numbers and their check digit."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from enrolment.model.story.receipt import is_receipt_number, receipt_number

SERIALS = st.integers(1, 999_999)


def test_receipt_number_has_county_year_serial_and_check_digit_when_made() -> None:
    """The form guardians read out over the phone (digit computed by hand, ISO 7064 MOD 11,10)."""
    assert receipt_number("370102", 2027, 123) == f"370102-2027-000123-{_by_hand('3701022027000123')}"


@given(SERIALS)
def test_receipt_number_is_accepted_when_untouched(serial: int) -> None:
    """Every number made is one that checks."""
    assert is_receipt_number(receipt_number("370102", 2027, serial))


@given(SERIALS, st.integers(0, 18), st.integers(1, 9))
def test_receipt_number_is_refused_when_one_digit_is_wrong(serial: int, place: int, step: int) -> None:
    """A single wrong digit always shows, wherever it is."""
    number = receipt_number("370102", 2027, serial)
    if number[place] == "-":
        return
    wrong = number[:place] + str((int(number[place]) + step) % 10) + number[place + 1 :]
    assert not is_receipt_number(wrong)


def test_text_is_refused_when_it_is_no_receipt_number() -> None:
    """Other numbers are not taken for receipts."""
    assert not is_receipt_number("37010220270001237")


def _by_hand(digits: str) -> int:
    """The check digit that makes the standard's sum come out as 1."""
    for candidate in range(10):
        product = 10
        for digit in digits:
            total = (product + int(digit)) % 10
            product = (10 if total == 0 else total) * 2 % 11
        if (product + candidate) % 10 == 1:
            return candidate
    raise AssertionError

"""Unified social credit codes (GB 32100) over generated ones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrations.departments.errors import AnswerMalformed
from integrations.departments.items.fields import Row
from sandbox.exchange.items.credit_code import credit_code

_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_REAL = "91110000600037341L"


def _check_character(body: str) -> str:
    """The standard's own way: weights are the powers of three, modulo 31."""
    total = sum(_SIGNS.index(sign) * pow(3, place, 31) for place, sign in enumerate(body))
    return _SIGNS[(31 - total % 31) % 31]


_bodies = st.builds(
    "{}{:06d}{}".format,
    st.sampled_from(["91", "92", "93"]),
    st.integers(110000, 659999),
    st.text(_SIGNS, min_size=9, max_size=9),
)


def _read(code: str) -> str:
    return Row({"TYSHXYDM": code}).credit_code("TYSHXYDM")


@given(body=_bodies)
def test_credit_code_is_read_when_its_check_character_is_right(body: str) -> None:
    """However wide and however small its letters are written."""
    code = body + _check_character(body)
    assert _read(code) == code
    assert _read(code.lower()) == code
    assert _read("".join(chr(ord(each) + 0xFEE0) for each in code)) == code


@given(body=_bodies, place=st.integers(0, 17), change=st.integers(1, 30))
def test_credit_code_is_refused_when_one_character_is_wrong(body: str, place: int, change: int) -> None:
    """The check character finds every single wrong one; the refusal does not repeat the code."""
    code = body + _check_character(body)
    wrong = _SIGNS[(_SIGNS.index(code[place]) + change) % 31]
    with pytest.raises(AnswerMalformed, match="TYSHXYDM is not a credit code") as refusal:
        _read(code[:place] + wrong + code[place + 1 :])
    assert body[8:] not in str(refusal.value)


def test_credit_code_is_read_when_it_is_a_real_one() -> None:
    """Checked against one that is in the open."""
    assert _check_character(_REAL[:-1]) == _REAL[-1]
    assert _read(_REAL) == _REAL


@given(serial=st.text("0123456789", min_size=7, max_size=10), kind=st.sampled_from(["91", "92"]))
def test_credit_code_of_the_sandbox_is_read_when_it_is_made_up(serial: str, kind: str) -> None:
    """Businesses that do not exist have codes that could."""
    code = credit_code(kind, "370102", f"{kind}{serial}")
    assert _read(code) == code

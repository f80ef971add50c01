"""Numbers as guardians write them: 12, 十二, 二〇二六."""

from __future__ import annotations

_DIGITS = {"〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8}
_DIGITS |= {"九": 9}
_TEN, _HUNDRED = "十", "百"
NUMBER = f"[\\d{''.join(_DIGITS)}{_TEN}]"


def number_in(text: str) -> int | None:
    """Read a whole number up to a hundred and some, or one said digit by digit; None when it is none."""
    hundreds, sign, rest = text.partition(_HUNDRED)
    if sign:
        high, low = _tens(hundreds) if hundreds else 1, _tens(rest) if rest else 0
        return None if high is None or low is None else high * 100 + low
    return _tens(text)


def _tens(text: str) -> int | None:
    tens, sign, ones = text.partition(_TEN)
    if not sign:
        return _digit_by_digit(text)
    high = _digit_by_digit(tens) if tens else 1
    low = _digit_by_digit(ones) if ones else 0
    return None if high is None or low is None else high * 10 + low


def _digit_by_digit(text: str) -> int | None:
    signs = [sign if sign.isascii() and sign.isdigit() else str(_DIGITS.get(sign, "")) for sign in text]
    return int("".join(signs)) if text and all(signs) else None

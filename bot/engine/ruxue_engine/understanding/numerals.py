"""Chinese numerals, as far as dates, lengths of time, shares and choices use them."""

DIGITS = {"〇": 0, "零": 0, "○": 0, "一": 1, "二": 2, "两": 2, "俩": 2, "三": 3, "仨": 3, "四": 4, "五": 5}
DIGITS |= {"六": 6, "七": 7, "八": 8, "九": 9}
DIGIT_SIGNS = "".join(DIGITS)
_TEN, _HUNDRED = "十", "百"


def digits(text: str) -> int | None:
    """Read a number said digit by digit, such as 二〇二〇 or 2020; None when it is not one."""
    signs = [sign if sign.isascii() and sign.isdigit() else str(DIGITS.get(sign, "")) for sign in text]
    return int("".join(signs)) if text and all(signs) else None


def counted(text: str) -> int | None:
    """Read a number below a thousand as people count, such as 十二, 二十 or 12; None when it is not one."""
    hundreds, sign, rest = text.partition(_HUNDRED)
    if not sign:
        return _tens(text)
    high, low = digits(hundreds or "一"), _tens(rest.lstrip("零〇")) if rest else 0
    return None if high is None or low is None else high * 100 + low


def _tens(text: str) -> int | None:
    if _TEN not in text:
        return digits(text)
    tens, _, ones = text.partition(_TEN)
    high = digits(tens) if tens else 1
    low = digits(ones) if ones else 0
    return None if high is None or low is None else high * 10 + low

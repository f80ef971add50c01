"""Numbers written in Chinese: 八十八, 一百零五, 一万二, or digit by digit 四〇 and 幺零幺."""

from __future__ import annotations

from typing import Final

LONGEST: Final = 6
HIGHEST: Final = 10**LONGEST - 1
"""No street number is higher; longer strings of digits are something else."""

_DIGITS: Final = {
    **{digit: value for value, digit in enumerate("零一二三四五六七八九")},
    **{digit: value for value, digit in enumerate("〇壹贰叁肆伍陆柒捌玖")},
    "幺": 1,
    "两": 2,
}
_UNITS: Final = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
_TEN_THOUSAND: Final = "万"
_SCORES: Final = str.maketrans({"廿": "二十", "卅": "三十"})

CHARACTERS: Final = "".join((*_DIGITS, *_UNITS, _TEN_THOUSAND, "廿卅"))


def read_numeral(numeral: str) -> int | None:
    """Read a numeral made of CHARACTERS; None when it is longer than a street number can be."""
    numeral = numeral.translate(_SCORES)
    if set(numeral) & {*_UNITS, _TEN_THOUSAND}:
        number = _spoken(numeral)
        return number if number <= HIGHEST else None
    return int("".join(str(_DIGITS[each]) for each in numeral)) if len(numeral) <= LONGEST else None


def _spoken(numeral: str) -> int:
    """Read a numeral with units; a last digit counts tens after a hundred: 一百五 is 150, 一百零五 is 105."""
    total, section, digit, step = 0, 0, 0, 1
    for character in numeral:
        if character == _TEN_THOUSAND:
            total, section, digit, step = (total + section + digit or 1) * 10_000, 0, 0, 1000
        elif character in _UNITS:
            unit = _UNITS[character]
            section, digit, step = section + (digit or 1) * unit, 0, unit // 10
        else:
            digit = _DIGITS[character]
            step = step if digit else 1
    return total + section + digit * step

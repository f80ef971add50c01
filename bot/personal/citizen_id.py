"""Says what is wrong with a citizen ID number (GB 11643), and the birth date it carries."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from stdnum.cn import ric

_LENGTH = 18
# Provinces of GB/T 2260; 81 to 83 and 9 are residence permits, which keep the same positions.
_REGION = re.compile(r"1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9\d")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a number says: `problem` as in `bot.messages.Finding`, or None with the birth date."""

    problem: str | None
    birth_date: date | None = None


def read(number: str, today: date) -> Reading:
    """Read a number of half-width digits, perhaps with an X at its end."""
    if len(number) != _LENGTH or not number[:-1].isdigit():
        return Reading("length")
    born = _birth_date(number)
    if born is None:
        return Reading("birth_date")
    if born > today:
        return Reading("future")
    if not _REGION.fullmatch(number[:2]):
        return Reading("region")
    if number[-1].upper() != ric.calc_check_digit(number):
        return Reading("check_digit")
    return Reading(None, born)


def _birth_date(number: str) -> date | None:
    try:
        return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return None

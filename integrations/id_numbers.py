"""Citizen ID numbers (GB 11643) as outside systems write them."""

from __future__ import annotations

import re
from datetime import date

from stdnum.cn import ric

from bot.personal import citizen_id

MAJORITY = 18
"""The age at which a person is no longer a minor (Civil Code, article 17)."""

_OLDEST = 130
_SHAPE = re.compile(r"[1-9][0-9]{16}[0-9X]")
_SHORT = re.compile(r"[1-9][0-9]{14}")
_FULL_WIDTH = {0xFEE0 + code: code for code in range(0x21, 0x7F)} | {0x3000: 0x20}
_PERMIT = re.compile(r"8[1-3]")
_PERMIT_REGION = re.compile(r"8[1-3]0000")


class IdNumberInvalid(ValueError):
    """An ID number that nobody can hold; the message never repeats it."""


def normalise(text: str) -> str:
    """Write a number with ASCII digits and upper-case letters, without the spaces around it."""
    return text.translate(_FULL_WIDTH).strip().upper()


def lengthened(number: str) -> str:
    """Write a normalised number as it was until 1999 (15 digits) with 18; others as they are."""
    if not _SHORT.fullmatch(number):
        return number
    long = f"{number[:6]}19{number[6:]}"
    return long + ric.calc_check_digit(f"{long}0")


def is_well_formed(number: str) -> bool:
    """Whether a normalised number has 18 characters and the check digit that belongs to them."""
    return bool(_SHAPE.fullmatch(number)) and ric.calc_check_digit(number) == number[-1]


def read_id_number(text: str, *, today: date) -> str:
    """Normalise a number and check region, birth date and check digit; raise IdNumberInvalid.

    Of the region only the province is checked. `stdnum.cn.ric.validate` also asks whether the county
    existed in the year of birth, but a number carries the county of the year it was issued: it refuses
    most people born before 1983. Residents from Hong Kong, Macau and Taiwan have no county: their residence
    permits say 810000, 820000 or 830000.
    """
    number = normalise(text)
    if not is_well_formed(number):
        raise IdNumberInvalid("an ID number has 18 characters, the last of them a matching check digit")
    problem = citizen_id.read(number, today).problem
    if problem is not None:
        raise IdNumberInvalid(f"the ID number cannot be right: {problem}")
    if _PERMIT.match(number) and not _PERMIT_REGION.match(number):
        raise IdNumberInvalid("the ID number cannot be right: region")
    if birth_date_of(number).year < today.year - _OLDEST:
        raise IdNumberInvalid("nobody alive was born on the day in the ID number")
    return number


def birth_date_of(number: str) -> date:
    """The birth date written in a number; raise IdNumberInvalid when it is no day of the calendar."""
    try:
        return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        # the message of the ValueError may repeat digits of the number
        raise IdNumberInvalid("the ID number holds no day of the calendar") from None


def is_minor(number: str, *, today: date) -> bool:
    """Whether the holder is under 18 on this day; raise IdNumberInvalid when no birth date can be read."""
    born = birth_date_of(number)
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day)) < MAJORITY

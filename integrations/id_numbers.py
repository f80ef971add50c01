"""Citizen ID numbers (GB 11643) as outside systems write them."""

from __future__ import annotations

import re
from datetime import date

from stdnum.cn import ric
from stdnum.exceptions import ValidationError

MAJORITY = 18
"""The age at which a person is no longer a minor (Civil Code, article 17)."""

_OLDEST = 130
_SHAPE = re.compile(r"[1-9][0-9]{16}[0-9X]")
_PERMIT_REGIONS = ("810000", "820000", "830000")
_FULL_WIDTH = str.maketrans("０１２３４５６７８９Ｘｘ\u3000", "0123456789XX ")


class IdNumberInvalid(ValueError):
    """An ID number that nobody can hold; the message never repeats it."""


def normalise(text: str) -> str:
    """Write a number with ASCII digits and an upper-case X, without the spaces around it."""
    return text.translate(_FULL_WIDTH).strip().upper()


def is_well_formed(number: str) -> bool:
    """Whether a normalised number has 18 characters and the check digit that belongs to them."""
    return bool(_SHAPE.fullmatch(number)) and ric.calc_check_digit(number) == number[-1]


def read_id_number(text: str, *, today: date) -> str:
    """Normalise a number and check region, birth date and check digit; raise IdNumberInvalid.

    Residence permits of Hong Kong, Macau and Taiwan residents (81, 82, 83) have no county in the
    register of regions and are checked without one.
    """
    number = normalise(text)
    if not is_well_formed(number):
        raise IdNumberInvalid("an ID number has 18 characters, the last of them a matching check digit")
    if not number.startswith(_PERMIT_REGIONS):
        try:
            ric.validate(number)
        except ValidationError:
            # the library's error says no more than this one and would only lengthen the log
            raise IdNumberInvalid("the ID number names no known region or no day of the calendar") from None
    born = birth_date_of(number)
    if not today.year - _OLDEST <= born.year or born > today:
        raise IdNumberInvalid("nobody alive was born on the day in the ID number")
    return number


def birth_date_of(number: str) -> date:
    """The birth date written in a number; raise IdNumberInvalid when it is no day of the calendar."""
    try:
        return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        # the message of the ValueError would repeat digits of the number
        raise IdNumberInvalid("the ID number holds no day of the calendar") from None


def is_minor(number: str, *, today: date) -> bool:
    """Whether the holder is under 18 on this day; raise IdNumberInvalid when no birth date can be read."""
    born = birth_date_of(number)
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day)) < MAJORITY

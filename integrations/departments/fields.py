"""Strict reading of vendor fields: what is not as agreed is named by its field, never by its value."""

from __future__ import annotations

import hashlib
import math
import re
from collections.abc import Mapping, Sequence
from datetime import date

import orjson

from integrations import id_numbers
from integrations.departments.errors import AnswerMalformed

_MOST_ROWS = 200
_LONGEST_TEXT = 300
_DAY = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:[ T]\d{2}:\d{2}:\d{2})?", re.ASCII)
_REGION = re.compile(r"[1-9]\d{5}", re.ASCII)
_WHOLE = 100


class Row:
    """One record as the vendor sent it."""

    def __init__(self, values: Mapping[str, object]) -> None:
        self._values = values

    def text(self, name: str) -> str:
        """Read a text that must be there."""
        value = self._values.get(name)
        if not isinstance(value, str) or not value.strip() or len(value) > _LONGEST_TEXT:
            raise AnswerMalformed(f"field {name} is not a text")
        return value.strip()

    def is_empty(self, name: str) -> bool:
        """Whether a field is missing, null or blank."""
        value = self._values.get(name)
        return value is None or (isinstance(value, str) and not value.strip())

    def day(self, name: str) -> date:
        """Read a date, written 20201015, 2020-10-15, or either with a time after it."""
        match = _DAY.fullmatch(self.text(name))
        if match is None:
            raise AnswerMalformed(f"field {name} is not a date")
        year, month, day = match.groups()
        try:
            return date(int(year), int(month), int(day))
        except ValueError:
            # newer Pythons write the value into the cause
            raise AnswerMalformed(f"field {name} is not a day of the calendar") from None

    def region(self, name: str) -> str:
        """Read a GB/T 2260 code."""
        value = self.text(name)
        if not _REGION.fullmatch(value):
            raise AnswerMalformed(f"field {name} is not a region code")
        return value

    def percent(self, name: str) -> float:
        """Read a share from 0 to 100, sent as a number or as digits."""
        value = self._values.get(name)
        if isinstance(value, str):
            try:
                value = float(value.strip().removesuffix("%"))
            except ValueError:
                raise AnswerMalformed(f"field {name} is not a percentage") from None  # it repeats the value
        if not isinstance(value, int | float) or isinstance(value, bool) or not math.isfinite(value):
            raise AnswerMalformed(f"field {name} is not a percentage")
        if not 0 <= value <= _WHOLE:
            raise AnswerMalformed(f"field {name} is not between 0 and 100")
        return float(value)

    def holder(self, name: str) -> str:
        """Read the number of a holder, which need not be a person's: a company owns homes too."""
        return id_numbers.normalise(self.text(name))

    def citizen(self, name: str) -> str:
        """Read a citizen ID number."""
        number = self.holder(name)
        if not id_numbers.is_well_formed(number):
            raise AnswerMalformed(f"field {name} is not an ID number")
        return number

    def rows(self, name: str) -> tuple[Row, ...]:
        """Read a list of records inside this one."""
        return rows(self._values.get(name), name)

    def digest(self) -> str:
        """SHA-256, in hex, of the record as received, whatever the order of its fields."""
        return hashlib.sha256(self.canonical()).hexdigest()

    def canonical(self) -> bytes:
        """The record as received, written in one way only."""
        return orjson.dumps(self._values, option=orjson.OPT_SORT_KEYS)


def rows(value: object, name: str) -> tuple[Row, ...]:
    """Read a list of records; `name` says in an error which list it was."""
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise AnswerMalformed(f"{name} is not a list of records")
    if len(value) > _MOST_ROWS:
        raise AnswerMalformed(f"{name} holds more than {_MOST_ROWS} records")
    return tuple(Row(item) for item in value)


def digest_of(records: Sequence[Row]) -> str:
    """SHA-256, in hex, of several records as received, whatever their order."""
    return hashlib.sha256(b"\n".join(sorted(record.canonical() for record in records))).hexdigest()

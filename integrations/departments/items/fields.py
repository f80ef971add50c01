"""Strict reading of vendor fields: what is not as agreed is named by its field, never by its value."""

from __future__ import annotations

import hashlib
import math
import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import TypeVar

import orjson
from stdnum.cn import uscc
from stdnum.exceptions import ValidationError

from integrations import id_numbers
from integrations.departments.errors import AnswerMalformed

_MOST_ROWS = 200
_LONGEST_TEXT = 300
_DAY = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:[ T]\d{2}:\d{2}:\d{2})?", re.ASCII)
_MONTH = re.compile(r"(\d{4})-?(\d{2})", re.ASCII)
_REGION = re.compile(r"[1-9]\d{5}", re.ASCII)
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_WHOLE = 100
_Meaning = TypeVar("_Meaning")


class Row:
    """One record as the vendor sent it; it remembers which of its fields were read."""

    def __init__(self, values: Mapping[str, object]) -> None:
        self._values = values
        self._read: set[str] = set()

    def text(self, name: str) -> str:
        """Read a text that must be there."""
        value = self._get(name)
        if not isinstance(value, str) or not value.strip() or len(value) > _LONGEST_TEXT:
            raise AnswerMalformed(f"field {name} is not a text")
        if _CONTROL.search(value):
            raise AnswerMalformed(f"field {name} is not a text")
        return value.strip()

    def is_empty(self, name: str) -> bool:
        """Whether a field is missing, null or blank."""
        value = self._get(name)
        return value is None or (isinstance(value, str) and not value.strip())

    def day(self, name: str) -> date:
        """Read a date, written 20201015, 2020-10-15, or either with a time after it."""
        match = _DAY.fullmatch(self.text(name))
        if match is None:
            raise AnswerMalformed(f"field {name} is not a date")
        return _calendar_day(name, *match.groups())

    def past_day(self, name: str, now: datetime) -> date:
        """Read a date that cannot lie ahead: that of something a department has done."""
        day = self.day(name)
        if day > now.date():
            raise AnswerMalformed(f"field {name} is a day in the future")
        return day

    def month(self, name: str) -> date:
        """Read a month, written 202010 or 2020-10, as its first day."""
        match = _MONTH.fullmatch(self.text(name))
        if match is None:
            raise AnswerMalformed(f"field {name} is not a month")
        return _calendar_day(name, *match.groups(), "1")

    def region(self, name: str) -> str:
        """Read a GB/T 2260 code."""
        value = self.text(name)
        if not _REGION.fullmatch(value):
            raise AnswerMalformed(f"field {name} is not a region code")
        return value

    def percent(self, name: str) -> float:
        """Read a share from 0 to 100, sent as a number or as digits."""
        value = self._get(name)
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
        return id_numbers.lengthened(id_numbers.normalise(self.text(name)))

    def citizen(self, name: str) -> str:
        """Read a citizen ID number."""
        number = self.holder(name)
        if not id_numbers.is_well_formed(number):
            raise AnswerMalformed(f"field {name} is not an ID number")
        return number

    def holders(self, name: str, number: str, unread: Collection[str]) -> tuple[str, ...]:
        """Read the numbers in a list of people or companies, such as the buyers of a home."""
        people = self.rows(name)
        numbers = tuple(person.holder(number) for person in people)
        for person in people:
            person.refuse_unexpected(unread)
        return numbers

    def credit_code(self, name: str) -> str:
        """Read a unified social credit code (GB 32100)."""
        value = self.holder(name)
        try:
            if not value.isascii() or uscc.validate(value) != value:
                raise AnswerMalformed(f"field {name} is not a credit code")
        except ValidationError:
            raise AnswerMalformed(f"field {name} is not a credit code") from None
        return value

    def choice(self, name: str, choices: Sequence[tuple[str, _Meaning]]) -> _Meaning:
        """Read one of a few agreed words as what it means."""
        word = self.text(name)
        for known, meaning in choices:
            if word == known:
                return meaning
        raise AnswerMalformed(f"field {name} is none of the agreed words")

    def rows(self, name: str) -> tuple[Row, ...]:
        """Read a list of records inside this one."""
        return rows(self._get(name), name)

    def refuse_unexpected(self, unread: Collection[str]) -> None:
        """Refuse a record that holds a field nobody read; `unread` are those agreed on but not needed."""
        if self._values.keys() - self._read - set(unread):
            # the name of a field is the vendor's text too
            raise AnswerMalformed("a record holds a field nobody agreed on")

    def digest(self, unread: Collection[str]) -> str:
        """SHA-256, in hex, of the record as received, once all of it was read (see `refuse_unexpected`)."""
        self.refuse_unexpected(unread)
        return hashlib.sha256(self.canonical()).hexdigest()

    def canonical(self) -> bytes:
        """The record as received, written in one way only."""
        return orjson.dumps(self._values, option=orjson.OPT_SORT_KEYS)

    def _get(self, name: str) -> object:
        self._read.add(name)
        return self._values.get(name)


def rows(value: object, name: str) -> tuple[Row, ...]:
    """Read a list of records; `name` says in an error which list it was."""
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise AnswerMalformed(f"{name} is not a list of records")
    if len(value) > _MOST_ROWS:
        raise AnswerMalformed(f"{name} holds more than {_MOST_ROWS} records")
    return tuple(Row(item) for item in value)


def digest_of(records: Sequence[Row], unread: Collection[str]) -> str:
    """SHA-256, in hex, of several records as received, whatever their order, once all were read."""
    for record in records:
        record.refuse_unexpected(unread)
    return hashlib.sha256(b"\n".join(sorted(record.canonical() for record in records))).hexdigest()


def _calendar_day(name: str, *numbers: str) -> date:
    try:
        return date(*map(int, numbers))
    except ValueError:
        # newer Pythons write the value into the cause
        raise AnswerMalformed(f"field {name} is not a day of the calendar") from None

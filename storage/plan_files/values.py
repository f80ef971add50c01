"""Check a value written in a plan against the kind of its fact: a wrong one would silently never match."""

from __future__ import annotations

import re
from datetime import date

from enrolment.model.facts import FactValue
from enrolment.model.plan import FactKind, FactSpec
from storage.plan_files.errors import Mistake
from storage.plan_files.parts import EARLIEST, LATEST

_WHOLE = 100
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WANTED = {
    FactKind.YES_NO: "write yes or no",
    FactKind.SHARE: "write a whole number of per cent, for example 50",
    FactKind.MONTHS: "write a whole number of months, for example 6",
    FactKind.DATE: "write a date, for example 2027-08-31",
    FactKind.TEXT: "write words",
}


def fact_value(value: object, spec: FactSpec, place: str) -> FactValue:
    """Give the value back when it fits the fact, a day as a date; raise Mistake otherwise."""
    if spec.kind is FactKind.DATE:
        value = day(value) or value
    if isinstance(value, bool | int | str | date) and _fits(value, spec):
        return value
    wanted = _WANTED.get(spec.kind) or f"write one of {', '.join(spec.choices)}"
    raise Mistake(place, f"fact {spec.name!r} is compared with {value!r}; {wanted}")


def day(value: object) -> date | None:
    """The day that a value names, written 2027-08-31; None for anything else, or a day of another century."""
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            value = date.fromisoformat(value)
        except ValueError:
            return None
    return value if isinstance(value, date) and EARLIEST <= value <= LATEST else None


def figure(value: object, place: str, unit: str, example: str) -> int:
    """Give a whole number back; raise Mistake for anything else."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise Mistake(place, f"found {value!r}; write a whole number of {unit}, for example {example}")


def _fits(value: FactValue, spec: FactSpec) -> bool:
    match spec.kind:
        case FactKind.YES_NO:
            return isinstance(value, bool)
        case FactKind.SHARE:
            return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _WHOLE
        case FactKind.MONTHS:
            return isinstance(value, int) and not isinstance(value, bool) and value >= 0
        case FactKind.DATE:
            return day(value) is not None
        case FactKind.CHOICE:
            return value in spec.choices
        case FactKind.TEXT:
            return isinstance(value, str)

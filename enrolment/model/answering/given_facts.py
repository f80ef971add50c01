"""Facts given beside a question, by the names of free text (docs/told-facts.md) or by those of the plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from enrolment.model.age.birth_date import BirthDate
from enrolment.model.answering.told_facts import Readings, read_told
from enrolment.model.answering.understood import ToldFact
from enrolment.model.errors import BirthDateInvalid, StatementInvalid
from enrolment.model.facts import FactValue
from enrolment.model.plan import FactKind, Plan, Stage

TOLD: Final = frozenset(
    (
        *("stage", "birth_date", "age", "days_short", "entry_year", "county", "school"),
        *(
            "hukou",
            "hukou_with",
            "hukou_since",
            "home",
            "home_kind",
            "home_paper",
            "home_share",
            "home_since",
        ),
        *("renting", "lease_filed", "lease_since", "lease_months", "permit", "permit_since", "permit_months"),
        *("insurance", "insurance_since", "insurance_months", "work", "licence", "licence_since", "sibling"),
        *("parents", "custody", "preferential", "hmt", "foreign", "special_needs"),
    )
)
"""The names of docs/told-facts.md."""
_NUMBERS: Final = frozenset({"permit_months", "insurance_months", "lease_months", "home_share", "days_short"})
_DAYS: Final = frozenset(name for name in TOLD if name.endswith("_since")) | {"birth_date"}


@dataclass(frozen=True, slots=True)
class Given:
    """Facts given beside a question: in words of free text, and as facts of the plan."""

    told: tuple[ToldFact, ...] = ()
    known: Readings = Readings()  # noqa: RUF009 - it is frozen


def read_given(values: Mapping[str, object], plan: Plan, today: date) -> Given:
    """Take in given facts; raise StatementInvalid naming one that is unknown or written another way."""
    told = [ToldFact(name, _told(name, value)) for name, value in values.items() if name in TOLD]
    known = {name: _of_plan(name, value, plan) for name, value in values.items() if name not in TOLD}
    return Given(tuple(told), read_told(told, plan, today).over(Readings(known, known)))


def _told(name: str, value: object) -> str:
    text = ("yes" if value else "no") if isinstance(value, bool) else str(value).strip()
    if isinstance(value, (list, dict)) or not text:
        raise StatementInvalid(f"fact {name!r} is a text or a number, as docs/told-facts.md writes it")
    if name in _NUMBERS and not text.isdecimal():
        raise StatementInvalid(f"fact {name!r} is a whole number, for example 6")
    if name == "stage" and text not in set(Stage):
        raise StatementInvalid(f"fact 'stage' is {' or '.join(Stage)}")
    if name in _DAYS:
        try:
            BirthDate.parse(text)
        except BirthDateInvalid:
            raise StatementInvalid(f"fact {name!r} is a date like 2027-01-15 or 2027-01") from None
    return text


def _of_plan(name: str, value: object, plan: Plan) -> FactValue:
    spec = plan.facts.get(name)
    if spec is None:
        raise StatementInvalid(
            f"there is no fact {name!r}; docs/told-facts.md and the plan list those there are"
        )
    match spec.kind, value:
        case FactKind.YES_NO, bool():
            return value
        case ((FactKind.MONTHS | FactKind.SHARE), int()) if not isinstance(value, bool):
            return value
        case (FactKind.TEXT, str()) if value.strip():
            return value.strip()
        case (FactKind.CHOICE, str()) if value in spec.choices:
            return value
        case FactKind.DATE, str():
            return _date(name, value)
        case _:
            raise StatementInvalid(f"fact {name!r} is of the kind {spec.kind}; this value is not")


def _date(name: str, value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise StatementInvalid(f"fact {name!r} is a day like 2027-01-15") from None

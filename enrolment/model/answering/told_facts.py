"""Facts told in free text, as the facts a plan's rules look at: in the earliest and in the latest reading.

"办了五个月" and "一月份办的" name no day: both ends of what they can mean are tried, and only what holds for
both is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from enrolment.model.age.birth_date import BirthDate
from enrolment.model.answering.understood import ToldFact
from enrolment.model.errors import BirthDateInvalid
from enrolment.model.facts import FactValue
from enrolment.model.months import add_months
from enrolment.model.plan import Plan

_YES_NO: Final = {
    "permit": "permit_in_county",
    "insurance": "insured_in_county",
    "lease_filed": "lease_in_county",
    "licence": "licence_in_county",
}
_CLAIMS: Final = {
    "preferential": "preferential_claimed",
    "hmt": "hmt_claimed",
    "foreign": "foreign_claimed",
    "special_needs": "special_needs_claimed",
}
_DAYS: Final = {
    "hukou_since": "hukou_since",
    "home_since": "home_since",
    "permit_since": "permit_since",
    "lease_since": "lease_filed_on",
    "licence_since": "licence_since",
}
_MONTHS: Final = {"permit_months": "permit_since", "lease_months": "lease_filed_on"}
_IMPLIES: Final = {
    "permit_since": "permit_in_county",
    "lease_filed_on": "lease_in_county",
    "licence_since": "licence_in_county",
    "insurance_months": "insured_in_county",
}
_HOME_USES: Final = {"residential": "住宅", "commercial": "商业"}


@dataclass(frozen=True, slots=True)
class Readings:
    """The facts of a plan that words tell, as early and as late as they can mean."""

    earliest: Mapping[str, FactValue] = field(default_factory=dict)
    latest: Mapping[str, FactValue] = field(default_factory=dict)

    @property
    def sure(self) -> dict[str, FactValue]:
        """What both readings agree on."""
        return {name: value for name, value in self.latest.items() if self.earliest.get(name) == value}

    def over(self, known: Readings) -> Readings:
        """These words on top of what was known before."""
        return Readings({**known.earliest, **self.earliest}, {**known.latest, **self.latest})


def read_told(told: Iterable[ToldFact], plan: Plan, today: date) -> Readings:
    """Read what was told as facts of the plan; what it has no fact for is left out."""
    earliest: dict[str, FactValue] = {}
    latest: dict[str, FactValue] = {}
    for fact in told:
        for name, first, last in _reading(fact, plan, today):
            earliest[name], latest[name] = first, last
            if name in _IMPLIES:
                earliest[_IMPLIES[name]] = latest[_IMPLIES[name]] = True
    return Readings(earliest, latest)


def _reading(fact: ToldFact, plan: Plan, today: date) -> Iterator[tuple[str, FactValue, FactValue]]:
    name, value = fact.name, fact.value
    if name in _YES_NO:
        yield _same(_YES_NO[name], value == "yes")
    elif name in _CLAIMS:
        yield _same(_CLAIMS[name], value != "no")
    elif name in _DAYS:
        yield from _day(_DAYS[name], value)
    elif name in _MONTHS:
        months = int(value)
        begun = add_months(today, -months - 1) + timedelta(days=1)
        yield _MONTHS[name], begun, add_months(today, -months)
    elif name == "insurance_months":
        yield _same(name, int(value))
    elif name == "insurance_since":
        for _, first, last in _day(name, value):
            yield "insurance_months", _months_since(last, today), _months_since(first, today) + 1
    elif name == "home_share":
        yield _same(name, int(float(value)))
    elif name in {"stage", "birth_date"}:
        yield _same(name, value)
    else:
        yield from (_same(each, known) for each, known in _place(name, value, plan))


def _place(name: str, value: str, plan: Plan) -> Iterator[tuple[str, FactValue]]:
    """What words about hukou, home and parents say."""
    if name == "hukou":
        yield "hukou_in_county", value == "here" or value in {plan.county, *plan.areas}
    elif name == "hukou_with":
        yield "hukou_with_guardian", value == "guardian"
        yield "hukou_with_grandparent", value == "grandparent"
        yield "hukou_collective", value == "collective"
    elif name == "home":
        yield from _home(*value.partition("@")[::2], plan)
    elif name == "home_kind" and value in _HOME_USES:
        yield "home_use", _HOME_USES[value]
    elif name == "home_kind" and value == "public_housing":
        yield "public_housing_in_county", True
    elif name == "home_paper" and value == "contract":
        yield "contract_in_county", True
        yield "home_in_county", False
    elif name == "parents":
        yield "parents_married", value in {"married", "remarried"}


def _home(owner: str, place: str, plan: Plan) -> Iterator[tuple[str, FactValue]]:
    """A home whose county was not named is taken to be where the child goes to school."""
    here = owner != "none" and (not place or place in {plan.county, *plan.areas})
    yield "home_in_county", here and owner != "relative"
    yield "home_owner", "other" if owner == "relative" else owner if here else "none"
    if place and owner == "guardian":
        yield "guardians_home_in_city", place in plan.city_areas


def _day(name: str, value: str) -> Iterator[tuple[str, date, date]]:
    try:
        said = BirthDate.parse(value)
        yield name, said.earliest, said.latest
    except BirthDateInvalid:
        return


def _months_since(day: FactValue, today: date) -> int:
    begun = day if isinstance(day, date) else today
    return max((today.year - begun.year) * 12 + today.month - begun.month, 0)


def _same(name: str, value: FactValue) -> tuple[str, FactValue, FactValue]:
    return name, value, value

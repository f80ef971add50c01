"""Age: in which year a child starts school, from a birth date known in full or in part."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from enrolment.model.age.birth_date import BirthDate
from enrolment.model.errors import BirthDateInvalid
from enrolment.model.plan import AgeRule

_ADULT = 18


class AgeFinding(StrEnum):
    """What the age rule says of a birth date."""

    OF_AGE = "of_age"
    OLDER = "older"
    """Could have started in an earlier year; still has the right to."""
    TOO_YOUNG = "too_young"
    AMBIGUOUS = "ambiguous"
    """The part known of the birth date does not decide: ask for the month or the day."""
    NO_CONDITION = "no_condition"
    """Age is no condition of this stage."""


@dataclass(frozen=True, slots=True)
class AgeVerdict:
    """The finding, with the year the child starts school (None when ambiguous or no condition).

    `missing` names the part of the birth date to ask for when ambiguous: year, month or day.
    """

    finding: AgeFinding
    entry_year: int | None
    missing: str | None
    clause: str

    @property
    def may_file(self) -> bool:
        """Whether age lets the guardian go on this year."""
        return self.finding in {AgeFinding.OF_AGE, AgeFinding.OLDER, AgeFinding.NO_CONDITION}


def check_age(rule: AgeRule, birth: BirthDate, today: date) -> AgeVerdict:
    """Say in which year a child starts by this rule.

    Raises BirthDateInvalid when the date lies in the future or makes the child an adult.
    """
    if birth.year is None:
        return AgeVerdict(AgeFinding.AMBIGUOUS, None, "year", rule.clause)
    if birth.earliest > today:
        raise BirthDateInvalid("the birth date lies in the future")
    if birth.latest <= _years_before(today, _ADULT):
        raise BirthDateInvalid(f"the birth date is more than {_ADULT} years ago")
    if rule.years is None:
        return AgeVerdict(AgeFinding.NO_CONDITION, None, None, rule.clause)
    first, last = entry_year(rule, birth.earliest), entry_year(rule, birth.latest)
    if first != last:
        missing = "month" if birth.month is None else "day"
        return AgeVerdict(AgeFinding.AMBIGUOUS, None, missing, rule.clause)
    return AgeVerdict(_finding(first, rule.cutoff.year), first, None, rule.clause)


def entry_year(rule: AgeRule, born: date) -> int:
    """The first year in which somebody born on this day is of age by the cut-off, inclusive."""
    turned = born.year + (rule.years or 0)
    late = (born.month, born.day) > (rule.cutoff.month, rule.cutoff.day)
    return turned + 1 if late else turned


def born_by(rule: AgeRule) -> date:
    """The last birthday that is of age in the plan's year."""
    return _years_before(rule.cutoff, rule.years or 0)


def born_from(rule: AgeRule) -> date:
    """The first birthday of the usual age in the plan's year."""
    return _years_before(rule.cutoff, (rule.years or 0) + 1) + timedelta(days=1)


def _finding(entry: int, year: int) -> AgeFinding:
    if entry == year:
        return AgeFinding.OF_AGE
    return AgeFinding.OLDER if entry < year else AgeFinding.TOO_YOUNG


def _years_before(day: date, years: int) -> date:
    last_of_february = day.replace(day=28) if (day.month, day.day) == (2, 29) else day
    return last_of_february.replace(year=day.year - years)

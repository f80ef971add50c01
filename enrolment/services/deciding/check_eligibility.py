"""Check age: whether a child of this birth date may enter this stage this year."""

from __future__ import annotations

from enrolment.model.age.birth_date import BirthDate
from enrolment.model.age.eligibility import AgeVerdict, check_age
from enrolment.model.errors import NotOfAge
from enrolment.model.people import Child
from enrolment.model.plan import Plan, Stage
from enrolment.ports import Clock, Plans


def check_eligibility(
    stage: Stage, birth_date: BirthDate, county: str, *, plans: Plans, clock: Clock
) -> AgeVerdict:
    """Say in which year the child starts, by the plan now in force.

    Raises BirthDateInvalid for a date in the future or an adult's, PlanNotFound.
    """
    return check_age(plans.current(county).ages[stage], birth_date, clock.today())


def require_of_age(plan: Plan, stage: Stage, child: Child, clock: Clock) -> None:
    """Refuse a child whose registered birth date does not open this stage this year: raise NotOfAge."""
    born = child.person.birth_date
    verdict = check_age(plan.ages[stage], BirthDate(born.year, born.month, born.day), clock.today())
    if not verdict.may_file:
        raise NotOfAge(verdict.entry_year or plan.year)

"""Whether the child is of age, by the birth date told."""

from __future__ import annotations

from datetime import date

from enrolment.model.age.age_words import age_in_words
from enrolment.model.age.birth_date import BirthDate
from enrolment.model.age.eligibility import AgeFinding, check_age
from enrolment.model.answering.computed.case import Case, Computed
from enrolment.model.errors import BirthDateInvalid
from enrolment.model.plan import AgeRule, Stage


def compute_age(case: Case) -> Computed | None:
    """Say in which year the child starts; ask for what is missing of the birth date."""
    rule = case.plan.ages.get(case.stage or Stage.PRIMARY)
    if rule is None or rule.years is None:
        return None
    said = case.told.sure.get("birth_date")
    if said is None:
        question = case.plan.facts["birth_date"].question
        return Computed(missing=("birth_date",), question=question) if case.asks_for_itself else None
    try:
        birth = BirthDate.parse(str(said))
        verdict = check_age(rule, birth, case.today)
    except BirthDateInvalid:
        return Computed(missing=("birth_date",), question=case.plan.facts["birth_date"].question)
    if birth.year is None and birth.month and birth.day:
        return Computed(_any_year(rule, birth.month, birth.day), (rule.clause,))
    words = age_in_words(verdict, birth, rule)
    if verdict.finding is AgeFinding.AMBIGUOUS:
        return Computed(words, (rule.clause,), ("birth_date",))
    return Computed(words, (rule.clause,))


def _any_year(rule: AgeRule, month: int, day: int) -> str:
    """What a birthday means whatever its year."""
    cutoff = f"{rule.cutoff.month}月{rule.cutoff.day}日"
    born, late = f"{month}月{day}日", (month, day) > (rule.cutoff.month, rule.cutoff.day)
    if not late:
        return f"{born}出生的，在{cutoff}（含当天）以前，满{rule.years}周岁的那一年秋季就能上学。"
    days = (date(rule.cutoff.year, month, day) - rule.cutoff).days
    late_by = f"{born}出生的，比{cutoff}晚{days}天"
    return f"{late_by}，满{rule.years}周岁的那一年秋季还差这几天，要到下一年上学，没有通融的规定。"

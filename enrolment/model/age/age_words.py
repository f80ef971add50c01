"""The age verdict in one kind sentence."""

from __future__ import annotations

from enrolment.model.age.birth_date import BirthDate
from enrolment.model.age.eligibility import AgeFinding, AgeVerdict, born_by
from enrolment.model.plan import AgeRule

_ASK = {
    "year": "请告诉我孩子是哪一年出生的。",
    "month": "请告诉我是几月出生的。",
    "day": "请告诉我是几号出生的。",
}


def age_in_words(verdict: AgeVerdict, birth: BirthDate, rule: AgeRule) -> str:
    """Say what the age rule means for this birth date; neither a promise nor a refusal of a person."""
    year = rule.cutoff.year
    said = f"按您说的出生日期（{_spoken(birth)}）"
    last = born_by(rule)
    match verdict.finding:
        case AgeFinding.OF_AGE:
            return f"{said}，孩子{year}年秋季正好到入学年龄，今年可以报名。"
        case AgeFinding.OLDER:
            return f"{said}，孩子{verdict.entry_year}年就到入学年龄了，还没有入学的，今年可以报名。"
        case AgeFinding.TOO_YOUNG:
            return (
                f"{said}，孩子要到{verdict.entry_year}年秋季才到入学年龄，今年还不能报名。"
                f"今年的截止是{last.year}年{last.month}月{last.day}日（含当天）出生，差一天也要按规定。"
            )
        case AgeFinding.AMBIGUOUS:
            return f"{said}，还看不出是哪一年入学。{_ASK[verdict.missing or 'day']}"
        case AgeFinding.NO_CONDITION:
            return "小学应届毕业升初中，没有年龄条件。"


def _spoken(birth: BirthDate) -> str:
    parts = [(birth.year, "年"), (birth.month, "月"), (birth.day, "日")]
    return "".join(f"{value}{unit}" for value, unit in parts if value)

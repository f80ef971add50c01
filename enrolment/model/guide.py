"""Guide articles told to one family: the wording that fits, its placeholders filled from the plan."""

from __future__ import annotations

import string
from collections.abc import Mapping
from datetime import date, timedelta

from enrolment.model.age.age_words import age_in_words
from enrolment.model.age.birth_date import BirthDate
from enrolment.model.age.eligibility import born_by, born_from, check_age
from enrolment.model.errors import BirthDateInvalid
from enrolment.model.facts import FactValue, declared
from enrolment.model.plan import GuideArticle, Plan, Stage
from enrolment.model.plan.clauses import day
from enrolment.model.rules import evaluate
from enrolment.model.truth import Truth


def wording(article: GuideArticle, said: Mapping[str, FactValue]) -> tuple[str, tuple[str, ...]]:
    """The text and clauses for a family: the first variant its words meet, else the article's own."""
    facts = declared(said)
    for variant in article.variants:
        if evaluate(variant.when, facts, trust_declared=True) is Truth.TRUE:
            return variant.text, variant.clauses
    return article.text, article.clauses


def fill(text: str, plan: Plan, said: Mapping[str, FactValue], today: date) -> str:
    """Fill the placeholders; `said` may hold the stage and the birth date for `{age_answer}`.

    Raises KeyError for a placeholder the plan cannot fill.
    """
    return text.format_map(_values(plan) | {"age_answer": _age_answer(plan, said, today)}).strip()


def unknown_placeholders(text: str, plan: Plan) -> set[str]:
    """The placeholders of a text that nothing fills."""
    named = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    return named - _values(plan).keys() - {"age_answer"}


def _values(plan: Plan) -> dict[str, str]:
    days = plan.calendar
    figures = {key: threshold.spoken for key, threshold in plan.thresholds.items()}
    return (
        figures
        | _days_of_stages(plan)
        | _entry_age(plan)
        | {
            "county": plan.county_name,
            "city": plan.city_name,
            "year": str(plan.year),
            "authority": plan.authority,
            "contacts": "\n".join(f"{each.name}：{each.phone}（{each.hours}）" for each in plan.contacts),
            "phone": plan.contacts[0].phone,
            "hours": plan.contacts[0].hours,
            "results_by": day(days.results_by),
            "completes_by": day(days.finished_by),
            "term_starts": day(days.term_starts),
            "reference_date": day(days.reference_date),
            "next_year": str(plan.year + 1),
        }
    )


def _days_of_stages(plan: Plan) -> dict[str, str]:
    values: dict[str, str] = {}
    for stage, windows in plan.calendar.windows.items():
        values[f"{stage}_opens"] = day(windows.online.opens)
        values[f"{stage}_closes"] = day(windows.online.closes)
    return values


def _entry_age(plan: Plan) -> dict[str, str]:
    age = plan.ages.get(Stage.PRIMARY)
    if age is None or age.years is None:
        return {}
    return {
        "age_years": str(age.years),
        "cutoff": day(age.cutoff),
        "born_from": day(born_from(age)),
        "born_by": day(born_by(age)),
        "born_after": day(born_by(age) + timedelta(days=1)),
    }


def _age_answer(plan: Plan, said: Mapping[str, FactValue], today: date) -> str:
    rule = plan.ages[Stage(str(said.get("stage", Stage.PRIMARY)))]
    try:
        birth = BirthDate.parse(str(said["birth_date"]))
        return age_in_words(check_age(rule, birth, today), birth, rule)
    except (KeyError, BirthDateInvalid):
        return ""

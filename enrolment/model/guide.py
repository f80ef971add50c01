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


def day(date_: date) -> str:
    """A day as people say it: 2027年6月1日."""
    return f"{date_.year}年{date_.month}月{date_.day}日"


def _values(plan: Plan) -> dict[str, str]:
    primary, junior = plan.windows[Stage.PRIMARY], plan.windows[Stage.JUNIOR]
    age = plan.ages[Stage.PRIMARY]
    return {
        "county": plan.county_name,
        "city": plan.city_name,
        "year": str(plan.year),
        "authority": plan.authority,
        "contacts": "\n".join(f"{each.name}：{each.phone}（{each.hours}）" for each in plan.contacts),
        "phone": plan.contacts[0].phone,
        "hours": plan.contacts[0].hours,
        "primary_opens": day(primary.opens),
        "primary_closes": day(primary.closes),
        "junior_opens": day(junior.opens),
        "junior_closes": day(junior.closes),
        "results_by": day(plan.results_by),
        "completes_by": day(plan.completes_by),
        "term_starts": day(plan.term_starts),
        "age_years": str(age.years),
        "cutoff": day(age.cutoff),
        "born_from": day(born_from(age)),
        "born_by": day(born_by(age)),
        "born_after": day(born_by(age) + timedelta(days=1)),
        "next_year": str(plan.year + 1),
    }


def _age_answer(plan: Plan, said: Mapping[str, FactValue], today: date) -> str:
    rule = plan.ages[Stage(str(said.get("stage", Stage.PRIMARY)))]
    try:
        birth = BirthDate.parse(str(said["birth_date"]))
        return age_in_words(check_age(rule, birth, today), birth, rule)
    except (KeyError, BirthDateInvalid):
        return ""

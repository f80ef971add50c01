"""Guide articles told to one family: the wording that fits, its placeholders filled from the plan."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from enrolment.model.age.age_words import age_in_words
from enrolment.model.age.birth_date import BirthDate
from enrolment.model.age.eligibility import check_age
from enrolment.model.errors import BirthDateInvalid
from enrolment.model.facts import FactValue, declared
from enrolment.model.placeholders import complete
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
    return complete(text, plan, {"age_answer": _age_answer(plan, said, today)}).strip()


def _age_answer(plan: Plan, said: Mapping[str, FactValue], today: date) -> str:
    try:
        rule = plan.ages[Stage(str(said.get("stage", Stage.PRIMARY)))]
        birth = BirthDate.parse(str(said["birth_date"]))
        return age_in_words(check_age(rule, birth, today), birth, rule)
    except (KeyError, BirthDateInvalid):
        return ""

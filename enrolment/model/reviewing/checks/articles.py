"""The guide: every article rests on a clause, every placeholder is filled, every category is explained."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Final

from enrolment.model.placeholders import OF_THE_FAMILY, built_in, used_in, values
from enrolment.model.plan import Plan
from enrolment.model.reviewing.findings import Code, Finding
from enrolment.model.reviewing.wordings.placed import placeholders_of
from enrolment.model.reviewing.wordings.texts import Text, clauses, shown, told

_ARTICLES: Final = "articles."


def articles_cite(plan: Plan) -> Iterator[Finding]:
    """An article names the clauses it rests on."""
    for key, article in plan.articles.items():
        if not article.clauses:
            yield Finding(
                Code.ARTICLE_WITHOUT_CLAUSE,
                f"articles.{key}.clauses",
                f"article {article.title} rests on no clause",
                "name at least one under clauses, and write the clause first where there is none",
            )


def articles_have_topics(plan: Plan) -> Iterator[Finding]:
    """An article says which questions it answers; without, it is found by its words alone."""
    for key, article in plan.articles.items():
        if article.topic is None:
            yield Finding(
                Code.ARTICLE_WITHOUT_TOPIC,
                f"articles.{key}.topic",
                f"article {article.title} does not say which questions it answers",
                "write topic: with one of the labels of docs/topics.md",
            )


def categories_are_explained(plan: Plan) -> Iterator[Finding]:
    """Each category has an article of its own, or is named in one."""
    named = set[str]()
    for text in told(plan):
        if text.place.startswith(_ARTICLES):
            named |= placeholders_of(text.words)
    for category in plan.categories:
        topic = f"category_{category.key}"
        if topic not in plan.articles and topic not in named:
            yield Finding(
                Code.CATEGORY_WITHOUT_ARTICLE,
                f"categories.{category.key}",
                f"no article of the guide explains {category.title}",
                f"write articles.{topic}, or name {{{topic}}} in an article",
            )


def placeholders_are_filled(plan: Plan) -> Iterator[Finding]:
    """Every placeholder stands for something of the plan, and stands where placeholders are filled."""
    known = values(plan).keys()
    for text in (*told(plan), *clauses(plan)):
        answers = text.place.startswith(_ARTICLES)
        yield from _placeholders(text, sorted(known | OF_THE_FAMILY if answers else known))
    for text in shown(plan):
        for name in sorted(placeholders_of(text.words)):
            yield Finding(
                Code.PLACEHOLDER_UNKNOWN,
                text.place,
                f"{{{name}}} is not filled here: these words are shown as they are written",
                "write the words themselves; articles, notes and clauses take placeholders",
            )


def placeholders_are_free(plan: Plan) -> Iterator[Finding]:
    """A figure does not bear the name of a placeholder that every plan has."""
    taken = built_in(plan).keys() | OF_THE_FAMILY
    for key in plan.thresholds:
        if key in taken:
            yield Finding(
                Code.PLACEHOLDER_TAKEN,
                f"thresholds.{key}",
                f"{{{key}}} already stands for something else in every plan",
                f"give the figure another name, for example {key}_figure",
            )


def _placeholders(text: Text, known: list[str]) -> Iterator[Finding]:
    try:
        used = used_in(text.words)
    except ValueError:
        yield Finding(
            Code.PLACEHOLDER_BROKEN,
            text.place,
            "a brace { or } stands alone",
            "write placeholders like {phone}, and no other braces",
        )
        return
    for name in sorted(used - set(known)):
        close = get_close_matches(name, known, n=1)
        hint = (
            f"write {{{close[0]}}}"
            if close
            else "write one of those listed in docs/plan-check.md#placeholders"
        )
        yield Finding(Code.PLACEHOLDER_UNKNOWN, text.place, f"nothing fills {{{name}}}", hint)

"""Every text of a plan that families read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from enrolment.model.plan import Plan
from enrolment.model.reviewing.places import points_items


@dataclass(frozen=True, slots=True)
class Text:
    """Words at one place of a plan."""

    place: str
    words: str


def told(plan: Plan) -> Iterator[Text]:
    """The texts that answer a family: articles and the notes of categories."""
    for key, article in plan.articles.items():
        yield Text(f"articles.{key}.text", article.text)
        for at, variant in enumerate(article.variants):
            yield Text(f"articles.{key}.variants[{at}].text", variant.text)
    for category in plan.categories:
        yield Text(f"categories.{category.key}.note", category.note)


def clauses(plan: Plan) -> Iterator[Text]:
    """The clauses that answers cite, each in its own words."""
    return (Text(f"clauses.{key}.text", clause.text) for key, clause in plan.clauses.items())


def shown(plan: Plan) -> Iterator[Text]:
    """The texts that are shown as they are written: titles, questions, advice."""
    for key, clause in plan.clauses.items():
        yield Text(f"clauses.{key}.title", clause.title)
    for key, threshold in plan.thresholds.items():
        yield Text(f"thresholds.{key}.title", threshold.title)
    for key, definition in plan.definitions.items():
        yield Text(f"definitions.{key}.title", definition.title)
    for key, table in plan.points.items():
        yield Text(f"points.{key}.title", table.title)
    for place, item in points_items(plan):
        yield Text(f"{place}.title", item.title)
    for category in plan.categories:
        yield Text(f"categories.{category.key}.title", category.title)
    for key, article in plan.articles.items():
        yield Text(f"articles.{key}.title", article.title)
    for at, step in enumerate(plan.placement.order):
        yield Text(f"placement.order[{at}].title", step.title)
    yield from evidence(plan)


def evidence(plan: Plan) -> Iterator[Text]:
    """The texts about what is asked of families: facts, data items, papers."""
    for name, fact in plan.facts.items():
        yield Text(f"facts.{name}.title", fact.title)
        yield Text(f"facts.{name}.question", fact.question)
        if fact.remedy is not None:
            yield Text(f"facts.{name}.remedy.do", fact.remedy.do)
    for key, item in plan.data_items.items():
        yield Text(f"data_items.{key}.title", item.title)
        yield Text(f"data_items.{key}.purpose", item.purpose)
    for key, document in plan.documents.items():
        yield Text(f"documents.{key}.title", document.title)
        yield Text(f"documents.{key}.advice", document.advice)
        for at, page in enumerate(document.pages):
            yield Text(f"documents.{key}.pages[{at}]", page)

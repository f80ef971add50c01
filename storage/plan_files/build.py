"""Build the model's plan from a file's parts."""

from __future__ import annotations

import re

from enrolment.model.plan import (
    AgeRule,
    Category,
    Clause,
    Contact,
    DataItem,
    Document,
    FactSpec,
    GuideArticle,
    GuideVariant,
    Plan,
    School,
    Stage,
    Window,
)
from storage.plan_files.errors import Mistake
from storage.plan_files.rule_lists import read_rule
from storage.plan_files.schema import ArticlePart, CategoryPart, PlanPart, SchoolPart
from storage.plan_files.zone_lists import read_zone

# YAML folds a line break into a blank; between Chinese words there is none.
_FOLD = re.compile(r"(?<=[^\x00-\x7f]) (?=[^\x00-\x7f]|\{)|(?<=\}) (?=[^\x00-\x7f])")


def build_plan(part: PlanPart) -> Plan:
    """Build the plan; raise Mistake where a rule, a zone or a stage cannot be read."""
    for name, stages in (("windows", part.windows), ("ages", part.ages)):
        if missing := [stage.value for stage in Stage if stage not in stages]:
            raise Mistake(name, f"{missing[0]} is missing; write one line for each of primary and junior")
    facts = {name: _fact(name, part) for name in part.facts}
    return Plan(
        county=part.county,
        county_name=part.county_name,
        city_name=part.city_name,
        year=part.year,
        version=part.version,
        demonstration=part.demonstration,
        authority=part.authority,
        consent_text_version=part.consent_text_version,
        zoning_clause=part.zoning_clause,
        published_on=part.published_on,
        term_starts=part.term_starts,
        results_by=part.results_by,
        windows={stage: Window(each.opens, each.closes, each.clause) for stage, each in part.windows.items()},
        ages={stage: AgeRule(each.years, each.cutoff, each.clause) for stage, each in part.ages.items()},
        clauses={
            key: Clause(key, each.title, unfolded(each.text), each.source)
            for key, each in part.clauses.items()
        },
        data_items={key: DataItem(key=key, **each.model_dump()) for key, each in part.data_items.items()},
        facts=facts,
        documents={key: Document(key, each.title, each.trouble) for key, each in part.documents.items()},
        categories=tuple(_category(each, at, facts) for at, each in enumerate(part.categories)),
        schools=tuple(_school(each, at) for at, each in enumerate(part.schools)),
        contacts=tuple(Contact(**each.model_dump()) for each in part.contacts),
        articles={key: _article(key, each, facts) for key, each in part.articles.items()},
    )


def unfolded(text: str) -> str:
    """Take out the blanks that folded lines leave between Chinese words."""
    return _FOLD.sub("", text)


def _fact(name: str, part: PlanPart) -> FactSpec:
    spec = part.facts[name]
    return FactSpec(
        name=name,
        kind=spec.kind,
        title=spec.title,
        data_items=tuple(spec.data_items),
        documents=tuple(spec.documents),
        documents_if_no=None if spec.documents_if_no is None else tuple(spec.documents_if_no),
        choices=tuple(spec.choices),
    )


def _category(part: CategoryPart, at: int, facts: dict[str, FactSpec]) -> Category:
    return Category(
        key=part.key,
        title=part.title,
        priority=part.priority,
        rule=read_rule(part.rule, f"categories[{at}].rule", facts),
        clause=part.clause,
        note=part.note,
        school_by=part.school_by,
    )


def _school(part: SchoolPart, at: int) -> School:
    zone = read_zone(part.zone, f"schools[{at}].zone")
    return School(part.key, part.name, part.stage, part.address, part.phone, zone)


def _article(key: str, part: ArticlePart, facts: dict[str, FactSpec]) -> GuideArticle:
    variants = tuple(
        GuideVariant(
            when=read_rule(each.when, f"articles.{key}.variants[{at}].when", facts),
            text=unfolded(each.text),
            clauses=tuple(each.clauses),
        )
        for at, each in enumerate(part.variants)
    )
    return GuideArticle(key, part.title, unfolded(part.text), tuple(part.clauses), variants)

"""Build the model's plan from a file's parts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from enrolment.model.facts import FactValue
from enrolment.model.plan import (
    Category,
    Clause,
    Definition,
    Document,
    FactKind,
    FactSpec,
    GuideArticle,
    GuideVariant,
    OrderStep,
    Placement,
    Plan,
    Remedy,
    SeatLock,
    Threshold,
    Unit,
)
from enrolment.model.plan.evidence import DataItem
from enrolment.model.plan.topics import topic_named
from enrolment.model.rules import PointsItem, PointsOnce, PointsPerMonths, PointsTable
from storage.plan_files.build_calendar import build_ages, build_calendar
from storage.plan_files.build_places import build_contacts, build_onsite_points, build_schools
from storage.plan_files.errors import Mistake
from storage.plan_files.rule_lists import Vocabulary, read_rule
from storage.plan_files.schema import (
    ArticlePart,
    CategoryPart,
    FactPart,
    PlanPart,
    PointsItemPart,
    ThresholdPart,
)
from storage.plan_files.text import unfolded
from storage.plan_files.values import fact_value


def build_plan(part: PlanPart) -> Plan:
    """Build the plan; raise Mistake where a rule, a zone or a stage cannot be read."""
    thresholds = {key: _threshold(key, each) for key, each in part.thresholds.items()}
    facts = {name: _fact(name, each, thresholds) for name, each in part.facts.items()}
    words = Vocabulary(
        facts=facts,
        thresholds=thresholds,
        definitions={key: each.rule for key, each in part.definitions.items()},
        reference_date=part.calendar.reference_date,
        first_day_counts=part.calendar.months == "first_day_counts",
    )
    for key in part.points:
        words.points[key] = _points(key, part, words)
    return Plan(
        county=part.county,
        county_name=part.county_name,
        city_name=part.city_name,
        province_name=part.province_name,
        other_names=tuple(part.other_names),
        areas=frozenset(part.areas),
        city_areas=frozenset((*part.areas, *part.city_areas)),
        year=part.year,
        version=part.version,
        effective_from=part.effective.since,
        effective_until=part.effective.until,
        demonstration=part.demonstration,
        authority=part.authority,
        higher_authorities=tuple(part.higher_authorities),
        consent_text_version=part.consent_text_version,
        zoning_clause=part.zoning_clause,
        calendar=build_calendar(part.calendar),
        ages=build_ages(part),
        clauses={
            key: Clause(key, each.title, unfolded(each.text), each.source, each.reference or "")
            for key, each in part.clauses.items()
        },
        thresholds=thresholds,
        data_items={key: DataItem(key=key, **each.model_dump()) for key, each in part.data_items.items()},
        facts=facts,
        documents={
            key: Document(key, each.title, each.trouble, tuple(each.pages), each.advice or "")
            for key, each in part.documents.items()
        },
        definitions={
            key: Definition(
                key,
                each.title,
                read_rule(each.rule, f"definitions.{key}.rule", words, inside=(key,)),
                each.clause,
            )
            for key, each in part.definitions.items()
        },
        points=words.points,
        categories=tuple(_category(key, part, words) for key in part.categories),
        seat_locks={
            stage: SeatLock(stage, _years(each.years, thresholds, stage), each.siblings_exempt, each.clause)
            for stage, each in part.seat_locks.items()
        },
        placement=_placement(part),
        schools=build_schools(part.schools),
        onsite_points=build_onsite_points(part.onsite_points),
        contacts=build_contacts(part.contacts),
        articles={key: _article(key, each, words) for key, each in part.articles.items()},
    )


def _threshold(key: str, part: ThresholdPart) -> Threshold:
    set_units = [unit for unit in Unit if getattr(part, unit.value) is not None]
    if len(set_units) != 1:
        one = f"write exactly one of {', '.join(Unit)}, for example months: 6"
        raise Mistake(f"thresholds.{key}", f"{one}; take away what is inherited with months: null")
    unit = set_units[0]
    return Threshold(key, part.title, unit, getattr(part, unit.value), part.clause)


def _fact(name: str, part: FactPart, thresholds: dict[str, Threshold]) -> FactSpec:
    spec = FactSpec(
        name=name,
        kind=part.kind,
        title=part.title,
        data_items=tuple(part.data_items),
        documents=tuple(part.documents),
        documents_if_no=_or_none(part.documents_if_no),
        documents_if_not_shown=_or_none(part.documents_if_not_shown),
        choices=tuple(part.choices),
        question=part.question or "",
    )
    if part.remedy is None:
        return spec
    place = f"facts.{name}.remedy"
    to = None if part.remedy.to is None else _to(part.remedy.to, spec, thresholds, f"{place}.to")
    by = None if part.remedy.by is None else _day(part.remedy.by, thresholds, f"{place}.by")
    return replace(spec, remedy=Remedy(part.remedy.do, part.remedy.clause, by, to))


def _or_none(keys: list[str] | None) -> tuple[str, ...] | None:
    return None if keys is None else tuple(keys)


def _to(written: FactValue, spec: FactSpec, thresholds: dict[str, Threshold], place: str) -> FactValue:
    """The value a remedy leads to; a figure's name stands for the figure."""
    if not isinstance(written, str) or not written.startswith("$"):
        return fact_value(written, spec, place)
    threshold = thresholds.get(written[1:])
    if threshold is None:
        raise Mistake(place, f"there is no figure {written} under thresholds; write a value or name one")
    return fact_value(threshold.value, spec, place)


def _day(written: date | str, thresholds: dict[str, Threshold], place: str) -> date:
    if isinstance(written, date):
        return written
    threshold = thresholds.get(written[1:])
    if threshold is None or not isinstance(threshold.value, date):
        raise Mistake(place, f"there is no day {written} under thresholds; write a date or name one")
    return threshold.value


def _years(written: int | str, thresholds: dict[str, Threshold], stage: str) -> int:
    if isinstance(written, int):
        return written
    threshold = thresholds.get(written[1:])
    if threshold is None or threshold.unit is not Unit.YEARS or not isinstance(threshold.value, int):
        raise Mistake(f"seat_locks.{stage}.years", f"there are no years {written} under thresholds")
    return threshold.value


def _points(key: str, part: PlanPart, words: Vocabulary) -> PointsTable:
    table = part.points[key]
    items = tuple(
        _points_item(each, f"points.{key}.items[{at}]", words) for at, each in enumerate(table.items)
    )
    return PointsTable(key, table.title, table.clause, items)


def _points_item(part: PointsItemPart, place: str, words: Vocabulary) -> PointsItem:
    if part.when is not None and part.fact is None:
        return PointsOnce(part.title, read_rule(part.when, f"{place}.when", words), part.points)
    if part.when is not None or part.fact is None or part.each is None or part.up_to is None:
        raise Mistake(
            place, "write when: with a rule, or fact: (one of facts) with each: months and up_to: points"
        )
    spec = words.facts.get(part.fact)
    if spec is None:
        raise Mistake(
            f"{place}.fact",
            f"there is no fact {part.fact!r} under facts; write one of {', '.join(words.facts)}",
        )
    if spec.kind not in {FactKind.DATE, FactKind.MONTHS}:
        raise Mistake(
            f"{place}.fact", f"fact {spec.name!r} ({spec.kind}) has no months to count; name a date"
        )
    by = words.reference_date if part.by is None else _day(part.by, dict(words.thresholds), f"{place}.by")
    return PointsPerMonths(
        part.title, spec.name, part.points, part.each, part.up_to, by, words.first_day_counts
    )


def _category(key: str, plan: PlanPart, words: Vocabulary) -> Category:
    part = plan.categories[key]
    return Category(
        key=key,
        title=part.title,
        priority=part.priority,
        rule=read_rule(part.rule, f"categories.{key}.rule", words),
        clause=part.clause,
        note=part.note,
        school_by=_school_by(part),
        stages=tuple(part.stages),
        filed_with=tuple(part.filed_with),
        by_hand=part.by_hand,
    )


def _school_by(part: CategoryPart) -> tuple[str, ...]:
    if isinstance(part.school_by, str):
        return (part.school_by,)
    return tuple(part.school_by or ())


def _placement(plan: PlanPart) -> Placement:
    part = plan.placement
    order = tuple(
        OrderStep(each.by, each.title, each.clause, each.key or "", each.highest_first) for each in part.order
    )
    return Placement(order, part.siblings_together, part.twins_together, part.clause)


def _article(key: str, part: ArticlePart, words: Vocabulary) -> GuideArticle:
    variants = tuple(
        GuideVariant(
            when=read_rule(each.when, f"articles.{key}.variants[{at}].when", words),
            text=unfolded(each.text),
            clauses=tuple(each.clauses),
        )
        for at, each in enumerate(part.variants)
    )
    return GuideArticle(
        key,
        part.title,
        unfolded(part.text),
        tuple(part.clauses),
        variants,
        topic=part.topic or topic_named(key),
        asked=tuple(part.asked),
        also=tuple(part.also),
    )

"""Read a rule from its nested lists: `all`, `any`, `not`, `meets`, and conditions on facts and points."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from enrolment.model.facts import FactValue
from enrolment.model.plan import FactKind, FactSpec, Threshold, Unit
from enrolment.model.rules import (
    DAYS,
    MONTHS,
    NUMBERS,
    ONE_OF,
    SAME,
    AllOf,
    AnyOf,
    Condition,
    Meets,
    Negation,
    PointsCondition,
    PointsTable,
    Rule,
)
from storage.plan_files.errors import Mistake
from storage.plan_files.values import day, fact_value, figure

_OPS: Mapping[FactKind, Iterable[str]] = {
    FactKind.YES_NO: SAME,
    FactKind.MONTHS: SAME | NUMBERS,
    FactKind.SHARE: SAME | NUMBERS,
    FactKind.DATE: SAME | DAYS | MONTHS,
    FactKind.CHOICE: SAME,
    FactKind.TEXT: SAME,
}
_MONTHS_OF_YEAR = 12


@dataclass(frozen=True)
class Vocabulary:
    """What the rules of a plan can speak of: facts, figures, defined terms, points tables.

    `definitions` are raw; each is read where it is used, so that one may rest on another.
    """

    facts: Mapping[str, FactSpec]
    thresholds: Mapping[str, Threshold]
    definitions: Mapping[str, object]
    reference_date: date
    first_day_counts: bool
    points: dict[str, PointsTable] = field(default_factory=dict)


def read_rule(raw: object, place: str, words: Vocabulary, *, inside: tuple[str, ...] = ()) -> Rule:
    """Read a rule; raise Mistake with the place of what cannot be read.

    `inside` are the definitions being read: one that rests on itself is a mistake.
    """
    if not isinstance(raw, dict) or not raw:
        raise Mistake(place, "write a condition, for example {fact: hukou_in_county, is: yes}")
    if "fact" in raw:
        return _condition(raw, place, words)
    if "points" in raw:
        return _points(raw, place, words)
    if len(raw) != 1 or next(iter(raw)) not in {"all", "any", "not", "meets"}:
        found = "、".join(str(key) for key in raw)
        raise Mistake(place, f"found {found}; a rule is one of all, any, not, meets, or has a fact or points")
    join, parts = next(iter(raw.items()))
    if join == "meets":
        return _meets(parts, place, words, inside)
    if join == "not":
        return Negation(read_rule(parts, f"{place}.not", words, inside=inside))
    if not isinstance(parts, list) or not parts:
        raise Mistake(f"{place}.{join}", "write a list of conditions, each on a line that begins with -")
    read = tuple(
        read_rule(part, f"{place}.{join}[{at}]", words, inside=inside) for at, part in enumerate(parts)
    )
    return AllOf(read) if join == "all" else AnyOf(read)


def _meets(name: object, place: str, words: Vocabulary, inside: tuple[str, ...]) -> Rule:
    if not isinstance(name, str) or name not in words.definitions:
        known = ", ".join(words.definitions) or "nothing yet"
        raise Mistake(place, f"there is no definition {name!r} under definitions; there is {known}")
    if name in inside:
        raise Mistake(place, f"definition {name!r} rests on itself; say it without {' -> '.join(inside)}")
    rule = read_rule(words.definitions[name], f"definitions.{name}.rule", words, inside=(*inside, name))
    return Meets(name, rule)


def _condition(raw: Mapping[str, object], place: str, words: Vocabulary) -> Condition:
    name = raw["fact"]
    spec = words.facts.get(name) if isinstance(name, str) else None
    if spec is None:
        raise Mistake(place, f"there is no fact {name!r} under facts; write one of {', '.join(words.facts)}")
    op = _comparison(raw, place, (*_OPS[spec.kind], ONE_OF), f"fact {spec.name!r} ({spec.kind})")
    clause = _clause(raw, place)
    if op == ONE_OF:
        values = raw[op]
        if not isinstance(values, list) or not values:
            raise Mistake(place, "one_of takes a list, for example one_of: [住宅, 商业]")
        return Condition(
            spec.name, op, tuple(fact_value(value, spec, place) for value in values), clause=clause
        )
    threshold = _threshold(raw[op], place, words)
    if op in MONTHS:
        by = _by(raw, place, words)
        months = _months(raw[op], threshold, place)
        return Condition(spec.name, op, months, by, words.first_day_counts, clause, _key(threshold))
    value: FactValue = threshold.value if threshold else fact_value(raw[op], spec, place)
    if threshold:
        _fits(threshold, spec, place)
    return Condition(spec.name, op, value, clause=clause, threshold=_key(threshold))


def _points(raw: Mapping[str, object], place: str, words: Vocabulary) -> PointsCondition:
    name = raw["points"]
    table = words.points.get(name) if isinstance(name, str) else None
    if table is None:
        known = ", ".join(words.points) or "nothing yet"
        raise Mistake(place, f"there is no points table {name!r} under points; there is {known}")
    op = _comparison(raw, place, tuple(NUMBERS), f"points {table.key!r}")
    threshold = _threshold(raw[op], place, words)
    value = figure(threshold.value if threshold else raw[op], place, "points", "60")
    return PointsCondition(table, op, value, _clause(raw, place), _key(threshold))


def _comparison(raw: Mapping[str, object], place: str, known: tuple[str, ...], of_what: str) -> str:
    comparisons = [key for key in raw if key not in {"fact", "points", "by", "clause"}]
    if len(comparisons) != 1 or comparisons[0] not in known:
        raise Mistake(place, f"compare {of_what} with one of {', '.join(known)}")
    op = comparisons[0]
    if "by" in raw and op not in MONTHS:
        raise Mistake(place, "by belongs to months_at_least and months_less_than; take it away")
    return op


def _clause(raw: Mapping[str, object], place: str) -> str:
    clause = raw.get("clause", "")
    if not isinstance(clause, str):
        raise Mistake(place, "clause takes the number of a clause, in quotes where it is a figure")
    return clause


def _threshold(value: object, place: str, words: Vocabulary) -> Threshold | None:
    """The figure that `$name` stands for; None for a value written out."""
    if not isinstance(value, str) or not value.startswith("$"):
        return None
    threshold = words.thresholds.get(value[1:])
    if threshold is None:
        known = ", ".join(f"${name}" for name in words.thresholds) or "nothing yet"
        raise Mistake(place, f"there is no figure {value} under thresholds; there is {known}")
    return threshold


def _key(threshold: Threshold | None) -> str:
    return threshold.key if threshold else ""


def _months(value: object, threshold: Threshold | None, place: str) -> int:
    if threshold is None:
        return figure(value, place, "months", "6")
    if threshold.unit is Unit.YEARS and isinstance(threshold.value, int):
        return threshold.value * _MONTHS_OF_YEAR
    if threshold.unit is not Unit.MONTHS:
        raise Mistake(place, f"${threshold.key} counts {threshold.unit}; write months or years there")
    return figure(threshold.value, place, "months", "6")


def _by(raw: Mapping[str, object], place: str, words: Vocabulary) -> date:
    written = raw.get("by", words.reference_date)
    threshold = _threshold(written, place, words)
    value = day(threshold.value if threshold else written)
    if value is None:
        raise Mistake(f"{place}.by", f"found {written!r}; write the day months are counted to: 2027-08-31")
    return value


_FITTING = {
    FactKind.MONTHS: {Unit.MONTHS},
    FactKind.SHARE: {Unit.PERCENT},
    FactKind.DATE: {Unit.DATE},
}


def _fits(threshold: Threshold, spec: FactSpec, place: str) -> None:
    if threshold.unit not in _FITTING.get(spec.kind, set()):
        counts = f"${threshold.key} counts {threshold.unit}"
        raise Mistake(place, f"fact {spec.name!r} ({spec.kind}) cannot be compared with it: {counts}")

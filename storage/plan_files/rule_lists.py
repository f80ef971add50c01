"""Read a rule from its nested lists: `all`, `any`, `not`, and conditions such as `{fact: f, is: yes}`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from enrolment.model.facts import FactValue
from enrolment.model.plan import FactKind, FactSpec
from enrolment.model.rules import OPERATORS, AllOf, AnyOf, Condition, Negation, Rule
from storage.plan_files.errors import Mistake

_ONE_OF = "one_of"
_SAME = frozenset({"is", "is_not", _ONE_OF})
_WHOLE = 100


def read_rule(raw: object, place: str, facts: Mapping[str, FactSpec]) -> Rule:
    """Read a rule; raise Mistake with the place of what cannot be read."""
    if not isinstance(raw, dict) or not raw:
        raise Mistake(place, "write a condition, for example {fact: hukou_in_county, is: yes}")
    if "fact" in raw:
        return _condition(raw, place, facts)
    if len(raw) != 1 or next(iter(raw)) not in {"all", "any", "not"}:
        found = "、".join(str(key) for key in raw)
        raise Mistake(place, f"found {found}; a rule is one of all, any, not, or a condition with a fact")
    join, parts = next(iter(raw.items()))
    if join == "not":
        return Negation(read_rule(parts, f"{place}.not", facts))
    if not isinstance(parts, list) or not parts:
        raise Mistake(f"{place}.{join}", "write a list of conditions, each on a line that begins with -")
    read = tuple(read_rule(part, f"{place}.{join}[{at}]", facts) for at, part in enumerate(parts))
    return AllOf(read) if join == "all" else AnyOf(read)


def _condition(raw: Mapping[str, object], place: str, facts: Mapping[str, FactSpec]) -> Condition:
    name = raw["fact"]
    spec = facts.get(name) if isinstance(name, str) else None
    if spec is None:
        raise Mistake(place, f"there is no fact {name!r} under facts; write one of {', '.join(facts)}")
    comparisons = [key for key in raw if key != "fact"]
    known = (*OPERATORS, _ONE_OF)
    if len(comparisons) != 1 or comparisons[0] not in known:
        raise Mistake(place, f"compare fact {spec.name!r} with one of {', '.join(known)}")
    op = comparisons[0]
    if op not in _SAME and spec.kind not in {FactKind.SHARE, FactKind.DATE}:
        raise Mistake(place, f"fact {spec.name!r} is no number and no date; compare it with is or is_not")
    if op != _ONE_OF:
        return Condition(spec.name, op, _value(raw[op], spec, place))
    values = raw[op]
    if not isinstance(values, list) or not values:
        raise Mistake(place, "one_of takes a list, for example one_of: [住宅, 商业]")
    return Condition(spec.name, op, tuple(_value(value, spec, place) for value in values))


def _value(value: object, spec: FactSpec, place: str) -> FactValue:
    """Check a value against the kind of its fact: a wrong one would silently never match."""
    wrong = f"fact {spec.name!r} is compared with {value!r}; "
    match spec.kind, value:
        case FactKind.YES_NO, bool():
            return value
        case FactKind.YES_NO, _:
            raise Mistake(place, wrong + "write yes or no")
        case FactKind.SHARE, int() if not isinstance(value, bool) and 0 <= value <= _WHOLE:
            return value
        case FactKind.SHARE, _:
            raise Mistake(place, wrong + "write a whole number of per cent, for example 50")
        case FactKind.DATE, date():
            return value
        case FactKind.DATE, _:
            raise Mistake(place, wrong + "write a date, for example 2027-08-31")
        case FactKind.CHOICE, str() if value in spec.choices:
            return value
        case FactKind.CHOICE, _:
            raise Mistake(place, wrong + f"write one of {', '.join(spec.choices)}")
        case _, str():
            return value
    raise Mistake(place, wrong + "write words")

"""The JSON Schema that editors check a plan file with while it is written.

`python -m storage.plan_files.json_schema` writes it. Any part may be missing, because it may be inherited,
and null takes an inherited entry away.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, Final

from enrolment.model.rules import DAYS, MONTHS, NUMBERS, ONE_OF, SAME
from storage.plan_files.parts import NAME_PATTERN
from storage.plan_files.schema import OrderPart, PlanPart, PointsItemPart, VariantPart

Schema = dict[str, Any]
_IN_LISTS: Final = {part.__name__ for part in (OrderPart, PointsItemPart, VariantPart)}
"""What only stands in lists is written whole, for lists replace what is inherited."""
_YES_NO: Final[Schema] = {"enum": [True, False, "yes", "no"]}
_NULL: Final[Schema] = {"type": "null"}
_RULE: Final[Schema] = {"$ref": "#/$defs/Rule"}
_HEAD: Final[Schema] = {
    "extends": {
        "type": "string",
        "pattern": "^[0-9]{6}(-[a-z0-9]+)?/[0-9]{4}$",
        "description": "The plan this one inherits from, for example 370100/2027.",
    },
    "abstract": {**_YES_NO, "description": "Whether the file is only there to be extended."},
}


def plan_schema() -> Schema:
    """Generate the schema from the parts a plan is read with."""
    made = PlanPart.model_json_schema()
    parts = {name: _part(part, whole=name in _IN_LISTS) for name, part in made.pop("$defs").items()}
    plan = _part(made, whole=False)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Ruxue admission plan",
        **plan,
        "properties": {**_HEAD, **plan["properties"]},
        "$defs": {**parts, "Rule": _rule()},
    }


def written() -> str:
    """The schema as the text of its file."""
    return json.dumps(plan_schema(), ensure_ascii=False, indent=1) + "\n"


def _part(part: Schema, *, whole: bool) -> Schema:
    plain: Schema = _plain(part)
    if "properties" in plain:
        plain["properties"] = {
            name: _RULE if name in {"rule", "when"} else _or_nothing(each)
            for name, each in plain["properties"].items()
        }
    if not whole:
        plain.pop("required", None)
    return plain


def _plain(schema: Any) -> Any:  # noqa: ANN401 - any piece of a JSON document
    """Leave out what pydantic adds for itself; let yes and no be written, and entries be taken away."""
    if isinstance(schema, list):
        return [_plain(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.get("type") == "boolean":
        return dict(_YES_NO)
    kept = {key: value for key, value in schema.items() if key not in {"default", "minProperties"}}
    if isinstance(kept.get("title"), str):
        del kept["title"]
    plain = {key: _plain(value) for key, value in kept.items()}
    for entries in ("patternProperties", "additionalProperties"):
        if isinstance(plain.get(entries), dict):
            plain[entries] = _entries(entries, plain[entries])
    if "patternProperties" in plain:
        plain["additionalProperties"] = False
    return plain


def _entries(kind: str, schema: Schema) -> Schema:
    if kind == "additionalProperties":
        return _or_nothing(schema)
    return {pattern: _or_nothing(each) for pattern, each in schema.items()}


def _or_nothing(schema: Schema) -> Schema:
    if _NULL in schema.get("anyOf", ()):
        return schema
    return {"anyOf": [schema, _NULL]}


def _rule() -> Schema:
    """What a rule can be; which comparison fits which fact is said when the plan is checked."""
    name = {"type": "string", "pattern": NAME_PATTERN}
    clause = {"type": "string", "description": "The condition's own clause."}
    by = {"type": "string", "description": "The day months are counted to; the reference_date otherwise."}
    compared: Schema = {op: {} for op in (*SAME, *NUMBERS, *DAYS, *MONTHS)}
    compared[ONE_OF] = {"type": "array", "minItems": 1}
    parts = {"type": "array", "minItems": 1, "items": _RULE}
    return {
        "description": "A condition, or all, any, not over rules, or meets: a definition.",
        "anyOf": [
            _one("all", parts, "Every one holds."),
            _one("any", parts, "One of them holds."),
            _one("not", _RULE, "It does not hold."),
            _one("meets", name, "A term under definitions."),
            {
                "description": "A fact compared with a value, or with a figure: $name of thresholds.",
                "type": "object",
                "required": ["fact"],
                "properties": {
                    "fact": name,
                    **compared,
                    "by": by,
                    "clause": clause,
                },
                "additionalProperties": False,
            },
            {
                "description": "A points table compared with a number.",
                "type": "object",
                "required": ["points"],
                "properties": {"points": name, **{op: {} for op in NUMBERS}, "clause": clause},
                "additionalProperties": False,
            },
        ],
    }


def _one(key: str, value: Schema, description: str) -> Schema:
    return {
        "description": description,
        "type": "object",
        "required": [key],
        "properties": {key: value},
        "additionalProperties": False,
    }


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(written(), encoding="utf-8")

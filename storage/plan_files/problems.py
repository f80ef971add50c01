"""Say what pydantic found wrong with a plan in words an official can act on."""

from __future__ import annotations

import json
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from typing import Any, Final

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from storage.plan_files.errors import Problem
from storage.plan_files.parts import WRITTEN_LIKE
from storage.plan_files.reading.origins import Origins
from storage.plan_files.schema import PlanPart

_LONGEST: Final = 60
_FIELDS_BELOW: Final = "write its fields below it, each as `name: value`"
_ADVICE: Final[Mapping[str, str]] = {
    "missing": "this field is missing; write it",
    "string_type": "write words; a number that is a name stands in quotes",
    "bool_type": "write yes or no",
    "int_type": "write a whole number",
    "date_type": "write a date, for example 2027-08-31",
    "date_parsing": "write a date, for example 2027-08-31",
    "date_from_datetime_parsing": "write a date, for example 2027-08-31",
    "date_from_datetime_inexact": "write a date, for example 2027-08-31",
    "list_type": "write a list, each entry on a line that begins with -",
    "dict_type": _FIELDS_BELOW,
    "model_type": _FIELDS_BELOW,
    "model_attributes_type": _FIELDS_BELOW,
    "string_too_short": "write words here",
}
_BOUNDS: Final[Mapping[str, str]] = {
    "greater_than_equal": "write {ge} or more",
    "less_than_equal": "write {le} or less",
    "literal_error": "write {expected}",
    "enum": "write {expected}",
    "too_short": "write at least {min_length}",
}


def in_words(error: ValidationError, data: Mapping[str, Any], origins: Origins) -> list[Problem]:
    """Tell every problem once, by place; a misspelt field before the one that is missing because of it."""
    found: dict[str, Problem] = {}
    for each in sorted(error.errors(include_url=False), key=_rank):
        place = _place(each, data)
        origin = origins.of(place)
        found.setdefault(place, Problem(origin.file, origin.line, place, _advice(each)))
    return list(found.values())


def _rank(error: ErrorDetails) -> int:
    return {"extra_forbidden": 0, "missing": 2}.get(error["type"], 1)


def _advice(error: ErrorDetails) -> str:
    kind = error["type"]
    if kind == "missing":
        return _ADVICE[kind]
    if kind == "extra_forbidden":
        like = get_close_matches(str(error["loc"][-1]), _field_names(), n=1)
        return f"there is no such field; {f'did you mean {like[0]}?' if like else 'check its spelling'}"
    return f"found {_shown(error['input'])}; {_wanted(error)}"


def _wanted(error: ErrorDetails) -> str:
    kind, context = error["type"], error.get("ctx", {})
    if kind == "string_pattern_mismatch":
        return WRITTEN_LIKE[context["pattern"]]
    if kind in _BOUNDS:
        return _BOUNDS[kind].format_map(context).replace("'", "")
    return _ADVICE.get(kind, error["msg"])


def _shown(value: object) -> str:
    if value is None:
        return "nothing"
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    return repr(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…")


def _place(error: ErrorDetails, data: Mapping[str, Any]) -> str:
    """Write a location as the author sees it; steps that only pydantic knows are left out."""
    place = ""
    inner: Any = data
    for step in error["loc"]:
        here = f"{place}[{step}]" if isinstance(step, int) else f"{place}.{step}".removeprefix(".")
        try:
            inner = inner[step]
        except (KeyError, IndexError, TypeError):
            return here if error["type"] == "missing" else place
        place = here
    return place


@cache
def _field_names() -> tuple[str, ...]:
    """Every name a field can have, from the generated schema."""
    schema = PlanPart.model_json_schema()
    parts = [schema, *schema["$defs"].values()]
    return tuple(sorted({name for part in parts for name in part.get("properties", {})}))

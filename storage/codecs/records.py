"""Department records as text."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from typing import get_args

from pydantic import TypeAdapter

from enrolment.model.establishing.records import DepartmentRecord

_KINDS: Mapping[str, type[DepartmentRecord]] = {kind.__name__: kind for kind in get_args(DepartmentRecord)}


def dump_records(records: Sequence[DepartmentRecord]) -> str:
    """Write records, each with its kind."""
    return json.dumps(
        [[name, _adapter(name).dump_python(each, mode="json")] for each in records for name in [_kind(each)]],
        ensure_ascii=False,
    )


def load_records(text: str) -> tuple[DepartmentRecord, ...]:
    """Read records."""
    return tuple(_adapter(name).validate_python(raw) for name, raw in json.loads(text))


@cache
def _adapter(name: str) -> TypeAdapter[DepartmentRecord]:
    return TypeAdapter(_KINDS[name])


def _kind(record: DepartmentRecord) -> str:
    return type(record).__name__

"""A small plan, and what it becomes when its document is edited."""

from __future__ import annotations

import copy
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from enrolment.model.comparing import Change, compare
from enrolment.model.plan import Plan
from storage.plan_files import load, plan_from_document

SAMPLE = Path(__file__).resolve().parents[3] / "plans" / "sample" / "990102" / "2027.yml"
Document = dict[str, Any]
Edit = Callable[[Document], object]


@cache
def sample() -> Plan:
    """The plan before any edit."""
    return load(SAMPLE).plan


def edited(edit: Edit) -> Plan:
    """The plan after an edit of its document."""
    document = copy.deepcopy(dict(load(SAMPLE).document))
    edit(document)
    return plan_from_document(document)


def changes(edit: Edit) -> tuple[Change, ...]:
    """What an edit changes."""
    return compare(sample(), edited(edit))

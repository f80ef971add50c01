"""Takes the birth date out of what the shield found: an ID number says it, or is wrong and says how."""

from collections.abc import Iterable, Mapping
from typing import Any

from ruxue_engine.understanding.found import Found

_CITIZEN_ID = "citizen_id"


def from_findings(findings: Iterable[Mapping[str, Any]]) -> list[Found]:
    """Read the first citizen ID number among the findings."""
    for finding in findings:
        if finding.get("kind") != _CITIZEN_ID:
            continue
        if finding.get("problem"):
            return [Found("birth_date_problem", f"id:{finding['problem']}", 0, 0)]
        if finding.get("birth_date"):
            return [Found("birth_date", str(finding["birth_date"]), 0, 0)]
    return []

"""Takes the birth date out of what the shield found: an ID number says it, or is wrong and says how."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from ruxue_engine.understanding.found import Found

_CITIZEN_ID = "citizen_id"
_ADULT = 18


def holds_id_number(findings: Iterable[Mapping[str, Any]]) -> bool:
    """Whether a message holds a citizen ID number, right or wrong."""
    return any(finding.get("kind") == _CITIZEN_ID for finding in findings)


def from_findings(findings: Iterable[Mapping[str, Any]], today: date) -> list[Found]:
    """Read the first citizen ID number among the findings; a grown-up's is not the child's."""
    for finding in findings:
        if finding.get("kind") != _CITIZEN_ID:
            continue
        if finding.get("problem"):
            return [Found("birth_date_problem", f"id:{finding['problem']}", 0, 0)]
        if finding.get("birth_date"):
            born = date.fromisoformat(str(finding["birth_date"]))
            age = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
            if age >= _ADULT:
                return [Found("birth_date_problem", "id:adult", 0, 0)]
            return [Found("birth_date", born.isoformat(), 0, 0)]
    return []

"""Reads everything a message says: the table of contents of understanding."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from ruxue_engine.understanding.answers import answers
from ruxue_engine.understanding.birth_dates import birth_dates
from ruxue_engine.understanding.corrections import corrections
from ruxue_engine.understanding.findings import from_findings
from ruxue_engine.understanding.found import Found
from ruxue_engine.understanding.residence import residence
from ruxue_engine.understanding.school import counties, stages
from ruxue_engine.understanding.text import narrowed

LONGEST_READ = 1000


def facts_in(text: str, today: date, findings: Iterable[Mapping[str, Any]] = ()) -> list[Found]:
    """Find every fact and answer in a message; an ID number's birth date comes before a written one."""
    said = narrowed(text[:LONGEST_READ])
    return [
        *stages(said),
        *(from_findings(findings) or birth_dates(said, today)),
        *counties(said),
        *residence(said),
        *answers(said),
        *corrections(said),
    ]

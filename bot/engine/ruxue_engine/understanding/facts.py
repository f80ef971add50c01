"""Reads everything a message says: the table of contents of understanding."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from ruxue_engine.understanding.answers import answers
from ruxue_engine.understanding.birth_dates import birth_dates
from ruxue_engine.understanding.corrections import corrections
from ruxue_engine.understanding.findings import from_findings
from ruxue_engine.understanding.found import Found
from ruxue_engine.understanding.places import Places
from ruxue_engine.understanding.residence import corrected_residence, residence
from ruxue_engine.understanding.school import counties, entry_years, stages
from ruxue_engine.understanding.text import narrowed

LONGEST_READ = 1000
_FACTS = frozenset({"stage", "birth_date", "birth_date_problem", "county", "hukou", "home"})
_ASKS = re.compile(r"[?？吗么呢]|怎么|咋|啥|什么|多少|哪|能不能|行不行|可不可以")
_A_CASE = 2


def facts_in(
    text: str, today: date, findings: Iterable[Mapping[str, Any]] = (), places: Places | None = None
) -> list[Found]:
    """Find every fact and answer in a message; an ID number's birth date comes before a written one."""
    said = narrowed(text[:LONGEST_READ])
    places = places or Places()
    corrected = corrections(said)
    findings = list(findings)
    return [
        *stages(said),
        *(from_findings(findings, today) or birth_dates(places.without_served(said), today)),
        *entry_years(said, today),
        *counties(said, places),
        *(residence(said, places) or corrected_residence(said, corrected, places)),
        *answers(said),
        *corrected,
    ]


def tells_a_case(found: Iterable[Found], text: str) -> bool:
    """Whether a message tells a family's case: one fact, or two where it asks something besides."""
    told = {each.entity for each in found} & _FACTS
    return len(told) >= (_A_CASE if _ASKS.search(text) else 1)

"""Reads everything a message says: the table of contents of understanding."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from ruxue_engine.understanding.answers import answers
from ruxue_engine.understanding.birth_dates import birth_dates
from ruxue_engine.understanding.corrections import corrections
from ruxue_engine.understanding.county import counties
from ruxue_engine.understanding.findings import from_findings
from ruxue_engine.understanding.found import Found
from ruxue_engine.understanding.places import Places
from ruxue_engine.understanding.residence import corrected_residence, residence
from ruxue_engine.understanding.starting import entry_years, stages
from ruxue_engine.understanding.text import narrowed
from ruxue_engine.understanding.told.ages import zodiac_years
from ruxue_engine.understanding.told.defined import without_defined
from ruxue_engine.understanding.told.for_others import for_others
from ruxue_engine.understanding.told.implied import stages_of, with_implied
from ruxue_engine.understanding.told.names import TOLD
from ruxue_engine.understanding.told.told import told_in

LONGEST_READ = 1000
_ASKS = re.compile(
    r"[?？吗么呢]|怎么|咋|啥|什么|多[少久大]|哪|(?<![十好])几[号点时岁]|[能是]否|(\w)[不没]\1|可不可以|"
    r"[行中成能管上报念读办进用学]不(?:\W|$)|能[^,，]{0,4}吧"
)
_A_CASE = 2
_NOTHING_MORE = re.compile(r"[那就还是的生出月日号娃孩子宝啊呀哦嗯吧,，。.!！\s]*")


def facts_in(
    text: str, today: date, findings: Iterable[Mapping[str, Any]] = (), places: Places | None = None
) -> list[Found]:
    """Find every fact and answer in a message; an ID number's birth date comes before a written one."""
    said = without_defined(narrowed(text[:LONGEST_READ]))
    places = places or Places()
    corrected = corrections(said)
    findings = list(findings)
    of_ours = not for_others(said)
    told = told_in(said, today, places) if of_ours else []
    lives = residence(said, places) or corrected_residence(said, corrected, places) if of_ours else []
    return [
        *(stages(said) or stages_of(told)),
        *(from_findings(findings, today) or _births(said, told, places, today)),
        *entry_years(said, today),
        *counties(said, places),
        *with_implied(
            said, [*(each for each in lives if each.entity not in {fact.entity for fact in told}), *told]
        ),
        *answers(said),
        *corrected,
    ]


def _births(said: str, told: Iterable[Found], places: Places, today: date) -> list[Found]:
    """The birth date of the child: no day of something else, and where only the sign is told, its year."""
    rest = places.without_served(said)
    for each in told:
        if each.entity.endswith("_since"):
            rest = f"{rest[: each.start]}{'_' * (each.end - each.start)}{rest[each.end :]}"
    found = birth_dates(rest, today)
    sign = next(zodiac_years(said, today), None)
    if sign and not any(each.entity == "birth_date" for each in found):
        return [sign]
    if sign:
        # "2月28号的，属猴": the sign tells the year.
        return [
            each._replace(value=f"{sign.value}{each.value}") if each.value.startswith("-") else each
            for each in found
        ]
    return found


def only_tells_a_case(found: Iterable[Found], text: str) -> bool:
    """Whether a message tells several facts, or a birth date and nothing else, and asks nothing."""
    found = list(found)
    told = len({each.entity for each in found} & TOLD)
    return not _ASKS.search(text) and (told >= _A_CASE or _is_a_date_alone(found, text))


def _is_a_date_alone(found: Iterable[Found], text: str) -> bool:
    births = [each for each in found if each.entity == "birth_date"]
    return any(_NOTHING_MORE.fullmatch(text[: each.start] + text[each.end :]) for each in births)


def tells_a_case(found: Iterable[Found], text: str) -> bool:
    """Whether a message tells a family's case: one fact, or two where it asks something besides."""
    told = {each.entity for each in found} & TOLD
    return len(told) >= (_A_CASE if _ASKS.search(text) else 1)

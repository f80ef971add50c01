"""Finds the residence permit, the social insurance and the licence: had or not, since when, for how long."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from ruxue_engine.understanding.found import Found
from ruxue_engine.understanding.places import ELSEWHERE as SOMEWHERE
from ruxue_engine.understanding.places import Places
from ruxue_engine.understanding.told.days import Day, days_in, held_since
from ruxue_engine.understanding.told.doubt import asked, supposed
from ruxue_engine.understanding.told.paper_words import (
    DENIED_AFTER,
    DENIED_BEFORE,
    ELSEWHERE,
    ENDS_AFTER,
    ENDS_BEFORE,
    FIRST,
    GOES_ON,
    HAS_AFTER,
    HAS_BEFORE,
    HAS_ON,
    NO_MATTER,
    NOT_DENIED,
    ONE_HAS,
    PAID,
    RENEWED_AFTER,
    STOPPED,
    TAKEN_BACK,
)
from ruxue_engine.understanding.told.passage import Passage, of_subject
from ruxue_engine.understanding.told.people import whose
from ruxue_engine.understanding.told.since import A_DAY_ALONE
from ruxue_engine.understanding.told.spans import Span, spans_in

_DONE_THERE = re.compile(r"(?:那边|那里|市|老家)?(?:的(?=$|,)|交|缴|办|上(?!班))")
_PAID_AT = re.compile(r"(?:交|缴|上|办)(?:在|到)$")
_TIMED = re.compile(r"[年月天]|[我俺他她]")
_PAPERS = ("permit", "insurance", "licence")


class _Doubt(NamedTuple):
    """The clauses that suppose, and those that ask."""

    supposed: frozenset[str]
    asked: frozenset[str]


def papers(passages: Sequence[Passage], today: date, places: Places) -> Iterator[Found]:
    """Find `permit`, `insurance` and `licence` with their `_since` and `_months`."""
    had: set[str] = set()
    year: dict[str, str] = {}
    stopped: set[str] = set()
    doubtful: dict[str, bool] = {}
    said = list(of_subject(_with_payments(passages), *_PAPERS))
    # Once a clause: without punctuation it holds many passages.
    clauses = {passage.clause for passage in said}
    doubt = _Doubt(
        supposed=frozenset(clause for clause in clauses if supposed(clause)),
        asked=frozenset(clause for clause in clauses if asked(clause)),
    )
    for passage in said:
        if _of_elsewhere(passage, places):
            continue
        if not passage.word and passage.subject in stopped and not GOES_ON.search(passage.text):
            # "社保停了,去年交满了十二个月": what is over tells no time.
            continue
        over = STOPPED.search(passage.after) and not GOES_ON.search(passage.after)
        (stopped.add if over else stopped.discard)(passage.subject)
        if passage.word:
            doubtful[passage.subject] = passage.clause in doubt.supposed
        elif doubtful.get(passage.subject) and not _TIMED.search(passage.text):
            # "打算年底把执照办下来,不知道赶得上赶不上"
            continue
        found = list(_told(passage, doubt, today, year.get(passage.subject)))
        for each in found:
            if each.entity == f"{passage.subject}_since":
                year[passage.subject] = each.value[:4]
        # "他爸有，我没有": one guardian's is enough.
        if (
            found
            and found[0].value == "no"
            and passage.subject in had
            and whose(passage.before or passage.after)
        ):
            continue
        had |= {passage.subject} if found and found[0].value == "yes" else set()
        yield from found


def _with_payments(passages: Sequence[Passage]) -> Iterator[Passage]:
    """What is said of paying beside the word for work is said of the insurance told before."""
    insured = False
    for passage in passages:
        insured = insured or passage.subject == "insurance"
        pays = passage.subject == "work" and PAID.search(passage.text) is not None
        yield passage._replace(subject="insurance") if insured and pays else passage


def _of_elsewhere(passage: Passage, places: Places) -> bool:
    """Whether a paper is of another place ("社保是在北京交的"), and so counts for nothing."""
    if ELSEWHERE.search(passage.text):
        return True
    named = [each for each in places.find(passage.text) if each.code == SOMEWHERE]
    return any(
        _DONE_THERE.match(passage.text, each.end) or _PAID_AT.search(passage.text[: each.start])
        for each in named
    )


def _told(passage: Passage, doubt: _Doubt, today: date, year: str | None) -> Iterator[Found]:
    if passage.others:
        return
    at = (passage.start, passage.start + len(passage.text))
    days = [
        _of_year(day, passage, year)
        for day in days_in(passage.text, today)
        if not _only_the_year(day, passage, year)
    ]
    spans = spans_in(passage.text)
    lasting = [span for span in spans if not any(day.start <= span.start < day.end for day in days)]
    doubtful = passage.clause in doubt.supposed
    if not doubtful and _denied(passage):
        if NO_MATTER.search(passage.text):
            return
        yield Found(passage.subject, "no", *at)
        return
    timed = bool(days or lasting) and not doubtful
    goes_on = not passage.word and HAS_ON.search(passage.after) is not None
    stated = bool(passage.word or goes_on) and not doubtful and passage.clause not in doubt.asked
    if timed or (stated and _affirmed(passage)):
        yield Found(passage.subject, "yes", *at)
    if timed:
        yield from _times(passage, days, lasting, today)


def _times(passage: Passage, days: Sequence[Day], lasting: Sequence[Span], today: date) -> Iterator[Found]:
    begin = passage.start
    first = FIRST.search(passage.text)
    told = [day for day in days if first and day.start > first.start()] or days
    if not passage.word and (GOES_ON.search(passage.text) or "续" in passage.text):
        # "今年又签上了": it began before.
        told = []
    told = [day for day in told if not _ends(day, passage.text)]
    # "2025年办的今年续签了"
    told = [day for day in told if not RENEWED_AFTER.match(passage.text[day.end :])] or told
    for day in told[-1:]:
        yield Found(f"{passage.subject}_since", day.value, begin + day.start, begin + day.end)
    for span in lasting[-1:]:
        name, value = ("months", str(span.months))
        if passage.subject == "licence":
            name, value = ("since", held_since(span.months, today))
        yield Found(f"{passage.subject}_{name}", value, begin + span.start, begin + span.end)


def _ends(day: Day, text: str) -> bool:
    """Whether a day tells when a paper ran out or was made anew ("今年六月到期", "到这个月正好两年")."""
    return ENDS_BEFORE.search(text[: day.start]) is not None or ENDS_AFTER.match(text[day.end :]) is not None


def _of_year(day: Day, passage: Passage, year: str | None) -> Day:
    """A month told to put another one right, or alone after the year, is of the same year."""
    said = passage.text[day.start : day.end]
    goes_on = TAKEN_BACK.search(passage.text[: day.start]) or A_DAY_ALONE.match(passage.text)
    if year and not passage.word and "年" not in said and goes_on:
        return day._replace(value=f"{year}{day.value[4:]}")
    return day


def _only_the_year(day: Day, passage: Passage, year: str | None) -> bool:
    """Whether it only says again of which year the day told before was."""
    return not passage.word and day.value == year


def _denied(passage: Passage) -> bool:
    after, before = NOT_DENIED.sub("", passage.after), NOT_DENIED.sub("", passage.before)
    if passage.word == "无照":
        return True
    if ONE_HAS.search(after):
        return False
    stopped = STOPPED.search(after)
    if stopped:
        return GOES_ON.search(after, stopped.end()) is None
    if DENIED_AFTER.search(after):
        return True
    return bool(passage.word) and DENIED_BEFORE.search(before) is not None


def _affirmed(passage: Passage) -> bool:
    if passage.word == "证照齐全":
        return True
    if not passage.word:
        return HAS_ON.search(passage.after) is not None
    return bool(HAS_BEFORE.search(passage.before) or HAS_AFTER.search(passage.after))

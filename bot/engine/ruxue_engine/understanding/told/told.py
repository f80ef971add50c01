"""Reads every fact a guardian tells of the case: the table of contents of what is told."""

from collections.abc import Iterable, Iterator
from datetime import date

from ruxue_engine.understanding.found import Found
from ruxue_engine.understanding.places import Places
from ruxue_engine.understanding.text import Clause
from ruxue_engine.understanding.told.ages import ages
from ruxue_engine.understanding.told.deeds import deeds
from ruxue_engine.understanding.told.doubt import supposed, supposed_on
from ruxue_engine.understanding.told.family import families
from ruxue_engine.understanding.told.homes import homes
from ruxue_engine.understanding.told.hukou import hukous
from ruxue_engine.understanding.told.lease import leases
from ruxue_engine.understanding.told.papers import papers
from ruxue_engine.understanding.told.passages import passages
from ruxue_engine.understanding.told.people import resolved
from ruxue_engine.understanding.told.pieces import pieces
from ruxue_engine.understanding.told.same_day import same_days
from ruxue_engine.understanding.told.schools import schools
from ruxue_engine.understanding.told.shares import may_tell_a_share, shares
from ruxue_engine.understanding.told.standing import standings
from ruxue_engine.understanding.told.work import works

_TIME_OF = {
    **{
        f"{paper}_{time}": paper
        for paper in ("permit", "insurance", "licence")
        for time in ("since", "months")
    },
    "lease_since": "renting",
    "lease_months": "renting",
}


def told_in(text: str, today: date, places: Places) -> list[Found]:
    """Find the facts of a narrowed message, one value each: the last told counts."""
    whole, text = text, places.without_served(text)
    found = passages(text)
    stated = list(_stated(text))
    told = [
        *ages(text),
        *hukous(found, today),
        *homes(stated),
        *(shares(list(_stated(resolved(text)))) if may_tell_a_share(text) else ()),
        *deeds(stated, found, today),
        *leases(text, found, stated, today),
        *papers(found, today, places),
        *works(stated, places),
        *families(text, stated),
        *standings(text, stated),
        *schools(whole),
    ]
    return _last_of_each([*told, *same_days(stated, told)])


def _stated(text: str) -> Iterator[Clause]:
    """The clauses that state something; one that only goes on about a supposed share or name does not."""
    doubtful = False
    for clause in pieces(text):
        doubtful = (
            supposed(clause.text)
            or supposed_on(clause.text, text[: clause.start])
            or (doubtful and clause.text.startswith(("占", "各占", "写")))
        )
        if not doubtful:
            yield clause


def _last_of_each(found: Iterable[Found]) -> list[Found]:
    last: dict[str, Found] = {}
    for each in found:
        if each.entity not in last or each.start >= last[each.entity].start:
            last[each.entity] = each
    return [each for name, each in last.items() if not _over(last.get(_TIME_OF.get(name, name)), each)]


def _over(thing: Found | None, told: Found) -> bool:
    """Whether the thing of which a day or a length is told is no longer had."""
    return thing is not None and thing.value == "no" and thing is not told

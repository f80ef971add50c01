"""Finds a rented home: whether, since when, for how long, and whether the lease is filed."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from ruxue_engine.understanding.found import Found
from ruxue_engine.understanding.text import Clause
from ruxue_engine.understanding.told import lease_words as words
from ruxue_engine.understanding.told.days import days_in
from ruxue_engine.understanding.told.doubt import asked, supposed, supposed_on
from ruxue_engine.understanding.told.passage import Passage, of_subject
from ruxue_engine.understanding.told.people import of_others
from ruxue_engine.understanding.told.spans import spans_in

_OF_A_LEASE = re.compile(r"租|赁|房东|备案|备的?案")
_PUT_RIGHT = re.compile(r"不对|错了|应该是|更正")
_OWN_HOME = re.compile(r"自己(?:的|家)?房|老房|新房|买的|名下|老家")


def leases(text: str, found: Sequence[Passage], stated: Sequence[Clause], today: date) -> Iterator[Found]:
    """Find `renting`, `lease_filed`, `lease_since` and `lease_months`; who filed a lease rents."""
    dated = gone = lasting = since = False
    doubted = {
        each.clause
        for each in of_subject(found, "lease")
        if supposed(each.clause) or supposed_on(each.clause, text[: each.start])
    }
    for passage in of_subject(found, "lease"):
        refused = words.REFUSED.search(passage.clause) is not None
        over = words.NOT_OURS_NOW.search(passage.before) is not None if passage.word else gone
        if over or (passage.clause in doubted and not refused):
            continue
        # "材料都备好了"
        other = passage.word == "备" and not _OF_A_LEASE.search(text)
        if other or _is_contract(passage) or _others_rent(passage):
            continue
        at = (passage.start, passage.start + len(passage.text))
        timed = list(_timed(passage, today))
        filed = _filed(passage, timed)
        denied = (
            words.RENTS_NOT.search(passage.text) is not None
            or words.GIVEN_UP.search(passage.clause) is not None
        )
        if words.PAST.search(passage.before):
            # What is over is denied only where it is told what came after.
            denied, timed = words.SETTLED.search(text) is not None, []
            if not denied:
                continue
        gone, timed = denied, [] if denied else timed
        if filed or timed or denied or _rents(passage.text):
            yield Found("renting", "no" if denied else "yes", *at)
        if filed:
            yield Found("lease_filed", filed, *at)
        # "租房两年，备案四个月": how long they have rented goes before how long it has been filed.
        of_filing = "备" in passage.text and "租" not in passage.text
        counts = {
            "lease_since": not dated or "备" in passage.text or _PUT_RIGHT.search(passage.text),
            "lease_months": not (of_filing and lasting),
        }
        yield from (each for each in timed if counts[each.entity])
        since = since or (not filed and any(each.entity == "lease_since" for each in timed))
        lasting = lasting or (not of_filing and any(each.entity == "lease_months" for each in timed))
        dated = dated or (filed == "yes" and any(each.entity == "lease_since" for each in timed))
    # "住了十年，现在这处去年租的": how long they have lived there tells no lease.
    if not since and not gone and any(each.word for each in of_subject(found, "lease")):
        yield from _lived(stated)


def _others_rent(passage: Passage) -> bool:
    """Whether a colleague rents; a landlord is named by those who do."""
    return (
        "房东" not in passage.text and (passage.others or of_others(passage.before)) and "租" in passage.word
    )


def _rents(text: str) -> bool:
    if words.HAS_CONTRACT.search(text):
        return True
    return words.RENTS.search(words.ASIDE.sub("", text)) is not None and not words.ASKS.search(text)


def _filed(passage: Passage, timed: Sequence[Found]) -> str | None:
    said = passage.clause.replace(":", "")
    if words.UNKNOWN.search(said):
        return None
    if words.NOT_FILED.search(said) or words.REFUSED.search(said):
        return "no"
    if words.MUST.search(said):
        return None
    told = words.FILED.search(said) is not None and not asked(passage.text)
    return "yes" if told or ("备案" in passage.text and timed) else None


def _timed(passage: Passage, today: date) -> Iterator[Found]:
    if asked(passage.text) and not re.search(r"[了的]", passage.text):
        return
    begin = passage.start
    days = days_in(passage.text, today)
    spans = [
        span for span in spans_in(passage.text) if not any(day.start <= span.start < day.end for day in days)
    ]
    for day in days[-1:]:
        yield Found("lease_since", day.value, begin + day.start, begin + day.end)
    for span in spans[-1:]:
        yield Found("lease_months", str(span.months), begin + span.start, begin + span.end)


def _lived(stated: Sequence[Clause]) -> Iterator[Found]:
    """How long they have lived where they rent ("住了五年，租的")."""
    for clause in stated:
        lived = words.LIVED.search(clause.text)
        if lived and not _OWN_HOME.search(clause.text) and not of_others(clause.text[: lived.start()]):
            for span in spans_in(lived.group())[:1]:
                at = clause.start + lived.start()
                yield Found("lease_months", str(span.months), at, at + len(lived.group()))


def _is_contract(passage: Passage) -> bool:
    """Whether it is a purchase that is filed and not a lease."""
    return re.search(r"网签|购房|买房|开发商|预售", passage.clause) is not None and "租" not in passage.clause

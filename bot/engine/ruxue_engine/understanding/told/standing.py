"""Finds what gives a child a standing of its own: preference, another nationality or place, special needs."""

import re
from collections.abc import Iterator, Sequence

from ruxue_engine.understanding.found import Found
from ruxue_engine.understanding.text import Clause
from ruxue_engine.understanding.told import standing_words as words
from ruxue_engine.understanding.told.doubt import asked, might_be
from ruxue_engine.understanding.told.implied import OF_PARENTS, spoken_by_elder
from ruxue_engine.understanding.told.people import whose
from ruxue_engine.understanding.told.pieces import pieces

_BY_RULE = re.compile(r"(?:能按|可以按|算不算|是不是算|能不能算|能算)[^,]{0,2}$")
_LIKE_A_PARENT = re.compile(r"(?:随|跟)着?[他她]?(?:爸爸?|妈妈?|父亲?|母亲?)")
_I = re.compile(r"[我俺]")
_BEFORE_ANY = frozenset({"martyr"})


def standings(text: str, stated: Sequence[Clause]) -> Iterator[Found]:
    """Find `preferential`, `hmt`, `foreign` and `special_needs`."""
    yield from _preferential(stated)
    said = list(pieces(text))
    for clause in said:
        # "视力残疾的孩子小升初咋弄" asks of this child where more is said, and of any where it is all.
        if might_be(clause.text) or (len(said) == 1 and _of_any_such(clause, stated)):
            continue
        yield from _of_the_child(text, clause)


def _of_any_such(clause: Clause, stated: Sequence[Clause]) -> bool:
    return clause not in stated or words.OF_ANY_SUCH.search(clause.text) is not None


def _of_the_child(text: str, clause: Clause) -> Iterator[Found]:
    for value, pattern in words.HMT:
        for place in pattern.finditer(clause.text):
            if words.OF_PLACE.search(clause.text, place.start()) and _is_childs(clause.text, place):
                yield _at("hmt", value, clause, place)
    match = words.FOREIGN.search(clause.text)
    if match and _is_childs(clause.text, match):
        yield _at("foreign", "yes", clause, match)
    match = words.SPECIAL.search(clause.text)
    if match and _stated(clause.text, match) and not _is_a_grown_ups(text, clause, match):
        yield _at("special_needs", "yes", clause, match)


def _preferential(stated: Sequence[Clause]) -> Iterator[Found]:
    """Of several kinds, the first that is told, a martyr before any; an uncle's profession gives none."""
    told: list[Found] = []
    elder = spoken_by_elder(",".join(clause.text for clause in stated))
    for clause in stated:
        if elder and _I.search(clause.text) and not OF_PARENTS.search(clause.text):
            continue
        for value, pattern in words.PREFERENTIAL:
            match = pattern.search(clause.text)
            if match and _stated(clause.text, match) and _of_ours(value, clause.text, match):
                told.append(_at("preferential", value, clause, match))
    yield from sorted(told, key=lambda each: (each.value not in _BEFORE_ANY, each.start))[:1]


def _of_ours(value: str, clause: str, match: re.Match[str]) -> bool:
    if _BY_RULE.search(clause[: match.start()]):
        return False
    of = whose(clause[: match.start() + 1])
    if of == "others":
        return value in _BEFORE_ANY
    return of is not None or not (asked(clause) or words.ASKS_WHAT.search(clause))


def _at(entity: str, value: str, clause: Clause, match: re.Match[str]) -> Found:
    return Found(entity, value, clause.start + match.start(), clause.start + match.end())


def _is_childs(clause: str, match: re.Match[str]) -> bool:
    """Whether a nationality is the child's, and is not denied."""
    before = _LIKE_A_PARENT.sub("", clause[: match.start()])
    denied = not match.group().startswith(("不是", "没有", "非")) and not _stated(clause, match)
    return not denied and not words.OF_PARENT.search(before) and whose(before) != "others"


def _is_a_grown_ups(text: str, clause: Clause, match: re.Match[str]) -> bool:
    before = clause.text[: match.start()]
    if words.NOT_CHILD.search(before) or whose(before) == "others":
        return True
    return not before and words.SAID_OF_PARENT.search(text[: clause.start]) is not None


def _stated(clause: str, match: re.Match[str]) -> bool:
    denied = words.DENIED.search(clause[: match.start()]) or words.DENIED_AFTER.match(clause, match.end())
    return denied is None

"""Puts what was told of hukou and home into the county that a clause names for all of it."""

import re

from ruxue_engine.understanding.places import ELSEWHERE, Places
from ruxue_engine.understanding.residence.taken import Taken
from ruxue_engine.understanding.residence.words import SUBJECT, THEIR_PLACE, TOGETHER
from ruxue_engine.understanding.told.people import signed

_ENDS = re.compile(r"(?:这边|那边)?的?$")


def place_all(taken: Taken, clause: str, places: Places, subject: str, *, hukou_named: bool) -> None:
    """Put what was told before into the county that a clause names for all of it ("…，都在历下")."""
    for place in places.find(clause):
        before = clause[: place.start]
        together = TOGETHER.search(before) is not None
        if place.code == ELSEWHERE:
            continue
        if THEIR_PLACE.match(signed(before)) and _ENDS.match(clause, place.end) and taken.with_kin:
            taken.place_hukou(place.code, only_where_untold=True)
        if together and hukou_named:
            taken.place_hukou(place.code)
        of_hukou = [str(each.lastgroup) for each in SUBJECT.finditer(clause)] == ["hukou"]
        if (together and not of_hukou) or (before in {"在", "也在", "就在"} and subject != "hukou"):
            taken.place_home(place.code)

"""Adds what one told fact says of another."""

import re
from collections.abc import Iterable

from ruxue_engine.understanding.found import Found

_PRIMARY = re.compile(r"小学|附小|实小|小$")
_JUNIOR = re.compile(r"初中|初级中学|附中|中$")


def stages_of(told: Iterable[Found]) -> list[Found]:
    """Find the stage in the name of the school that is wanted."""
    for each in told:
        if each.entity == "school":
            for stage, pattern in (("primary", _PRIMARY), ("junior", _JUNIOR)):
                if pattern.search(each.value):
                    return [each._replace(entity="stage", value=stage, implied=True)]
    return []


def with_implied(told: Iterable[Found]) -> list[Found]:
    """Add that a family that rents has no home of its own, where nothing else was said of one."""
    told = list(told)
    rents = next((each for each in told if each.entity == "renting" and each.value == "yes"), None)
    if rents and not any(each.entity == "home" for each in told):
        told.append(rents._replace(entity="home", value="none", implied=True))
    return told

"""Adds what one told fact says of another, and who it is that speaks."""

import re
from collections.abc import Iterable

from ruxue_engine.understanding.found import Found
from ruxue_engine.understanding.told.people import GRANDPARENT, ROLES, resolved, signed, speaker

OF_PARENTS = re.compile(
    r"爸|妈|爹|娘|父|母|儿子|[我俺]儿|儿媳|媳妇|闺女|女儿|女婿|两口子|小两口|他们|[他她]俩|双职工|小年轻|年轻人"
)
"""Words for the guardians, where a grandparent speaks."""
_PRIMARY = re.compile(r"小学|附小|实小|小$")
_GRANDCHILD = re.compile(r"(?<![曾她他])(?:外孙(?:女|子)?|孙[子女](?!俩))")
_JUNIOR = re.compile(r"初中|初级中学|附中|中$")


def stages_of(told: Iterable[Found]) -> list[Found]:
    """Find the stage in the name of the school that is wanted."""
    for each in told:
        if each.entity == "school":
            for stage, pattern in (("primary", _PRIMARY), ("junior", _JUNIOR)):
                if pattern.search(each.value):
                    return [each._replace(entity="stage", value=stage, implied=True)]
    return []


def with_implied(text: str, told: Iterable[Found]) -> list[Found]:
    """Add that who owns a part owns, and that who rents has no home; say "mine" of the one who speaks."""
    found = {each.entity: each for each in told}
    home, share, rents = (found.get(name) for name in ("home", "home_share", "renting"))
    if share and (home is None or not home.value.startswith("guardian")):
        found["home"] = share._replace(entity="home", value=f"guardian{_place_of(home)}")
    elif home is None and rents and rents.value == "yes":
        found["home"] = rents._replace(entity="home", value="none", implied=True)
    return [_spoken_by(text, each) for each in found.values()]


def _place_of(home: Found | None) -> str:
    _, at, place = home.value.partition("@") if home else ("", "", "")
    return f"{at}{place}"


def spoken_by_elder(text: str) -> bool:
    """Whether it is a grandparent who speaks."""
    return speaker(text) == GRANDPARENT or _GRANDCHILD.search(text) is not None


def _spoken_by(text: str, told: Found) -> Found:
    """A grandmother's "有房" is a grandparent's, an aunt's is a relative's, where no parent is named."""
    who = speaker(text)
    if who is None or told.entity != "home" or not told.value.startswith("guardian"):
        return told
    if re.search(r"P|写的?C|C(?:们)?(?:的|名|一个人|自|家|有|买|两|俩)", signed(resolved(text))):
        return told
    return told._replace(value=told.value.replace("guardian", ROLES[who]))

"""What a message answers to the question that is pending in the eligibility form."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from actions.counties import ANY_OF, ELSEWHERE
from actions.path.steps import FACTS
from actions.visit import Visit

_OLD = re.compile(r"老人|爷|奶|姥|外公|外婆|公公|婆婆|岳父|岳母")
_OWN = re.compile(r"父母|我(?:们|俩)?的|我(?:们)?名下|自己|爸爸|妈妈|夫妻|自家|老公|媳妇")
_DENIED = re.compile(r"不在|没在|不是|不属|没有|没落|没迁")
_NONE = re.compile(r"租|借住|^没|都没|哪有|宿舍")
_BY_PLACE = {
    "stage": ("primary", "junior"),
    "hukou": ("here", "elsewhere"),
    "home": ("guardian", "grandparent", "none"),
}
# Where a guardian works or rents is no word on the school.
_BY_THE_WAY = re.compile(r"上班|工作|打工|单位|社保|租")
PROBLEM = "!"
AT = "@"


def heard_facts(visit: Visit, county: str, offered: Sequence[str]) -> dict[str, str]:
    """Find the facts of the message; a birth date that cannot be is given as PROBLEM and what is wrong.

    `county` is what the conversation is about so far, `offered` the counties the question would list.
    """
    heard = {
        fact: _as_asked(fact, value)
        for fact in FACTS
        if (value := visit.entity(fact)) and _says_where(fact, value)
    }
    problem = visit.entity("birth_date_problem")
    asks_birth_date = visit.requested_slot == "birth_date"
    if (
        problem
        and "birth_date" not in heard
        and (asks_birth_date or not problem.startswith("age") or not heard)
        and not (problem.startswith("age") and visit.told.get("age"))
    ):
        heard["birth_date"] = PROBLEM + problem
    asked = visit.requested_slot
    if asked == "hukou" and "hukou" not in heard and "county" in heard:
        here = within(heard.pop("county"), county) and not _DENIED.search(visit.text)
        heard["hukou"] = "here" if here else "elsewhere"
    elif "county" in heard and visit.slots.get("county") and not _moves(visit, heard, asked):
        heard.pop("county")
    if asked in FACTS and asked not in heard:
        answer = _to_question(visit, asked, offered)
        if answer:
            heard[asked] = answer
    # The order of the questions: a date is judged by its stage.
    return {fact: heard[fact] for fact in FACTS if fact in heard}


def _as_asked(fact: str, value: str) -> str:
    """A told value as the question knows it: no hukou yet is none here, a relative's home is none of ours."""
    if fact == "home" and value.startswith("relative"):
        return "none"
    return "elsewhere" if (fact, value) == ("hukou", "none") else value


def _says_where(fact: str, value: str) -> bool:
    """Whether a place is told well enough: a hukou or a home in a city may be in another of its counties."""
    return fact == "county" or not value.endswith(ANY_OF)


def within(place: str, county: str) -> bool:
    """Whether a place named, which may mean several counties, can be this one."""
    return county in place.split(ANY_OF)


def as_seen_from(county: str, fact: str, value: str) -> str:
    """The value of hukou or home for a county: what was told of another place is not here."""
    if fact == "hukou" and value not in {"here", "elsewhere"}:
        return "here" if within(value, county) else "elsewhere"
    owner, _, place = value.partition(AT)
    if fact == "home" and place:
        return owner if within(place, county) else "none"
    return value


def _moves(visit: Visit, heard: Mapping[str, str], asked: str | None) -> bool:
    """Whether a county named after the first one is where the child shall go to school instead.

    "户口不在这边，是章丘的" says where the hukou is. Both hukou and home in another county say more.
    """
    named, lives = heard["county"], [heard[fact] for fact in ("hukou", "home") if fact in heard]
    if lives:
        return len(lives) > 1 and all(value.partition(AT)[2] == named or value == named for value in lives)
    return asked != "home" and not _BY_THE_WAY.search(visit.text)


def _to_question(visit: Visit, asked: str, offered: Sequence[str]) -> str | None:
    place = int(visit.entity("ordinal") or 0)
    answer = visit.entity("answer")
    if asked == "birth_date":
        return _rest_of_date(place, visit.slot("birth_date_heard"))
    by_place = _BY_PLACE.get(asked, offered)
    if 1 <= place <= len(by_place):
        return by_place[place - 1]
    if asked == "hukou" and answer:
        return "here" if answer == "yes" else "elsewhere"
    if asked == "county" and answer and len(offered) == 1:
        return offered[0] if answer == "yes" else ELSEWHERE
    return _home(visit.text, answer) if asked == "home" and not visit.asks else None


def _home(text: str, answer: str | None) -> str | None:
    if text.startswith("/"):
        return None
    for value, pattern in (("grandparent", _OLD), ("none", _NONE), ("guardian", _OWN)):
        if pattern.search(text):
            return value
    return "none" if answer == "no" else None


def _rest_of_date(number: int, known: str) -> str | None:
    """Take a bare number as the month or day that was missing."""
    if not number or not known or known.startswith("-"):
        return None
    year, _, month = known.partition("-")
    if not month:
        return f"-{number:02d}" if number <= 12 else f"{PROBLEM}month:{number}"  # noqa: PLR2004 - months of a year
    return f"{year}-{month}-{number:02d}"

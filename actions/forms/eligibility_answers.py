"""What a message answers to the question that is pending in the eligibility form."""

from __future__ import annotations

import re

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
PROBLEM = "!"


def heard_facts(visit: Visit, served: str) -> dict[str, str]:
    """Find the facts of the message; a birth date that cannot be is given as PROBLEM and what is wrong."""
    heard = {fact: value for fact in FACTS if (value := visit.entity(fact))}
    problem = visit.entity("birth_date_problem")
    asks_birth_date = visit.requested_slot == "birth_date"
    if (
        problem
        and "birth_date" not in heard
        and (asks_birth_date or not problem.startswith("age") or not heard)
    ):
        heard["birth_date"] = PROBLEM + problem
    asked = visit.requested_slot
    if asked == "hukou" and "hukou" not in heard and "county" in heard:
        here = heard.pop("county") == served and not _DENIED.search(visit.text)
        heard["hukou"] = "here" if here else "elsewhere"
    elif "hukou" in heard and visit.slots.get("county") and heard.get("county") != served:
        # "户口不在这边，是章丘的" says where the hukou is; the county of the school was told before.
        heard.pop("county", None)
    if asked in FACTS and asked not in heard:
        answer = _to_question(visit, asked, served)
        if answer:
            heard[asked] = answer
    # The order of the questions: a date is judged by its stage.
    return {fact: heard[fact] for fact in FACTS if fact in heard}


def _to_question(visit: Visit, asked: str, served: str) -> str | None:
    place = int(visit.entity("ordinal") or 0)
    answer = visit.entity("answer")
    if asked == "birth_date":
        return _rest_of_date(place, visit.slot("birth_date_heard"))
    by_place = _BY_PLACE.get(asked, (served,))
    if 1 <= place <= len(by_place):
        return by_place[place - 1]
    if asked == "hukou" and answer:
        return "here" if answer == "yes" else "elsewhere"
    if asked == "county" and answer:
        return served if answer == "yes" else "other"
    return _home(visit.text, answer) if asked == "home" else None


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

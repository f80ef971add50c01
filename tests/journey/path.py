"""The path up to each of its steps, for tests that are about what happens there."""

from __future__ import annotations

from datetime import date

from sandbox.families import Family, Situation, TrueCategory
from tests.journey.guardian import Answer, Guardian
from tests.journey.households import may_enter

_SITUATION = {
    TrueCategory.HOUSE_AND_HUKOU: "户口和房子都在{place}",
    TrueCategory.GRANDPARENTS_HOME: "户口随爷爷奶奶在{place}，房子是爷爷奶奶的",
    TrueCategory.HOUSE_ONLY: "房子在{place}，是我们自己的，户口不在{place}",
    TrueCategory.HUKOU_ONLY: "户口在{place}，没有房子",
    TrueCategory.MIGRANT: "户口不在{place}，租房住",
}
_SPOKEN = {"370102": "历下", "370602": "芝罘", "370213": "李沧"}
_GRANDPARENTS = "爷爷奶奶"
_PARENTS = "孩子父母"
_NONE = "没有，租房"
_HOME = {
    Situation.OWN_HOME: _PARENTS,
    Situation.SHARED_HOME: _PARENTS,
    Situation.HOME_WITH_GRANDPARENT: _PARENTS,
    Situation.HUKOU_ELSEWHERE: _PARENTS,
    Situation.COMMERCIAL_HOME: _PARENTS,
    Situation.GRANDPARENTS_HOME: _GRANDPARENTS,
}


def entrant(family: Family) -> date:
    """The birth date of the first child who enters primary school in 2027."""
    return next(child.born for child in family.children if may_enter(child.born))


def first_message(family: Family) -> str:
    """What this family's guardian writes first."""
    born, place = entrant(family), _SPOKEN[family.county]
    situation = _SITUATION[family.true_category].format(place=place)
    return f"孩子{born.year}年{born.month}月{born.day}日出生，{situation}，想在{place}上小学"


def to_sign_in(guardian: Guardian, family: Family) -> Answer:
    """Tell the situation; the answer asks to sign in."""
    answer = guardian.say(first_message(family))
    assert answer.link, f"no sign-in link after:\n{answer.text}"
    return answer


def to_child(guardian: Guardian, family: Family) -> Answer:
    """Sign in; the answer offers the children."""
    to_sign_in(guardian, family)
    return guardian.sign_in(family.sign_in_name)


def to_consent(guardian: Guardian, family: Family) -> Answer:
    """Pick the child; the answer shows what would be looked up."""
    to_child(guardian, family)
    return pick_child(guardian, family)


def to_decision(guardian: Guardian, family: Family) -> Answer:
    """Agree to everything; the answer shows the decision."""
    to_consent(guardian, family)
    return guardian.choose("全部同意")


def to_receipt(guardian: Guardian, family: Family) -> Answer:
    """File; the answer holds the receipt."""
    to_decision(guardian, family)
    return guardian.choose("确认提交")


def pick_child(guardian: Guardian, family: Family) -> Answer:
    """Pick the first child who enters this year."""
    born = entrant(family)
    title = next(title for title in guardian.last.choices if f"{born.year}年{born.month}月" in title)
    return guardian.choose(title)


def answer_by_choices(guardian: Guardian, family: Family) -> Answer:
    """Come to the sign-in by picking choices; only the birth date is written."""
    born = entrant(family)
    hukou_here = family.true_category not in {TrueCategory.HOUSE_ONLY, TrueCategory.MIGRANT}
    guardian.say("你好")
    guardian.choose("给孩子报名")
    guardian.choose("历下区")
    guardian.choose("上小学")
    guardian.say(f"{born.year}年{born.month}月{born.day}日")
    guardian.choose("在历下区" if hukou_here else "不在历下区")
    return guardian.choose(_HOME.get(family.situation, _NONE))

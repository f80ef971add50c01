"""The outcome in words: why, why not better, what could still be done, and by which plan."""

from __future__ import annotations

from collections.abc import Mapping

from enrolment.model.facts import FactValue
from enrolment.services.deciding.describe_outcome import OutcomeWords, describe_outcome
from tests.fakes import FrozenClock
from tests.fakes.family import ADDRESS, CHILD, FATHER, MOTHER, departments_with, home, household, member
from tests.fakes.office import SAID, Office

ELSEWHERE = household(
    member(MOTHER, "户主"),
    member(FATHER, "配偶"),
    member(CHILD, "女"),
    region="371502",
    address="聊城某路1号",
)


async def described(
    office: Office, said: Mapping[str, FactValue] = SAID, clock: FrozenClock | None = None
) -> OutcomeWords:
    """The words of a case that went all the way to its decision."""
    draft = await office.verified(said)
    return describe_outcome(
        draft.id, office.conversation, begin=office.store.begin, plans=office.plans, clock=clock
    )


def home_without_hukou() -> Office:
    """A family with a home of its own, registered elsewhere."""
    return Office(departments=departments_with(home(), book=ELSEWHERE))


async def test_reasons_say_what_is_wanted_and_found_when_decided() -> None:
    """And the plan with its version, as it was when decided."""
    office = Office()
    words = await described(office)
    by_title = {each.title: (each.wanted, each.found) for each in words.reasons}
    plan = office.plans.get("370102", 2027)
    assert by_title[plan.facts["hukou_in_county"].title] == ("是", "是")
    assert by_title[plan.facts["home_share"].title] == ("不低于50%", "100%")
    assert words.plan_words == f"按历下区2027年方案（版本{plan.version}）"


async def test_better_category_says_why_not_when_the_hukou_is_elsewhere() -> None:
    """What a family would have to ask for, and did not, is not brought up."""
    words = await described(home_without_hukou(), {**SAID, "hukou_in_county": False})
    assert words.category == "有房无户居民子女"
    better = {each.category: each.reasons for each in words.ruled_out}
    assert "房户一致居民子女" in better
    assert "优待对象子女" not in better
    (reason,) = better["房户一致居民子女"]
    assert (reason.wanted, reason.found) == ("是", "否")


async def test_chances_are_told_with_their_day_when_the_clock_says_there_is_time() -> None:
    """The hukou can still move before filing closes; a category is no seat."""
    office = home_without_hukou()
    words = await described(office, {**SAID, "hukou_in_county": False}, office.clock)
    (chance,) = [each for each in words.could_still if "“房户一致居民子女”" in each]
    assert "2027年6月25日（含当天）前" in chance
    assert "不等于录取" in chance


async def test_no_chance_is_told_when_no_clock_says_what_day_it_is() -> None:
    """A last day may have passed since the decision."""
    words = await described(home_without_hukou(), {**SAID, "hukou_in_county": False})
    assert (words.could_still, words.too_late) == ((), ())


async def test_no_name_number_or_address_is_in_the_words_when_everything_is_told() -> None:
    """The words go through the dialogue."""
    office = home_without_hukou()
    words = str(await described(office, {**SAID, "hukou_in_county": False}, office.clock))
    personal = [MOTHER.name, CHILD.name, MOTHER.id_number, CHILD.id_number, ADDRESS, "88号", "聊城某路"]
    assert not [each for each in personal if each in words]

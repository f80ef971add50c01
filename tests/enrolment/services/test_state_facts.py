"""What no department can say is asked, and a guardian's word is taken for it."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from enrolment.model.errors import StatementInvalid, TransitionRefused
from enrolment.model.facts import FactValue
from enrolment.model.plan import FactKind
from tests.fakes.clock import SHANGHAI
from tests.fakes.family import departments_with, household
from tests.fakes.newcomers import REGISTERED_HERE, Newcomers
from tests.fakes.office import Office

CLAIM = "resettlement_claimed"
SPRING = date(2026, 3, 1)


async def test_facts_are_asked_one_by_one_when_the_category_is_open() -> None:
    """The permit, its day, the insurance: then there is a provisional category, and nothing more is asked."""
    family = Newcomers()
    draft = await family.verified()
    asked = []
    for value in (True, SPRING, 8):
        question = family.asked(draft)
        assert question is not None
        asked.append(question.fact)
        draft = family.say(draft, **{question.fact: value})

    assert asked == ["permit_in_county", "permit_since", "insurance_months"]
    assert draft.outcome is not None
    assert draft.outcome.decision.category == "migrant_children"
    assert draft.outcome.decision.provisional
    assert family.asked(draft) is None


async def test_question_is_in_the_plans_own_words_when_it_is_asked() -> None:
    """With the title and the kind of its answer."""
    family = Newcomers()
    question = family.asked(await family.verified())

    assert question is not None
    assert question.words == "您或者孩子的另一位监护人，有芝罘区的居住证吗？"
    assert (question.title, question.kind) == ("有芝罘区的居住证", FactKind.YES_NO)


async def test_day_of_a_permit_is_not_asked_when_there_is_none() -> None:
    """One no settles the whole category."""
    family = Newcomers()
    draft = family.say(await family.verified(), permit_in_county=False)

    assert draft.outcome is not None
    assert draft.outcome.decision.category == "other_children"
    assert family.asked(draft) is None


async def test_months_of_a_permit_earn_nothing_when_there_is_none() -> None:
    """In a points table too: the day of a permit nobody has is neither asked nor waited for."""
    family = Newcomers(county="379901")
    draft = family.say(await family.verified(), permit_in_county=False)
    asked = []
    while question := family.asked(draft):
        asked.append(question.fact)
        values: dict[FactKind, FactValue] = {FactKind.YES_NO: False, FactKind.MONTHS: 0}
        draft = family.say(draft, **{question.fact: values[question.kind]})

    assert "permit_since" not in asked
    assert draft.outcome is not None
    assert draft.outcome.decision.category == "c"


async def test_question_is_left_out_when_it_was_skipped() -> None:
    """And so is the day of what was skipped."""
    family = Newcomers()
    draft = await family.verified()
    skipped: list[str] = []
    while question := family.asked(draft, *skipped):
        assert question.fact not in skipped
        skipped.append(question.fact)

    assert skipped == ["permit_in_county", "insurance_months", "licence_in_county"]


async def test_nothing_is_asked_when_the_departments_settle_the_category() -> None:
    """No guardian is asked what does not matter."""
    family = Newcomers(county="370102", office=Office())
    draft = await family.office.verified()

    assert family.asked(draft) is None


def rehoused() -> Newcomers:
    """A family of 芝罘区 whose old home was torn down: registered here, no home on record."""
    departments = departments_with(book=household(region="370602"))
    return Newcomers(office=Office(departments=departments), answers=REGISTERED_HERE)


async def test_category_is_offered_with_its_paper_when_words_suggest_its_claim() -> None:
    """Though there is a category already; with the plan's words and clause for what a yes opens."""
    family = rehoused()
    draft = await family.verified()
    assert draft.outcome is not None
    assert draft.outcome.decision.category == "hukou_only"
    question = family.asked(draft, suggested=[CLAIM])

    assert question is not None
    assert (question.fact, question.kind) == (CLAIM, FactKind.YES_NO)
    assert question.offer is not None
    assert question.offer.category == "拆迁安置居民子女"
    assert question.offer.papers == ("拆迁安置协议",)
    assert question.offer.clause == "芝罘2027-3.3"


async def test_offer_decides_the_category_when_it_is_taken() -> None:
    """On the guardian's word, with the paper that bears it out; nothing is offered again."""
    family = rehoused()
    draft = family.say(await family.verified(), **{CLAIM: True})

    assert draft.outcome is not None
    assert (draft.outcome.decision.category, draft.outcome.decision.provisional) == ("resettlement", True)
    assert draft.outcome.documents == ("resettlement_agreement",)
    assert family.asked(draft, suggested=[CLAIM]) is None


async def test_offer_does_not_come_again_when_it_was_refused_or_skipped() -> None:
    """Once is enough; nor does it come where nothing suggests it."""
    family = rehoused()
    draft = await family.verified()
    assert family.asked(draft, CLAIM, suggested=[CLAIM]) is None
    assert family.asked(draft) is None
    refused = family.say(draft, **{CLAIM: False})
    assert refused.outcome is not None
    assert refused.outcome.decision.category == "hukou_only"
    assert family.asked(refused, suggested=[CLAIM]) is None


async def test_word_is_kept_when_the_departments_are_asked_again() -> None:
    """An answer given once is not lost."""
    family = Newcomers()
    draft = family.say(await family.verified(), permit_in_county=False)
    again = await family.office.verify(draft)

    assert again.declared["permit_in_county"] is False
    assert again.outcome == draft.outcome


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("colour_of_the_house", True),
        ("home_address", "南大街1号"),
        ("permit_in_county", 1),
        ("permit_since", "2026-03-01"),
        ("permit_since", date(2027, 6, 11)),
        ("insurance_months", True),
        ("insurance_months", -1),
        ("home_share", 101),
        ("home_use", "仓库"),
        ("hukou_collective", "ja"),
    ],
)
async def test_word_is_refused_when_the_plan_asks_for_nothing_of_the_kind(
    name: str, value: FactValue
) -> None:
    """By the fact's name, and nothing is stored."""
    family = Newcomers()
    draft = await family.verified()

    with pytest.raises(StatementInvalid, match=name) as refused:
        family.say(draft, **{name: value})

    assert str(value) not in str(refused.value).replace(name, "")
    assert name not in family.office.store.tables.cases[draft.id].declared


async def test_word_is_refused_when_the_application_is_filed() -> None:
    """What is filed is corrected by withdrawing it."""
    family = Newcomers()
    draft = await family.verified()
    family.office.clock.set_to(datetime(2027, 6, 17, tzinfo=SHANGHAI))
    family.office.submit(draft)

    with pytest.raises(TransitionRefused):
        family.say(draft, permit_in_county=True)

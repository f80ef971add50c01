"""Families held against two plans: who moves, and why."""

from __future__ import annotations

from datetime import date

from enrolment.model.comparing import Asked, Moved, moved
from enrolment.model.facts import Answer, Fact, FactValue
from enrolment.model.plan import Plan, Stage
from tests.enrolment.model.comparing.editing import Document, edited, sample


def asked(**values: FactValue) -> Asked:
    """A family of whom records say this much."""
    facts = {name: Fact(name, Answer.CONFIRMED, value) for name, value in values.items()}
    return Asked(facts, Stage.PRIMARY, date(2027, 6, 10))


TENANT = asked(hukou_in_county=False, lease_filed_on=date(2026, 8, 31), insurance_months=0, home_use="商业")


def move(new: Plan, family: Asked) -> Moved | None:
    """What a new plan does to a family."""
    return moved(sample(), new, family, family)


def test_family_stays_when_the_plan_is_the_same() -> None:
    """The tenant of exactly twelve months files as a tenant under both."""
    assert move(sample(), TENANT) is None


def test_family_moves_with_the_condition_it_misses_when_a_figure_rises() -> None:
    """One month more than it has: the reason says what is wanted and what is there."""
    new = edited(lambda d: d["thresholds"]["lease_months"].update(months=13))
    move_ = move(new, TENANT)
    assert move_ is not None
    assert (move_.before, move_.after) == ("租房", "其他")
    assert "满13个月" in move_.because[0]
    assert "还差1个月" in move_.because[0]


def test_family_moves_up_with_what_it_missed_before_when_a_figure_falls() -> None:
    """A better category opens: the reason is what shut it out before."""
    short = asked(
        hukou_in_county=False, lease_filed_on=date(2027, 1, 31), insurance_months=0, home_use="商业"
    )
    new = edited(lambda d: d["thresholds"]["lease_months"].update(months=6))
    move_ = move(new, short)
    assert move_ is not None
    assert (move_.before, move_.after) == ("其他", "租房")
    assert move_.because[0].startswith("原来")


def test_family_is_told_its_category_is_gone_when_it_is() -> None:
    """Nothing it could do would bring the category back."""

    def edit(document: Document) -> None:
        document["categories"].pop("tenants")
        document["categories"]["others"]["rule"] = {"fact": "hukou_in_county", "is": False}

    move_ = move(edited(edit), TENANT)
    assert move_ is not None
    assert "不再有“租房”这一类" in move_.because


def test_family_is_told_what_is_open_when_no_category_can_be_decided() -> None:
    """A new question that nobody has answered yet."""

    def edit(document: Document) -> None:
        document["categories"]["others"]["rule"]["all"].append({"fact": "home_use", "is": "住宅"})
        document["thresholds"]["lease_months"]["months"] = 13

    open_ = asked(hukou_in_county=False, lease_filed_on=date(2026, 8, 31), insurance_months=0)
    move_ = move(edited(edit), open_)
    assert move_ is not None
    assert move_.after == "还定不下来"
    assert move_.because

"""Comparing plans: every part is looked at, and told in words."""

from __future__ import annotations

import pytest

from enrolment.model.comparing import Change, Topic, compare
from tests.enrolment.model.comparing.editing import Document, Edit, changes, edited, sample

EDITS: dict[str, tuple[Edit, Topic]] = {
    "category rule": (lambda d: d["categories"]["local"]["rule"].update(**{"is": False}), Topic.CATEGORIES),
    "category order": (lambda d: d["categories"]["local"].update(priority=9), Topic.CATEGORIES),
    "category name": (lambda d: d["categories"]["local"].update(title="本地户口"), Topic.CATEGORIES),
    "category stages": (lambda d: d["categories"]["local"].update(stages=["primary"]), Topic.CATEGORIES),
    "category school": (
        lambda d: d["categories"]["local"].update(school_by="hukou_in_county"),
        Topic.CATEGORIES,
    ),
    "category gone": (lambda d: d["categories"].pop("others"), Topic.CATEGORIES),
    "figure": (lambda d: d["thresholds"]["lease_months"].update(months=6), Topic.FIGURES),
    "term": (
        lambda d: d["definitions"]["tenant"].update(rule={"fact": "home_use", "is": "住宅"}),
        Topic.TERMS,
    ),
    "window": (
        lambda d: d["calendar"]["windows"]["primary"]["online"].update(closes="2027-06-20"),
        Topic.DAYS,
    ),
    "own window": (
        lambda d: d["calendar"]["windows"]["primary"].update(
            by_category={
                "local": {"online": {"opens": "2027-06-02", "closes": "2027-06-03", "clause": "1.2"}}
            }
        ),
        Topic.DAYS,
    ),
    "reference day": (lambda d: d["calendar"].update(reference_date="2027-08-30"), Topic.DAYS),
    "counting": (lambda d: d["calendar"].update(months="first_day_counts"), Topic.DAYS),
    "age": (lambda d: d["ages"]["primary"].update(years=7), Topic.DAYS),
    "points": (lambda d: d["points"]["score"]["items"][1].update(points=20), Topic.POINTS),
    "zone": (lambda d: d["schools"]["p2"]["zone"].update(roads=["甲路 1-99 双号"]), Topic.ZONES),
    "school phone": (lambda d: d["schools"]["p1"].update(phone="0531-8000 0909"), Topic.SCHOOLS),
    "school seats": (lambda d: d["schools"]["p1"].update(seats=40), Topic.SCHOOLS),
    "school's categories": (lambda d: d["schools"]["p1"].update(accepts=["local"]), Topic.SCHOOLS),
    "seat lock": (
        lambda d: d.update(seat_locks={"primary": {"years": 6, "siblings_exempt": True, "clause": "1.1"}}),
        Topic.SEATS,
    ),
    "twins": (lambda d: d["placement"].update(twins_together=False), Topic.SEATS),
    "office": (lambda d: d["contacts"]["county"].update(hours="每天"), Topic.OFFICES),
    "article": (lambda d: d["articles"]["contact_phone"].update(text="打{phone}"), Topic.ARTICLES),
    "clause": (lambda d: d["clauses"]["1.1"].update(text="另一句话。"), Topic.CLAUSES),
    "version": (lambda d: d.update(version="2027-测试-2"), Topic.PLAN),
    "areas": (lambda d: d.update(areas=["990102", "990103"]), Topic.PLAN),
}


@pytest.mark.parametrize("name", EDITS)
def test_change_is_told_under_its_topic_when_a_part_is_edited(name: str) -> None:
    """No edit goes unnoticed, and each says what was and what is."""
    edit, topic = EDITS[name]
    told = changes(edit)
    assert topic in {change.topic for change in told}
    assert all(change.before != change.after or not change.before for change in told)


def test_nothing_is_told_when_plans_are_the_same() -> None:
    """A plan does not differ from itself."""
    assert compare(sample(), sample()) == ()


def test_figure_is_told_once_when_rules_rest_on_it() -> None:
    """The terms and categories are named beside the figure; their words are not told again."""
    told = changes(lambda d: d["thresholds"]["lease_months"].update(months=6))
    assert told == (Change(Topic.FIGURES, "租房备案", "12个月", "6个月", "用在：租房备案满期、租房、其他"),)


def test_rule_is_told_in_whole_sentences_when_it_changes() -> None:
    """What was asked, and what is asked now."""

    def edit(document: Document) -> None:
        document["categories"]["others"]["rule"]["all"].append({"fact": "home_use", "is": "住宅"})

    (change,) = changes(edit)
    assert (change.topic, change.what) == (Topic.CATEGORIES, "其他 · 条件")
    assert change.after is not None
    assert change.after.startswith(f"{change.before}；并且")
    assert change.after.endswith("住宅")


def test_new_and_gone_entries_have_one_side_when_compared() -> None:
    """A category that is new has no before, one that is gone no after."""

    def rename(document: Document) -> None:
        document["categories"]["strangers"] = document["categories"].pop("others")

    new, gone = changes(rename)
    assert (new.before, gone.after) == (None, None)
    assert new.after == gone.before


def test_text_is_no_change_when_only_a_figure_it_quotes_moves() -> None:
    """A clause that quotes a day through a placeholder is the same clause on another day."""

    def quote(document: Document) -> None:
        document["clauses"]["1.1"]["text"] = "{results_by}以前告诉结果。"

    def quote_later(document: Document) -> None:
        quote(document)
        document["calendar"]["results_by"] = "2027-08-12"

    topics = {change.topic for change in compare(edited(quote), edited(quote_later))}
    assert topics == {Topic.DAYS}

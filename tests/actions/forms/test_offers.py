"""A reply to an offered category is read for what it says of the family, not for its yes or no alone."""

from __future__ import annotations

import pytest

from actions.forms.fact_answers import SKIP
from actions.forms.offers import asked_of, introduced, read_reply
from enrolment.services.deciding.next_question import Offer

OFFER = Offer("拆迁安置居民子女", "学校由区里安排。", ("拆迁安置协议",), "芝罘2027-3.3", "拆迁安置")


def test_offer_names_category_paper_and_clause_when_it_is_introduced() -> None:
    """A guardian knows what a yes costs before she says it; no seat is promised."""
    said = introduced("老房子拆迁、还没有搬进安置房", OFFER) + asked_of(OFFER)
    for each in ("老房子拆迁", "拆迁安置居民子女", "要补拆迁安置协议", "芝罘2027-3.3"):
        assert each in said
    assert "录取" not in said


@pytest.mark.parametrize(
    "text", ["是", "是的，按这个报", "对", "要", "按这一类报吧", "还没交呢", "没有分下来"]
)
def test_offer_is_taken_when_a_reply_bears_it_out(text: str) -> None:
    """Also where it says that something is not there yet."""
    assert read_reply(text) is True


@pytest.mark.parametrize("text", ["不是", "不用了", "不按", "早就交了", "去年就搬进去了", "不是，已经分到了"])
def test_offer_is_left_when_a_reply_says_otherwise(text: str) -> None:
    """A home handed over is an ordinary home."""
    assert read_reply(text) is False


@pytest.mark.parametrize("text", ["没有", "天气不错吧", "要什么材料？", "按这一类报好吗"])
def test_reply_is_unclear_when_it_may_mean_either(text: str) -> None:
    """Nothing is decided on it."""
    assert read_reply(text) is None


def test_reply_skips_when_the_guardian_cannot_say() -> None:
    """Staff look at it."""
    assert read_reply("不清楚") == SKIP

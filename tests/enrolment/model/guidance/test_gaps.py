"""Questions nobody answered, gathered: the same question in other words is one."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from enrolment.model.guidance.gaps import Gap, GapKind, gather, shown
from tests.fakes.clock import DEMONSTRATION_NOW

LUNCH = ("学校中午管饭吗", "请问学校中午管不管饭", "中午学校管饭不", "您好，学校中午管饭吗？谢谢")
BUS = ("有没有校车接送", "请问有校车接送吗", "校车接送到小区门口吗")


def gap(text: str, at: datetime = DEMONSTRATION_NOW, kind: GapKind = GapKind.UNANSWERED) -> Gap:
    """A gap of one county."""
    return Gap(f"gap-{text}-{at}", "370102", kind, "other_in_scope", text, at)


def test_questions_stand_together_when_they_ask_the_same() -> None:
    """Whatever the order and the courtesies; the largest group comes first."""
    mixed = [BUS[0], LUNCH[0], LUNCH[1], BUS[1], LUNCH[2], BUS[2], LUNCH[3]]
    first, second = gather(gap(text) for text in mixed)
    assert (set(first.questions), set(second.questions)) == (set(LUNCH), set(BUS))
    assert (first.size, second.size) == (4, 3)


def test_group_tells_what_went_wrong_when_it_is_listed() -> None:
    """How often it was not answered, not understood, of no use; and when it was asked last."""
    later = DEMONSTRATION_NOW + timedelta(days=2)
    (cluster,) = gather([gap(LUNCH[0]), gap(LUNCH[1], later, GapKind.UNHELPFUL)])
    assert cluster.kinds == {GapKind.UNANSWERED: 1, GapKind.UNHELPFUL: 1}
    assert cluster.newest == later
    assert cluster.counties == ("370102",)


def test_question_shows_nothing_personal_when_it_is_listed() -> None:
    """References of the shield and long numbers are left out."""
    assert shown("我的号[id:aB3]是 370102 那个 13800001111 对吧") == "我的号…是 … 那个 … 对吧"


@given(st.lists(st.text(max_size=30), max_size=20))
def test_every_question_is_in_one_group_when_it_says_anything(texts: list[str]) -> None:
    """None is lost, none counted twice; whatever people write."""
    clusters = gather(gap(text) for text in texts)
    assert sum(cluster.size for cluster in clusters) <= len(texts)
    assert all(cluster.questions for cluster in clusters)

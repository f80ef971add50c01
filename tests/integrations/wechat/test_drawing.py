"""Replies drawn as one WeChat text lose nothing and fit."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.messages import Card, Choice, Link, Outbound, Row
from integrations.wechat.drawing import LONGEST, LONGEST_BYTES, clean, draw, first_page


def test_choices_are_numbered_through_when_several_replies_offer_some() -> None:
    """The number a guardian sees is the number that picks."""
    replies = [
        Outbound("先看这个", (Choice("甲", "/a"),)),
        Outbound("再看这个", (Choice("乙", "/b"), Choice("丙", "/c"))),
    ]
    assert draw(replies) == "先看这个\n\n回复数字即可：\n1. 甲\n\n再看这个\n\n2. 乙\n3. 丙"


def test_card_and_link_become_lines_when_drawn() -> None:
    """Everything on the card is there."""
    card = Card(
        "decision", "入学类型：房户一致", (Row("材料", "不用带"), Row("学校", "一小", "电话 1")), "以审核为准"
    )
    drawn = draw([Outbound("查好了", (), card, Link("去登录", "https://a.example/b?c=d"))])
    assert drawn == (
        "查好了\n\n【入学类型：房户一致】\n· 材料：不用带\n· 学校：一小（电话 1）\n以审核为准\n\n"
        "去登录：\nhttps://a.example/b?c=d"
    )


def test_text_stays_whole_when_it_fits() -> None:
    """No page break without need."""
    assert first_page("您好") == ("您好", "")


def test_pages_break_between_lines_when_a_text_is_too_long() -> None:
    """The rest begins with a whole line."""
    text = "\n".join(f"{line:03d}" + "字" * 50 for line in range(30))
    page, rest = first_page(text)
    assert page.endswith("（还没有说完，回复“继续看”接着看）")
    assert rest[:3].isdigit()


@given(st.text(st.sampled_from("字a\n😀 "), max_size=4_000))
def test_pages_lose_nothing_when_a_text_is_read_to_its_end(text: str) -> None:
    """Every page fits, and together they hold every character that can be seen."""
    rest, seen, pages = text, "", 0
    while rest:
        page, rest = first_page(rest)
        assert len(page) <= LONGEST
        assert len(page.encode()) <= LONGEST_BYTES
        seen += page.replace("（还没有说完，回复“继续看”接着看）", "") if rest else page
        pages += 1
        assert pages < 60
    assert "".join(seen.split()) == "".join(text.split())


@given(st.text())
def test_text_can_stand_in_xml_when_it_was_cleaned(text: str) -> None:
    """No control characters, and no end of the section it stands in."""
    cleaned = clean(text + "]]\x00>")
    assert "]]>" not in cleaned
    assert all(one == "\n" or one >= " " for one in cleaned)

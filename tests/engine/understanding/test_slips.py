"""Messages of one word, slips of the tongue, and questions that tell nothing."""

from __future__ import annotations

import pytest
from ruxue_engine.understanding.lone_words import lone_word
from ruxue_engine.understanding.slips import asks_on, is_slip


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("房产证", "deed"),
        ("报名！", "enrol"),
        (" 户口？", "hukou"),
        ("社保", "insurance"),
        ("查", "look_up"),
        ("政策", "rules"),
        ("芝罘区的规定给我讲讲", "rules"),
        ("今年招生政策是什么？", "rules"),
        ("招生简章发我", "rules"),
        ("小学入学方案在哪看", "rules"),
    ],
)
def test_word_is_found_when_it_is_the_whole_message(text: str, word: str) -> None:
    """Marks around it change nothing."""
    assert [each.value for each in lone_word(text)] == [word]


@pytest.mark.parametrize(
    "text",
    [
        "我要报名",
        "户口在历下",
        "房产证没下来",
        "改",
        "好的",
        "租房的政策是什么",
        "政策变来变去",
        "明年政策变吗",
    ],
)
def test_no_word_is_found_when_more_is_said(text: str) -> None:
    """Two words say what is meant."""
    assert lone_word(text) == []


@pytest.mark.parametrize("text", ["啊不对", "刚才说错了", "错了", "我填错了"])
def test_slip_is_found_when_nothing_else_is_said(text: str) -> None:
    """What was wrong is asked."""
    assert is_slip(text, tells=False)


@pytest.mark.parametrize(
    "text",
    [
        "弄错了，房子是爷爷的",
        "不对，是租的",
        "是2020年11月，不是10月",
        "不是小学，是初中",
        "那改回来吧，2020年9月",
        "还是改成2020年9月",
    ],
)
def test_slip_is_found_when_the_right_value_is_told(text: str) -> None:
    """The new value is taken."""
    assert is_slip(text, tells=True)


@pytest.mark.parametrize("text", ["户口改成历下的行吗", "改成2020年9月能报吗", "名字改了，户口在历下"])
def test_no_slip_is_found_when_a_change_is_only_asked_about(text: str) -> None:
    """Nobody changes a hukou by asking whether one may."""
    assert not is_slip(text, tells=True)


@pytest.mark.parametrize("text", ["不对", "说错了怎么办", "不对劲", "填错了能改吗"])
def test_no_slip_is_found_when_it_is_an_answer_or_a_question(text: str) -> None:
    """A bare no answers what was asked."""
    assert not is_slip(text, tells=False)


@pytest.mark.parametrize(
    ("text", "only_asks"), [("那租房的呢", True), ("公租房算不算", True), ("没有，租的", False)]
)
def test_question_tells_nothing_when_it_asks_of_another_case(text: str, *, only_asks: bool) -> None:
    """Whoever asks about renting need not rent."""
    assert asks_on(text) is only_asks

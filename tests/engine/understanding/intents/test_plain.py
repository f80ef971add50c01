"""Messages from any keyboard, voice or script come out alike."""

import pytest
from ruxue_engine.understanding.intents.plain import plain, without_fillers


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("戶口不在這邊，能報名嗎", "户口不在这边,能报名吗"),
        ("报\u200b名\u202e时间", "报名时间"),
        ("２０２０年１０月", "2020年10月"),
        ("报名😀👍🏽！！！！！", "报名!!"),
        ("怎么 报 名", "怎么报名"),
        ("APP login 不了", "app login不了"),
        ("啊啊啊啊啊", "啊啊"),
        ("\u200b\u200d", ""),
        ("", ""),
    ],
)
def test_message_is_written_one_way_when_it_comes_in_another(text: str, said: str) -> None:
    """Traditional, full-width, invisible, spaced and repeated signs."""
    assert plain(text) == said


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("您好,我想问一下报名要带什么,谢谢您!", "报名要带什么"),
        ("请问麻烦问一下几号报名", "几号报名"),
        ("您好", "您好"),
        ("你好,谢谢", "你好,谢谢"),
    ],
)
def test_courtesies_around_a_question_are_dropped_and_those_alone_are_kept(text: str, rest: str) -> None:
    """A greeting by itself is what a message says."""
    assert without_fillers(text) == rest

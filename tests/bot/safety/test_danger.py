"""Danger is found in however it is written, and never in what people say every day."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.safety.danger import Danger, around_danger, danger_in

SELF_HARM = (
    "我不想活了",
    "活着真没意思",
    "想自杀",
    "上不了学我就死给你们看",
    "我真想死",
    "不如死了算了",
    "我带着孩子一起死",
    "跳楼的心都有了",
    "我想跳楼",
    "我割腕了",
    "死在你们教育局门口",
    "想结束自己的生命",
    "活不下去了",
    "一了百了",
    "同归于尽吧",
    "孩子说他不想活了",
    "我想自殺",
    "我要跳樓",
    "自 杀",
    "自*杀",
    "自\u200b杀",
    "我 不 想 活 了",
)
OF_A_CHILD = (
    "孩子被他爸打了",
    "孩子被老师打了",
    "我老公家暴",
    "继父虐待孩子",
    "孩子走丢了",
    "我闺女不见了",
    "儿子被人拐走了，被拐了",
    "有人猥亵孩子",
    "孩子被同学欺负得不敢上学",
    "他天天打孩子",
    "校园霸凌怎么办",
    "孩子昏迷了",
)
VIOLENCE = ("我要砍死你们", "炸了教育局", "带着刀去找校长", "我杀了你们", "报复社会")
EVERYDAY = (
    "想死你了",
    "想死我孩子了",
    "气死了",
    "气死我了",
    "累死了",
    "急死了",
    "愁死我了",
    "热死了",
    "笑死",
    "烦死了",
    "排队排死了",
    "死心吧",
    "电脑死机了",
    "页面卡死了",
    "跳楼价的房子",
    "孩子跟我死磕",
    "不想活动",
    "孩子的出生证丢了",
    "孩子户口本丢了怎么办",
    "孩子的身份证找不到了",
    "孩子被分到哪个学校",
    "孩子被退回来了",
    "孩子被打印错名字了",
    "孩子让老师打电话了",
    "给孩子打电话",
    "老人去世了，房子还在他名下",
    "孩子爸爸死了，户口怎么办",
    "孩子的爷爷死亡证明要吗",
    "丈夫去世了要带死亡证明吗",
    "学校有防校园欺凌的课吗",
    "有没有预防自杀的心理课",
    "孩子以后不要学籍了",
    "打孩子主意",
    "我家孩子2020年10月出生，户口和房子都在历下，想报明年的小学",
    "没房就活该没学上吗",
    "杀毒软件拦着打不开",
    "房子拆迁了还算吗",
    "老师打人吗",
)


@pytest.mark.parametrize("text", SELF_HARM)
def test_self_harm_is_found_when_a_life_is_in_danger(text: str) -> None:
    """Said plainly, in traditional signs, with spaces or marks between."""
    assert danger_in(text) is Danger.SELF_HARM


@pytest.mark.parametrize("text", OF_A_CHILD)
def test_danger_is_found_when_a_child_is_hurt_or_lost(text: str) -> None:
    """Beaten, abused, bullied, lost."""
    assert danger_in(text) is Danger.CHILD


@pytest.mark.parametrize("text", VIOLENCE)
def test_violence_is_found_when_somebody_is_threatened(text: str) -> None:
    """A threat is somebody in need too."""
    assert danger_in(text) is Danger.VIOLENCE


@pytest.mark.parametrize("text", EVERYDAY)
def test_nothing_is_found_when_people_only_exaggerate(text: str) -> None:
    """Tired to death, and longing to death, are no danger; a lost paper and a dead relative neither."""
    assert danger_in(text) is None


@given(st.text(max_size=40), st.sampled_from(["我不想活了", "我想自杀"]), st.text(max_size=40))
def test_danger_is_found_when_it_stands_among_anything(before: str, said: str, after: str) -> None:
    """Whatever stands before and after, in sentences of their own."""
    assert danger_in(f"{before}。{said}。{after}") is Danger.SELF_HARM


@given(st.text(max_size=200))
def test_any_text_is_read_without_failing(text: str) -> None:
    """Whatever people paste."""
    danger_in(text)


def test_part_with_the_danger_is_kept_when_a_text_is_too_long() -> None:
    """A long farewell is heard."""
    assert danger_in(around_danger("好" * 5_000 + "我不想活了" + "啊" * 5_000, 400)) is Danger.SELF_HARM
    assert around_danger("好" * 9_000, 400) == ""

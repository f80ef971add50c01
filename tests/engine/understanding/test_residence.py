"""Hukou and home, with their denials."""

import pytest
from ruxue_engine.understanding.places import Places
from ruxue_engine.understanding.residence import residence
from ruxue_engine.understanding.text import narrowed

SERVED = Places([{"code": "370102", "name": "历下区"}, {"code": "370102", "name": "历下"}])


def read(text: str) -> dict[str, str]:
    """Read a message as the component does."""
    return {found.entity: found.value for found in residence(narrowed(text), SERVED)}


@pytest.mark.parametrize(
    ("text", "hukou"),
    [
        ("户口在历下", "370102"),
        ("户口落在历下区了", "370102"),
        ("历下户口", "370102"),
        ("户口不在这边", "elsewhere"),
        ("没有历下户口", "elsewhere"),
        ("户口在老家", "elsewhere"),
        ("孩子户口还没迁过来，户口没迁过来", "elsewhere"),
        ("户口在青岛", "elsewhere"),
        ("户口在历城区", "elsewhere"),
    ],
)
def test_hukou_is_read_when_it_is_stated_or_denied(text: str, hukou: str) -> None:
    """Here, elsewhere, and the negations of both."""
    assert read(text)["hukou"] == hukou


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("没买房", "none"),
        ("租房", "none"),
        ("我们租的房子", "none"),
        ("没房", "none"),
        ("房子不在历下", "none"),
        ("房子是爷爷的", "grandparent"),
        ("住姥姥家的房子", "grandparent"),
        ("我家有套房在历下，老人名下", "grandparent@370102"),
        ("房子是我们自己的", "guardian"),
        ("房本写的我名字", "guardian"),
        ("我们在历下买了房子", "guardian@370102"),
        ("有房", "guardian"),
    ],
)
def test_home_is_read_when_its_owner_or_its_lack_is_told(text: str, home: str) -> None:
    """Ours, the old people's, or none."""
    assert read(text)["home"] == home


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("户口和房子都在历下", {"hukou": "370102", "home": "guardian@370102"}),
        ("户口、房子都不在历下", {"hukou": "elsewhere", "home": "none"}),
        ("户口在老家房子在历下", {"hukou": "elsewhere", "home": "guardian@370102"}),
        ("俺家房子在历下户口没迁过来", {"hukou": "elsewhere", "home": "guardian@370102"}),
        ("有房有户", {"hukou": "here", "home": "guardian"}),
        ("有房无户", {"hukou": "elsewhere", "home": "guardian"}),
        ("没房没户口", {"hukou": "elsewhere", "home": "none"}),
        ("户口房子都有", {"hukou": "here", "home": "guardian"}),
        ("户口房子都在", {"hukou": "here", "home": "guardian"}),
        ("户口在历下，房子还没买", {"hukou": "370102", "home": "none"}),
        ("买了房户口还在老家", {"hukou": "elsewhere", "home": "guardian"}),
        ("外省户口租房住", {"hukou": "elsewhere", "home": "none"}),
    ],
)
def test_hukou_and_home_are_kept_apart_when_one_sentence_tells_both(text: str, facts: dict[str, str]) -> None:
    """Joined subjects share what is said of them, others do not."""
    assert read(text) == facts


@pytest.mark.parametrize(
    "text", ["要带房产证吗", "如果我在历下买房能上吗", "打算把户口迁到历下", "买不起房", "房户一致具体指什么"]
)
def test_residence_states_nothing_when_a_message_only_asks_or_supposes(text: str) -> None:
    """A question about papers and an "if" are no facts."""
    assert read(text) == {}


@pytest.mark.parametrize("text", ["那租房要备案吗", "租房的孩子能上吗", "租的房子可以报名不"])
def test_question_about_renting_tells_nothing_of_this_family(text: str) -> None:
    """What the rule is, is asked; whoever says that they rent still tells it."""
    assert residence(text, Places()) == []
    assert [each.value for each in residence(f"我们租房住，{text}", Places())] == ["none"]

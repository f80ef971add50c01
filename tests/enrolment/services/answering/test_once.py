"""Of the answers to a message, none says only what another says."""

from __future__ import annotations

from dataclasses import replace

from enrolment.model.answering.answer import Answer, Citation, Status
from enrolment.model.plan.topics import Topic
from enrolment.services.answering.once import once

GROUND = Citation("1.1", "规定", "出处", "1")
FIGURES = Citation("2.1", "月数", "出处", "1")
UNCLEAR = Answer(Status.CLARIFY, Topic.RENTAL, "没看明白")


def said(*lines: str, rests_on: tuple[Citation, ...] = (GROUND,)) -> Answer:
    """An answer of these lines and its ground."""
    text = "\n".join([*lines, "依据：" + "、".join(each.clause for each in rests_on)])
    return Answer(Status.ANSWERED, Topic.RENTAL, text, rests_on, article="rental")


RULE, MORE = said("租房也能报。"), said("还差两个月。", "租房也能报。", rests_on=(FIGURES, GROUND))
PHONE = replace(said("请打电话。"), article="phone")


def test_answer_is_said_once_when_it_comes_twice() -> None:
    """Also where nothing stands below it."""
    assert once([RULE, RULE]) == (RULE,)
    assert once([UNCLEAR, RULE, UNCLEAR]) == (UNCLEAR, RULE)
    assert once([MORE, PHONE, RULE]) == (MORE, PHONE)


def test_only_what_is_new_is_said_when_an_article_was_told_before() -> None:
    """With the clauses all of it rests on."""
    first, second, third = once([RULE, PHONE, MORE])
    assert (first, second) == (RULE, PHONE)
    assert third.text == "还差两个月。\n依据：2.1、1.1"
    assert third.citations == (FIGURES, GROUND)


def test_answer_is_whole_when_another_article_shares_a_line() -> None:
    """Each article reads by itself."""
    other = replace(said("请打电话。", "也可以上门。"), article="office")
    assert once([PHONE, other]) == (PHONE, other)

"""A timeline told in sentences."""

from __future__ import annotations

from datetime import timedelta

from enrolment.model.application import Application
from enrolment.model.plan import Stage
from enrolment.model.story.history import tell
from enrolment.model.story.timeline import EventType
from tests.fakes import FrozenClock, demonstration_plan

NOW = FrozenClock().now()
LATER = NOW + timedelta(days=1)


def test_facts_share_a_line_when_one_department_answered_at_one_moment() -> None:
    """Another day, another department or another answer begins a new line."""
    case = Application("a", "g", "c", "370102", 2027, Stage.PRIMARY)
    for kind, at, fact, item in (
        (EventType.FACT_CONFIRMED, NOW, "home_in_county", "real_estate"),
        (EventType.FACT_CONFIRMED, NOW, "home_use", "real_estate"),
        (EventType.FACT_CONFIRMED, NOW, "hukou_in_county", "household_members"),
        (EventType.FACT_NOT_FOUND, NOW, "hukou_with_guardian", "household_members"),
        (EventType.FACT_NOT_FOUND, LATER, "hukou_address", "household_members"),
    ):
        case = case.recording(kind, at, fact=fact, data_item=item)
    lines = tell(demonstration_plan(), case.events)
    assert [(line.at, line.words) for line in lines] == [
        (NOW, "自然资源部门核实了：登记的住房在历下区、住房的登记用途"),
        (NOW, "公安部门核实了：孩子户口在历下区"),
        (NOW, "公安部门没有查到：孩子和您在同一本户口簿"),
        (LATER, "公安部门没有查到：户口地址"),
    ]


def test_line_names_two_facts_and_counts_the_rest_when_there_are_more() -> None:
    """A phone's screen holds a line or two, whatever stands between the facts of one look-up."""
    case = Application("a", "g", "c", "370102", 2027, Stage.PRIMARY)
    for fact, item in (
        ("hukou_in_county", "household_members"),
        ("home_use", "real_estate"),
        ("hukou_address", "household_members"),
        ("birth_date", "household_members"),
    ):
        case = case.recording(EventType.FACT_CONFIRMED, NOW, fact=fact, data_item=item)
    assert [line.words for line in tell(demonstration_plan(), case.events)] == [
        "公安部门核实了：孩子户口在历下区、户口地址等3项",
        "自然资源部门核实了：住房的登记用途",
    ]


def test_consents_share_a_line_when_given_at_once() -> None:
    """What was agreed to is one line, what was refused another."""
    case = Application("a", "g", "c", "370102", 2027, Stage.PRIMARY)
    for kind, item in (
        (EventType.CONSENT_REFUSED, "real_estate"),
        (EventType.CONSENT_GRANTED, "household_members"),
        (EventType.CONSENT_GRANTED, "birth_certificate"),
    ):
        case = case.recording(kind, NOW, data_item=item)
    assert [line.words for line in tell(demonstration_plan(), case.events)] == [
        "您没有同意查询：不动产登记信息",
        "您同意查询：家庭常住人口信息、出生医学证明信息",
    ]

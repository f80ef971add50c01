"""Who was given a clause that reads otherwise now, and the notice that waits for them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from enrolment.model.plan import Plan
from enrolment.model.plan.topics import Topic
from enrolment.services.answering import Asked, answer_message
from enrolment.services.answering.find_outdated import find_outdated, queue_notices
from enrolment.services.answering.remember_told import remember_told
from tests.fakes import FakePlans, FrozenClock, demonstration_plan
from tests.fakes.guide_search import FakeSearch, understood
from tests.fakes.told_clauses import FakeHistory, FakeToldClauses

OLD = demonstration_plan()
CLAUSE = "历下2027-8.1"


def reworded(key: str, version: str = "2027-演示-99") -> Plan:
    """The plan with one clause in other words."""
    clause = replace(OLD.clauses[key], text="另有说法。")
    return replace(OLD, version=version, clauses={**OLD.clauses, key: clause})


def told_by(plan: Plan, *conversations: str) -> FakeToldClauses:
    """What is kept after conversations were given a phone number."""
    told, clock = FakeToldClauses(), FrozenClock()
    asked = Asked("370102", "电话", understood(Topic.CONTACT_PHONE))
    answers = answer_message(asked, plans=FakePlans(plan), search=FakeSearch(), clock=clock)
    for conversation in conversations:
        remember_told(conversation, answers, told=told, clock=clock)
    return told


def test_clauses_are_kept_with_version_and_moment_when_an_answer_is_given() -> None:
    """The conversation's reference and nothing of what was said."""
    (kept,) = told_by(OLD, "c1").of_plan("370102", 2027)
    assert (kept.conversation_id, kept.clause, kept.version) == ("c1", CLAUSE, OLD.version)
    assert kept.told_at == FrozenClock().now()


def test_conversation_is_listed_when_its_clause_changed() -> None:
    """Each that was given it; nobody when another clause changed, or only the version's name."""
    told = told_by(OLD, "c1", "c2")
    history = FakeHistory((OLD,))
    for newer, who in (
        (reworded(CLAUSE), ["c1", "c2"]),
        (reworded("历下2027-3.1"), []),
        (replace(OLD, version="2027-演示-99"), []),
    ):
        found = find_outdated("370102", told=told, plans=FakePlans(newer), history=history)
        assert [each.conversation_id for each in found] == who


def test_conversation_is_listed_when_its_version_cannot_be_read_any_more() -> None:
    """Better one notice too many."""
    found = find_outdated(
        "370102", told=told_by(OLD, "c1"), plans=FakePlans(reworded("历下2027-3.1")), history=FakeHistory()
    )
    assert [each.clause for each in found] == [CLAUSE]


def test_conversation_is_not_listed_when_it_was_given_the_newer_words() -> None:
    """Asked again after the change."""
    newer = reworded(CLAUSE)
    found = find_outdated(
        "370102", told=told_by(newer, "c1"), plans=FakePlans(newer), history=FakeHistory((OLD, newer))
    )
    assert found == ()


def test_one_notice_waits_for_each_conversation_when_queued_twice() -> None:
    """The job may run as often as it likes."""
    told, clock = told_by(OLD, "c1", "c2"), FrozenClock()
    for _ in range(2):
        queue_notices(
            "370102",
            told=told,
            plans=FakePlans(reworded(CLAUSE)),
            history=FakeHistory((OLD,)),
            clock=clock,
        )
        clock.advance(timedelta(days=1))
    waiting = told.queued("370102", 2027)
    assert [(each.conversation_id, each.clauses, each.version) for each in waiting] == [
        ("c1", (CLAUSE,), "2027-演示-99"),
        ("c2", (CLAUSE,), "2027-演示-99"),
    ]
    assert all(each.queued_at == FrozenClock().now() for each in waiting)

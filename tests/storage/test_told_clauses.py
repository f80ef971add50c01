"""Clauses given and notices that wait, on SQLite and PostgreSQL."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from sqlalchemy import Engine

from enrolment.model.answering.told_clauses import ClauseNotice, ToldClause
from enrolment.model.retention import Kind
from enrolment.ports import BeginWork
from storage.papers.images import in_folder
from storage.retention import SqlRetention
from storage.told_clauses import SqlToldClauses
from tests.storage.samples import NOW

TOLD = ToldClause("c1", "370102", 2027, "历下2027-8.1", "2027-1", NOW)
NOTICE = ClauseNotice("c1", "370102", 2027, "2027-2", ("历下2027-3.1", "历下2027-8.1"), NOW)


def test_newest_telling_is_kept_when_a_clause_is_given_again(engine: Engine) -> None:
    """One row for a conversation and a clause."""
    store = SqlToldClauses(engine)
    again = replace(TOLD, version="2027-2", told_at=NOW + timedelta(days=1))
    store.remember([TOLD, replace(TOLD, clause="历下2027-5.1"), replace(TOLD, county="370602")])
    store.remember([again])
    store.remember([])
    assert store.of_plan("370102", 2027) == [replace(TOLD, clause="历下2027-5.1"), again]
    assert store.of_plan("370102", 2026) == []


def test_notice_is_kept_once_when_it_is_queued_twice(engine: Engine) -> None:
    """A conversation gets one for a version, the first one queued."""
    store = SqlToldClauses(engine)
    newer = replace(NOTICE, version="2027-3", queued_at=NOW + timedelta(days=2))
    store.queue([NOTICE])
    store.queue([replace(NOTICE, queued_at=NOW + timedelta(days=1)), newer])
    store.queue([])
    assert store.queued("370102", 2027) == [NOTICE, newer]


def test_what_was_given_is_deleted_when_it_was_kept_long_enough(engine: Engine, tmp_path: Path) -> None:
    """Both tables, by their own moment."""
    store = SqlToldClauses(engine)
    store.remember([TOLD, replace(TOLD, conversation_id="c2", told_at=NOW + timedelta(days=2))])
    store.queue([NOTICE])
    retention = SqlRetention(engine, in_folder(tmp_path))
    assert retention.purge(Kind.TOLD_CLAUSES, NOW + timedelta(days=1)) == 2
    assert [each.conversation_id for each in store.of_plan("370102", 2027)] == ["c2"]
    assert store.queued("370102", 2027) == []


def test_clauses_are_forgotten_when_the_chat_is(engine: Engine, begin: BeginWork) -> None:
    """Nothing is kept about a conversation that was forgotten."""
    store = SqlToldClauses(engine)
    store.remember([TOLD])
    store.queue([NOTICE])
    with begin() as work:
        work.chats.forget("c1")
        work.commit()
    assert (store.of_plan("370102", 2027), store.queued("370102", 2027)) == ([], [])

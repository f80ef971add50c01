"""Pictures held for a person in the database, on both."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Engine, select

from enrolment.model.papers.advice import Advice
from enrolment.model.papers.held import HeldPicture
from enrolment.model.papers.refusals import PageUnknown
from enrolment.ports import BeginWork
from storage.statements import table
from storage.tables import HeldPictureRow
from tests.storage.samples import NOW

KEY = bytes(range(32))
PICTURE = HeldPicture("p1", "c1", "media-of-the-platform", 1500, 2000, (Advice.DARK,), NOW)


def store(begin: BeginWork, *pictures: HeldPicture) -> None:
    """Hold pictures."""
    with begin() as work:
        for each in pictures:
            work.held_pictures.add(each, KEY)
        work.commit()


def test_picture_comes_back_when_it_is_held(begin: BeginWork) -> None:
    """All of it in the order they came, and its key for its own conversation only."""
    earlier = replace(PICTURE, id="p0", media="m0", sent_at=NOW - timedelta(minutes=1))
    store(begin, PICTURE, earlier, replace(PICTURE, id="p2", conversation_id="c2"))
    with begin() as work:
        assert list(work.held_pictures.of_conversation("c1")) == [earlier, PICTURE]
        assert work.held_pictures.key_of("c1", "p1") == KEY
        with pytest.raises(PageUnknown):
            work.held_pictures.key_of("c2", "p1")


def test_picture_is_gone_when_it_is_removed_or_its_chat_forgotten(begin: BeginWork) -> None:
    """With its key."""
    store(begin, PICTURE, replace(PICTURE, id="p2"), replace(PICTURE, id="p3", conversation_id="c2"))
    with begin() as work:
        work.held_pictures.remove("p1")
        assert [each.id for each in work.held_pictures.of_conversation("c1")] == ["p2"]
        work.chats.forget("c1")
        assert list(work.held_pictures.of_conversation("c1")) == []
        assert len(work.held_pictures.of_conversation("c2")) == 1


def test_neither_name_nor_key_stands_in_the_open_when_a_picture_is_held(
    begin: BeginWork, engine: Engine
) -> None:
    """Whoever has the name and a token of the account could fetch it."""
    store(begin, PICTURE)
    with engine.begin() as connection:
        row = connection.execute(select(table(HeldPictureRow))).mappings().one()
    everything = b"".join(
        value if isinstance(value, bytes) else str(value).encode() for value in row.values()
    )
    assert PICTURE.media.encode() not in everything
    assert KEY not in everything

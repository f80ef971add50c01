"""Pictures held for a person are shown to the one who has the conversation, and to nobody else."""

from __future__ import annotations

from functools import partial

import pytest

from enrolment.model.errors import HandoverRefused
from enrolment.model.handover import HandoverReason
from enrolment.model.papers.held import MOST_HELD
from enrolment.model.papers.refusals import PageUnknown, PapersUnavailable, PictureGone, TooManyPages
from enrolment.services.handover.hand_over import HandOver, hand_over
from enrolment.services.handover.release_handover import release_handover
from enrolment.services.handover.show_pictures import list_pictures, show_picture
from enrolment.services.handover.take_handover import take_handover
from enrolment.services.papers.hold_pictures import hold_picture, let_go
from tests.fakes import CountingIds, FrozenClock, Store
from tests.fakes.papers import JPEG, FakeImages, FakeReader
from tests.fakes.pictures import FakePictureSource


class Desk:
    """A conversation handed over, and pictures sent in it."""

    def __init__(self) -> None:
        self.store, self.images, self.reader = Store(), FakeImages(), FakeReader()
        self.source = FakePictureSource({"m1": b"one", "m2": b"two"})
        begin, clock, ids = self.store.begin, FrozenClock(), CountingIds()
        cmd = HandOver("c1", HandoverReason.ASKED)
        self.handover = hand_over(cmd, begin=begin, ids=ids, clock=clock).id
        self.take = partial(take_handover, self.handover, begin=begin, clock=clock)
        self.release = partial(release_handover, self.handover, begin=begin)
        self.list = partial(list_pictures, self.handover, begin=begin)
        self.show = partial(show_picture, self.handover, begin=begin, images=self.images)
        self.let_go = partial(let_go, "c1", begin=begin, images=self.images)
        self.hold = partial(
            hold_picture,
            source=self.source,
            begin=begin,
            reader=self.reader,
            images=self.images,
            ids=ids,
            clock=clock,
        )


async def test_pictures_are_listed_and_shown_when_this_person_has_the_conversation() -> None:
    """In the order they came; one of another conversation is unknown."""
    desk = Desk()
    for conversation, media in (("c1", "m1"), ("c1", "m2"), ("c2", "m1")):
        await desk.hold(conversation, media)
    desk.take("staff-7")

    found = desk.list("staff-7")

    assert [each.media for each in found] == ["m1", "m2"]
    assert desk.show("staff-7", found[0].id) == JPEG
    others = next(held for held, _ in desk.store.tables.held.values() if held.conversation_id == "c2")
    with pytest.raises(PageUnknown):
        desk.show("staff-7", others.id)


async def test_pictures_are_refused_when_another_has_the_conversation_or_nobody() -> None:
    """Before it is taken, to a colleague, and once it was put back."""
    desk = Desk()
    await desk.hold("c1", "m1")
    (picture,) = desk.images.kept
    for staff in ("staff-7", "staff-8"):
        with pytest.raises(HandoverRefused):
            desk.list(staff)
    desk.take("staff-7")
    with pytest.raises(HandoverRefused):
        desk.show("staff-8", picture)
    desk.release()
    with pytest.raises(HandoverRefused):
        desk.list("staff-7")


async def test_picture_is_fetched_once_when_it_is_held_already() -> None:
    """A turn made again after a crash changes nothing."""
    desk = Desk()
    for _ in range(2):
        await desk.hold("c1", "m1")
    assert (desk.source.fetched, len(desk.images.kept)) == (["m1"], 1)


async def test_nothing_is_held_when_the_picture_cannot_be_had_or_kept() -> None:
    """By the name of what went wrong; no row is without its picture."""
    desk = Desk()
    with pytest.raises(PictureGone):
        await desk.hold("c1", "m9")
    desk.images.down = True
    with pytest.raises(PapersUnavailable):
        await desk.hold("c1", "m1")
    assert desk.store.tables.held == {}


async def test_no_more_is_held_when_a_conversation_has_as_many_as_it_may() -> None:
    """A flood of pictures fills no disk; nothing is fetched for it."""
    desk = Desk()
    for number in range(MOST_HELD + 1):
        desk.source.kept[f"m{number}"] = b"x"
    for number in range(MOST_HELD):
        await desk.hold("c1", f"m{number}")
    with pytest.raises(TooManyPages):
        await desk.hold("c1", f"m{MOST_HELD}")
    assert len(desk.source.fetched) == MOST_HELD


async def test_picture_goes_with_its_row_when_it_is_let_go() -> None:
    """Only those named."""
    desk = Desk()
    await desk.hold("c1", "m1")
    await desk.hold("c1", "m2")
    desk.let_go(["m1", "unknown"])
    assert [held.media for held, _ in desk.store.tables.held.values()] == ["m2"]
    assert len(desk.images.kept) == 1

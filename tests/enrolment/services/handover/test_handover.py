"""Handing over: one place in the queue for each conversation, the urgent first, one person at a time."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

import pytest

from enrolment.model.errors import HandoverRefused
from enrolment.model.handover import Asked, Handover, HandoverReason, HandoverState, Summary
from enrolment.services.handover.close_handover import close_handover
from enrolment.services.handover.hand_over import HandOver, hand_over
from enrolment.services.handover.list_handovers import list_handovers
from enrolment.services.handover.note_picture import note_picture
from enrolment.services.handover.release_handover import release_handover
from enrolment.services.handover.take_handover import take_handover
from tests.fakes import CountingIds, FrozenClock, Store

TOLD = Summary("sign_in", {"hukou": "here"}, (Asked("rental", answered=True),))


class Queue:
    """The services of handovers over one store; each call is a minute after the one before."""

    def __init__(self) -> None:
        self.store, self.clock, ids = Store(), FrozenClock(), CountingIds()
        begin, clock = self.store.begin, self.clock
        self._hand_over = partial(hand_over, begin=begin, ids=ids, clock=clock)
        self.take = partial(take_handover, begin=begin, clock=clock)
        self.release = partial(release_handover, begin=begin)
        self.close = partial(close_handover, begin=begin, clock=clock)
        self.list = partial(list_handovers, begin=begin)

    def hand_over(
        self,
        conversation: str = "c1",
        reason: HandoverReason = HandoverReason.ASKED,
        county: str = "370102",
        summary: Summary = TOLD,
    ) -> Handover:
        """Hand a conversation over."""
        self.clock.advance(timedelta(minutes=1))
        return self._hand_over(HandOver(conversation, reason, county, summary))


def test_conversation_waits_with_its_summary_when_handed_over() -> None:
    """Whoever takes it reads what was told and asked, and why it is there."""
    queue = Queue()

    given = queue.hand_over()

    assert queue.list() == [given]
    assert (given.state, given.reason, given.summary) == (
        HandoverState.WAITING,
        HandoverReason.ASKED,
        TOLD,
    )


def test_conversation_keeps_its_place_when_handed_over_again() -> None:
    """Asking twice is no second ticket; the newest summary is read."""
    queue = Queue()
    first = queue.hand_over()
    newer = Summary("consent", {"hukou": "elsewhere"})

    again = queue.hand_over(reason=HandoverReason.COMPLAINT, summary=newer)

    assert queue.list() == [again]
    assert (again.id, again.opened_at) == (first.id, first.opened_at)
    assert (again.reason, again.summary) == (HandoverReason.COMPLAINT, newer)


def test_pictures_stay_when_handed_over_again() -> None:
    """They came once; what was told is told anew."""
    queue = Queue()
    queue.hand_over()
    note_picture("c1", "不动产权证书", begin=queue.store.begin)

    again = queue.hand_over(summary=Summary("consent"))

    assert again.summary == Summary("consent", pictures=("不动产权证书",))


def test_danger_stays_the_reason_when_something_else_follows() -> None:
    """A life goes before a complaint, and an empty summary takes nothing away."""
    queue = Queue()
    queue.hand_over()
    queue.hand_over(reason=HandoverReason.SAFETY, county="", summary=Summary())

    again = queue.hand_over(reason=HandoverReason.COMPLAINT)

    assert (again.reason, again.county, again.summary) == (HandoverReason.SAFETY, "370102", TOLD)


def test_urgent_comes_first_when_others_wait_longer() -> None:
    """Then whoever waits longest; a county's list has its own and those not placed yet."""
    queue = Queue()
    queue.hand_over("old")
    queue.hand_over("elsewhere", county="370602")
    queue.hand_over("nowhere", county="")
    queue.hand_over("danger", HandoverReason.SAFETY)

    assert [each.conversation_id for each in queue.list()] == ["danger", "old", "elsewhere", "nowhere"]
    assert [each.conversation_id for each in queue.list(county="370602")] == ["elsewhere", "nowhere"]


def test_one_person_has_a_conversation_when_two_reach_for_it() -> None:
    """The second is told that it is taken."""
    queue = Queue()
    given = queue.hand_over()
    taken = queue.take(given.id, "staff-1")
    assert (taken.state, taken.taken_by) == (HandoverState.TAKEN, "staff-1")

    with pytest.raises(HandoverRefused):
        queue.take(given.id, "staff-2")


def test_conversation_waits_again_when_released() -> None:
    """Nobody has it, and its place is the old one."""
    queue = Queue()
    given = queue.hand_over()
    queue.take(given.id, "staff-1")

    assert queue.release(given.id) == given


def test_next_call_is_a_new_handover_when_the_first_was_closed() -> None:
    """What was settled is out of the list for good."""
    queue = Queue()
    first = queue.hand_over()
    closed = queue.close(first.id)
    assert (closed.state, queue.list()) == (HandoverState.CLOSED, [])

    assert queue.hand_over().id != first.id
    with pytest.raises(HandoverRefused):
        queue.close(first.id)


@pytest.mark.parametrize("verb", ["release", "close", "take"])
def test_verb_is_refused_when_there_is_no_such_handover(verb: str) -> None:
    """A number mistyped changes nothing."""
    queue = Queue()
    with pytest.raises(HandoverRefused):
        getattr(queue, verb)("nobody", *(["staff-1"] if verb == "take" else []))


def test_waiting_cannot_be_released_when_nobody_has_it() -> None:
    """There is nothing to put back."""
    queue = Queue()
    with pytest.raises(HandoverRefused):
        queue.release(queue.hand_over().id)

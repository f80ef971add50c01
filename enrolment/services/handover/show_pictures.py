"""Show the person who has a conversation the pictures that were sent in it for no paper yet."""

from __future__ import annotations

from collections.abc import Sequence

from enrolment.model.errors import HandoverRefused
from enrolment.model.handover import HandoverState
from enrolment.model.papers.held import HeldPicture
from enrolment.model.papers.page import PictureSize
from enrolment.paper_ports import PaperImages
from enrolment.ports import BeginWork, Work


def list_pictures(handover_id: str, staff_id: str, *, begin: BeginWork) -> Sequence[HeldPicture]:
    """The pictures, in the order they came; raise HandoverRefused unless this person has the conversation."""
    with begin() as work:
        return work.held_pictures.of_conversation(_conversation_of(handover_id, staff_id, work))


def show_picture(
    handover_id: str, staff_id: str, picture_id: str, *, begin: BeginWork, images: PaperImages
) -> bytes:
    """The JPEG of one; raise HandoverRefused likewise, PageUnknown, PapersUnavailable."""
    with begin() as work:
        key = work.held_pictures.key_of(_conversation_of(handover_id, staff_id, work), picture_id)
    return images.get(picture_id, PictureSize.FULL, key)


def _conversation_of(handover_id: str, staff_id: str, work: Work) -> str:
    handover = work.handovers.get(handover_id)
    if handover.state is not HandoverState.TAKEN or handover.taken_by != staff_id:
        raise HandoverRefused("only who has the conversation sees the pictures sent in it")
    return handover.conversation_id

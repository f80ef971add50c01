"""The queue of handovers for staff at the command line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from bootstrap.foundation import clock_of, upgrade, vault_of
from bootstrap.outside import paper_images
from enrolment.model.access import Reader, Who, Why
from enrolment.model.handover import Handover
from enrolment.model.papers.held import HeldPicture
from enrolment.services.handover.close_handover import close_handover
from enrolment.services.handover.list_handovers import list_handovers
from enrolment.services.handover.release_handover import release_handover
from enrolment.services.handover.show_pictures import list_pictures, show_picture
from enrolment.services.handover.take_handover import take_handover
from settings import Settings
from storage.engine import create_engine
from storage.work import begin_work


@dataclass(frozen=True, slots=True)
class Queue:
    """What one member of staff may do with the queue; each refuses as the service of that name says."""

    list: Callable[[str], Sequence[Handover]]
    take: Callable[[str], Handover]
    release: Callable[[str], Handover]
    close: Callable[[str], Handover]
    pictures: Callable[[str], Sequence[HeldPicture]]
    show: Callable[[str, str], bytes]


def open_queue(settings: Settings, staff_id: str) -> Queue:
    """Open the queue for a member of staff, under whose id every read is logged."""
    upgrade(settings)
    clock = clock_of(settings)
    vault = vault_of(settings, create_engine(settings.cases_url), clock)
    begin = begin_work(vault, Reader(Who.STAFF, Why.HOTLINE, staff_id))
    images = paper_images(settings)
    return Queue(
        list=lambda county: list_handovers(county=county, begin=begin),
        take=lambda handover_id: take_handover(handover_id, staff_id, begin=begin, clock=clock),
        release=partial(release_handover, begin=begin),
        close=partial(close_handover, begin=begin, clock=clock),
        pictures=lambda handover_id: list_pictures(handover_id, staff_id, begin=begin),
        show=lambda handover_id, picture_id: show_picture(
            handover_id, staff_id, picture_id, begin=begin, images=images
        ),
    )

"""The filings that departments left open, for staff at the command line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from bootstrap.foundation import clock_of, upgrade, vault_of
from enrolment.model.access import Reader, Who, Why
from enrolment.model.application import Application
from enrolment.services.taking_over.list_pending import PendingFiling, list_pending
from enrolment.services.taking_over.take_over import take_over
from settings import Settings
from storage.engine import create_engine
from storage.work import begin_work


@dataclass(frozen=True, slots=True)
class Office:
    """What one member of staff may do with filings; each refuses as the service of that name says."""

    pending: Callable[[str, timedelta], Sequence[PendingFiling]]
    take: Callable[[str], Application]


def open_office(settings: Settings, staff_id: str) -> Office:
    """Open the filings for a member of staff, under whose id every read is logged."""
    upgrade(settings)
    clock = clock_of(settings)
    vault = vault_of(settings, create_engine(settings.cases_url), clock)
    begin = begin_work(vault, Reader(Who.STAFF, Why.REVIEW, staff_id))
    return Office(
        pending=partial(list_pending, begin=begin, clock=clock),
        take=partial(take_over, begin=begin, clock=clock),
    )

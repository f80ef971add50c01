"""Gather the departments' answers for one application and keep each as it comes."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from enrolment.model.establishing.inquiry import KeptReply
from enrolment.ports import BeginWork, Clock, Departments, Plans
from enrolment.services.verifying.ask_departments import ask_departments
from enrolment.services.verifying.board import Inquiry
from enrolment.services.verifying.load import OPEN_STATES, load_inquiry


async def gather_replies(
    application_id: str,
    *,
    begin: BeginWork,
    plans: Plans,
    departments: Departments,
    clock: Clock,
    budget_seconds: float,
) -> None:
    """Ask what was not answered within its freshness; facts do not change until `settle_facts`.

    A case that a person already looks at is left alone. Raises CaseNotFound.
    """
    inquiry = await asyncio.to_thread(_load, application_id, begin, plans, clock)
    if inquiry is None:
        return

    async def keep(replies: Sequence[KeptReply]) -> Sequence[KeptReply]:
        return await asyncio.to_thread(_keep, replies, begin, clock)

    await ask_departments(
        inquiry, departments=departments, clock=clock, budget_seconds=budget_seconds, keep=keep
    )


def _load(application_id: str, begin: BeginWork, plans: Plans, clock: Clock) -> Inquiry | None:
    with begin() as work:
        application = work.cases.get(application_id)
        return load_inquiry(work, application, plans, clock) if application.state in OPEN_STATES else None


def _keep(replies: Sequence[KeptReply], begin: BeginWork, clock: Clock) -> Sequence[KeptReply]:
    """Store answers; one whose consent was withdrawn while it was on its way is dropped."""
    if not replies:
        return ()
    with begin() as work:
        grants = work.grants.of_child(replies[0].child_id)
        live = {grant.id for grant in grants if grant.is_live(clock.now())}
        kept = [reply for reply in replies if reply.grant_id in live]
        for reply in kept:
            work.replies.keep(reply)
        work.commit()
    return kept

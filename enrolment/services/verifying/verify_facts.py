"""Verify a family's facts with the departments, all at once, within the time a guardian will wait."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

from enrolment.model.application import Application
from enrolment.ports import BeginWork
from enrolment.services.access import owned_case
from enrolment.services.verifying.settle_facts import Settled

Gather = Callable[[str], Awaitable[object]]
Settle = Callable[[str], Settled]


async def verify_facts(
    application_id: str,
    conversation_id: str,
    *,
    begin: BeginWork,
    gather: Gather,
    settle: Settle,
    budget_seconds: float = 4.0,
) -> Application:
    """Ask every department the guardian agreed to, and store the facts and the outcome.

    `gather` asks and keeps the answers; what it does not bring in time leaves its facts unavailable, and it
    goes on by itself. Raises NotSignedIn, CaseNotFound.
    """
    await asyncio.to_thread(_require_owner, application_id, conversation_id, begin)
    gathering = asyncio.ensure_future(gather(application_id))
    with suppress(TimeoutError):
        await asyncio.wait_for(asyncio.shield(gathering), budget_seconds)
    return (await asyncio.to_thread(settle, application_id)).application


def _require_owner(application_id: str, conversation_id: str, begin: BeginWork) -> None:
    with begin() as work:
        owned_case(work, application_id, conversation_id)

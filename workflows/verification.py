"""A verification that outlives a crash: ask, settle, and come back to who kept silent."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from dbos import DBOS, SetEnqueueOptions, SetWorkflowID, StepOptions
from sqlalchemy.exc import SQLAlchemyError

from bot.ports import StorageUnavailable
from enrolment.model.application import State
from enrolment.model.errors import EnrolmentError
from enrolment.ports import BeginWork, Clock, Ids
from enrolment.services.verifying.settle_facts import Settled
from workflows.pauses import DRAFT_ATTEMPTS, pause_seconds

QUEUE = "verifications"
GATHER_SECONDS = 40.0
"""How long one attempt asks: several tries of the slowest data item."""

_LEASE = timedelta(seconds=GATHER_SECONDS + 20)
_LOOK_AGAIN_SECONDS = 0.1
_DATABASE_TRIES = 12


@dataclass(frozen=True, slots=True)
class Steps:
    """What a verification is made of.

    `gather` asks and keeps the answers within `GATHER_SECONDS`; `settle` takes an application's id and
    whether to leave word for the guardian. `pause` is in seconds.
    """

    gather: Callable[[str], Awaitable[None]]
    settle: Callable[[str, bool], Settled]
    begin: BeginWork
    clock: Clock
    ids: Ids
    pause: Callable[[int], float] = pause_seconds


class Verification:
    """Starts verifications in this process, and carries on those that were under way.

    One run asks about an application at a time; a later one takes over. Its parts keep ids only: no name,
    no number and no record enters the workflows' database.
    """

    def __init__(self, steps: Steps) -> None:
        """Register the workflow; it runs once `DBOS.launch` was called."""
        self._steps = steps
        self._waiting: Counter[str] = Counter()
        self._workflow = DBOS.workflow(name="verification")(self._body())

    async def gather(self, application_id: str) -> None:
        """Verify and wait for it; whoever stops waiting is told of what comes later by a notice.

        Raises StorageUnavailable.
        """
        self._waiting[application_id] += 1
        try:
            with SetWorkflowID(self._steps.ids.new()):
                handle = await DBOS.start_workflow_async(self._workflow, application_id, 0)
            await handle.get_result()
        except SQLAlchemyError as error:
            raise StorageUnavailable("the workflows' database did not answer") from error
        finally:
            self._waiting[application_id] -= 1

    def _body(self) -> Callable[[str, int], Coroutine[Any, Any, None]]:
        async def verification(application_id: str, attempt: int) -> None:
            workflow_id = DBOS.workflow_id or ""
            run = workflow_id.removesuffix(f".{attempt}")
            if not await DBOS.run_step_async(_options("ask"), self._ask, application_id, run, attempt):
                return
            if await DBOS.run_step_async(_options("settle"), self._settle, application_id, attempt):
                pause = self._steps.pause(attempt)
                with SetWorkflowID(f"{run}.{attempt + 1}"), SetEnqueueOptions(delay_seconds=pause):
                    await DBOS.enqueue_workflow_async(QUEUE, self._workflow, application_id, attempt + 1)

        return verification

    async def _ask(self, application_id: str, run: str, attempt: int) -> bool:
        """Ask unless a later run does; False then."""
        while not await asyncio.to_thread(self._take, application_id, run, new=attempt == 0):
            if attempt > 0:
                return False
            await asyncio.sleep(_LOOK_AGAIN_SECONDS)  # what the other run is told is kept for this one too
        await self._steps.gather(application_id)
        await asyncio.to_thread(self._release, application_id, run)
        return True

    async def _settle(self, application_id: str, attempt: int) -> bool:
        """Settle what came; whether to come back later."""
        tell = not self._waiting[application_id]
        settled = await asyncio.to_thread(self._steps.settle, application_id, tell)
        filed = settled.application.state is not State.DRAFT
        return settled.again and (filed or attempt < DRAFT_ATTEMPTS)

    def _take(self, application_id: str, run: str, *, new: bool) -> bool:
        now = self._steps.clock.now()
        with self._steps.begin() as work:
            taken = work.runs.take(application_id, run, now, now + _LEASE, new=new)
            work.commit()
        return taken

    def _release(self, application_id: str, run: str) -> None:
        with self._steps.begin() as work:
            work.runs.release(application_id, run)
            work.commit()


def _options(name: str) -> StepOptions:
    """Run a step until the database lets it; what the house refuses by name is final."""
    return StepOptions(
        name=name,
        retries_allowed=True,
        max_attempts=_DATABASE_TRIES,
        interval_seconds=0.2,
        should_retry=_may_pass,
    )


def _may_pass(error: BaseException) -> bool:
    return not isinstance(error, EnrolmentError)

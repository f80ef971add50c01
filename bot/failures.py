"""What happens when a turn could not be answered: it waits, and the log says which part it waits for."""

from __future__ import annotations

from datetime import timedelta
from pathlib import PurePath

import structlog

from bot.ports import EngineUnavailable, Inbox, StorageUnavailable, Turn
from enrolment.ports import Clock

log = structlog.get_logger()

_MOST_ATTEMPTS = 5
_LONGEST_WAIT = timedelta(days=1)


class TurnWaits(Exception):
    """A turn could not be answered now and stays in the inbox."""


class Failures:
    """Counts failed tries and says when a message is beyond help."""

    def __init__(self, inbox: Inbox, clock: Clock) -> None:
        self._inbox = inbox
        self._clock = clock

    async def is_beyond_help(self, turn: Turn, error: Exception) -> bool:
        """Note a failed try; True when the turn should be answered with an apology instead.

        An outage is waited out for a day; a message that a working part cannot cope with gets a few tries.
        """
        log.warning("turn_failed", conversation=turn.conversation_id, turn=turn.id, **_described(error))
        if isinstance(error, StorageUnavailable):
            return False
        if isinstance(error, EngineUnavailable) and error.passing:
            return self._clock.now() - turn.inbound.received_at > _LONGEST_WAIT
        return (await self._inbox.attempted(turn)).attempts >= _MOST_ATTEMPTS


def _described(error: Exception) -> dict[str, str]:
    """Say what failed without the message of the error, which may quote somebody."""
    if isinstance(error, EngineUnavailable):
        return {"part": error.part}
    if isinstance(error, StorageUnavailable):
        return {"part": "database"}
    return {"part": "web", "error": type(error).__name__, "at": place_of(error)}


def place_of(error: BaseException) -> str:
    """File and line an error was raised at: what a log may hold of it, besides its type."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{PurePath(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else ""

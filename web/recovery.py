"""Keeps answering what waits, in the background, more slowly while a part stays down."""

from __future__ import annotations

import asyncio

import structlog

from bot.ports import StorageUnavailable
from bot.recovery import recover
from web.deps import Deps

log = structlog.get_logger()

_SHORTEST_SECONDS = 1.0
_LONGEST_SECONDS = 5.0


async def keep_recovering(deps: Deps) -> None:
    """Run recovery passes until cancelled."""
    pause = _SHORTEST_SECONDS
    while True:
        well = await recover_once(deps)
        pause = _SHORTEST_SECONDS if well else min(pause * 2, _LONGEST_SECONDS)
        await asyncio.sleep(pause)


async def recover_once(deps: Deps) -> bool:
    """Run one pass; whether nothing waits after it."""
    try:
        done = await recover(inbox=deps.inbox, turns=deps.turns)
    except StorageUnavailable:
        log.warning("recovery_waits", part="database")
        return False
    except Exception as error:  # noqa: BLE001 - the loop must outlive any one turn
        log.error("recovery_failed", error=type(error).__name__)  # noqa: TRY400 - a traceback may quote a guardian
        return False
    if done.answered:
        log.info("recovered", turns=done.answered)
    return not done.waiting

"""Purges every night what was kept as long as it may be."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, time, timedelta

import structlog

from bot.ports import StorageUnavailable
from web.deps import Deps

log = structlog.get_logger()

AT = time(3, 10)
"""When the fewest guardians write; not on the hour, when everybody's jobs begin."""

Sleep = Callable[[float], Awaitable[None]]


async def keep_purging(deps: Deps, sleep: Sleep = asyncio.sleep) -> None:
    """Purge each night until cancelled; a night on which the database was away is made up for the next."""
    while True:
        await sleep(seconds_until_night(deps.clock.now()))
        try:
            gone = await asyncio.to_thread(deps.purge)
        except StorageUnavailable:
            log.warning("purge_waits", part="database")
        except Exception as error:  # noqa: BLE001 - the nights must go on
            log.error("purge_failed", error=type(error).__name__)  # noqa: TRY400 - a traceback may quote a row
        else:
            log.info("purged", **gone)


def seconds_until_night(now: datetime) -> float:
    """How long until the next time to purge."""
    tonight = datetime.combine(now.date(), AT, now.tzinfo)
    return (tonight + timedelta(days=tonight <= now) - now).total_seconds()

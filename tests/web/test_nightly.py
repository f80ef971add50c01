"""The purge of every night."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.ports import StorageUnavailable
from tests.fakes.clock import SHANGHAI
from tests.web.site import Site
from web.nightly import keep_purging, seconds_until_night


@pytest.mark.parametrize(
    ("hour", "minute", "hours"), [(3, 9, 1 / 60), (3, 10, 24), (9, 30, 17 + 40 / 60), (0, 0, 3 + 10 / 60)]
)
def test_night_is_the_next_ten_past_three(hour: int, minute: int, hours: float) -> None:
    """At that very minute the next one is tomorrow's."""
    now = datetime(2027, 6, 10, hour, minute, tzinfo=SHANGHAI)
    assert seconds_until_night(now) == pytest.approx(hours * 3600)


@pytest.mark.parametrize("failure", [StorageUnavailable("away"), RuntimeError("broken")])
async def test_purge_runs_the_next_night_when_it_failed_on_one(failure: Exception) -> None:
    """Three nights, the second of them without a database: the third makes up for it."""
    site = Site()
    nights: list[datetime] = []

    def purge() -> Mapping[str, int]:
        nights.append(site.office.clock.now())
        if len(nights) == 2:
            raise failure
        return {"messages": 1}

    async def sleep(seconds: float) -> None:
        if len(nights) == 3:
            raise asyncio.CancelledError
        site.office.clock.advance(timedelta(seconds=seconds))

    deps = replace(site.deps(), clock=site.office.clock, purge=purge)
    with pytest.raises(asyncio.CancelledError):
        await keep_purging(deps, sleep)
    assert [(night.day, night.hour, night.minute) for night in nights] == [
        (11, 3, 10),
        (12, 3, 10),
        (13, 3, 10),
    ]

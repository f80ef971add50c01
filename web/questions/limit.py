"""How many questions one caller may ask: plenty for a hotline's room, an end for a program run wild."""

from __future__ import annotations

import ipaddress
import math
import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Final

_WINDOW_SECONDS: Final = 60.0
_MOST_CALLERS: Final = 20_000
_IPV6_SITE: Final = 64
UNKNOWN: Final = "unknown"


class TooOften(Exception):
    """A caller asked more than its share; `seconds` is how long to wait."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"asked too often; ask again in {seconds} s")
        self.seconds = seconds


class CallerLimit:
    """Lets each caller ask `a_minute` questions in a minute, at once or spread out.

    A minute's share may come in one go; what is used up flows back evenly, so that nobody waits for the
    minute to end. A caller is one moment in memory (when its share will be whole again), gone once it is.
    """

    def __init__(self, a_minute: int, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._each = _WINDOW_SECONDS / a_minute
        self._monotonic = monotonic
        self._whole_at: OrderedDict[str, float] = OrderedDict()

    def count(self, address: str | None) -> None:
        """Count a question of an address; raise TooOften, without counting it, where its share is used up."""
        now, caller = self._monotonic(), caller_of(address)
        whole_at = max(self._whole_at.get(caller, now), now) + self._each
        over = whole_at - now - _WINDOW_SECONDS
        if over > self._each / 1_000:
            raise TooOften(math.ceil(over))
        self._whole_at[caller] = whole_at
        self._whole_at.move_to_end(caller)
        self._forget(now)

    @property
    def callers(self) -> int:
        """How many are kept in memory."""
        return len(self._whole_at)

    def _forget(self, now: float) -> None:
        """Drop who was not heard of for longest, while its share is whole or too many are kept."""
        while self._whole_at:
            oldest = next(iter(self._whole_at))
            if self._whole_at[oldest] > now and len(self._whole_at) <= _MOST_CALLERS:
                return
            del self._whole_at[oldest]


def caller_of(address: str | None) -> str:
    """Whom an address belongs to: itself, or its /64, as one household or office has all of that."""
    try:
        ip = ipaddress.ip_address((address or "").partition("%")[0])
    except ValueError:
        return address or UNKNOWN
    if isinstance(ip, ipaddress.IPv6Address):
        return str(ip.ipv4_mapped or ipaddress.ip_network((ip, _IPV6_SITE), strict=False))
    return str(ip)

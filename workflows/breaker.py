"""A circuit breaker: what keeps failing is left alone for a while, then tried by one."""

from __future__ import annotations

import time
from collections.abc import Callable


class Breaker:
    """Opens after so many failures in a row; after a rest it lets one call through, and closes on success.

    `now` is a clock that only ever moves forward, in seconds.
    """

    def __init__(
        self, *, failures: int = 5, rest_seconds: float = 1.0, now: Callable[[], float] = time.monotonic
    ) -> None:
        self._allowed = failures
        self._rest = rest_seconds
        self._now = now
        self._failed = 0
        self._closed_again_at = 0.0

    def lets_through(self) -> bool:
        """Whether a call may be made now; after a rest, the first to ask is the one that tries."""
        if self._failed < self._allowed:
            return True
        if self._now() < self._closed_again_at:
            return False
        self._closed_again_at = self._now() + self._rest
        return True

    def succeeded(self) -> None:
        """Note an answer."""
        self._failed = 0

    def failed(self) -> None:
        """Note a failure."""
        self._failed += 1
        if self._failed >= self._allowed:
            self._closed_again_at = self._now() + self._rest

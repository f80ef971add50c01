"""Access tokens as the platform gives them: one in force, the one before it for five minutes more."""

import secrets
from datetime import datetime, timedelta

from sandbox.settings import Clock

LIFE = timedelta(seconds=7_200)
_OLD_ONE_LASTS = timedelta(minutes=5)


class Tokens:
    """The tokens of one account."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._ends: dict[str, datetime] = {}
        self._current = ""

    def stable(self, *, renew: bool) -> tuple[str, int]:
        """The token in force and the seconds it still lasts; asking again does not change it."""
        now = self._clock()
        if renew or self._ends.get(self._current, now) <= now:
            if self._current in self._ends:
                self._ends[self._current] = min(self._ends[self._current], now + _OLD_ONE_LASTS)
            self._current = secrets.token_urlsafe(96)
            self._ends[self._current] = now + LIFE
        return self._current, int((self._ends[self._current] - now).total_seconds())

    def accepts(self, token: str) -> bool:
        """Whether a call under this token is served."""
        return self._ends.get(token, self._clock()) > self._clock()

    def end_all(self) -> None:
        """End every token, as when somebody changes the account's secret."""
        self._ends.clear()

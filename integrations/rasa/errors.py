"""What the engine's error codes mean to us, in one table."""

from __future__ import annotations

from bot.ports import EngineUnavailable

_PARTS = {"actions_unavailable": "actions", "store_unavailable": "store"}


def unavailable(status: int, code: object) -> EngineUnavailable:
    """Name the part that failed; an engine that answers but cannot cope is not waited out."""
    if isinstance(code, str) and code in _PARTS:
        return EngineUnavailable(_PARTS[code])
    overloaded = status in {429, 502, 503, 504}
    return EngineUnavailable("engine", passing=overloaded)

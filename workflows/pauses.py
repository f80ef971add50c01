"""How long to wait before departments that kept silent are asked again: minutes, then hours."""

from __future__ import annotations

import random

_MINUTES = (1, 2, 5, 15, 30, 60, 120, 240)
_LONGEST_MINUTES = 360
_SPREAD = 0.2

DRAFT_ATTEMPTS = len(_MINUTES)
"""How often a draft is looked at again; what is filed is asked about until somebody answers."""


def pause_seconds(attempt: int, *, first: float = 60.0) -> float:
    """The pause after an attempt (after number 0 it is `first`), spread so that not all come together."""
    minutes = _MINUTES[attempt] if attempt < len(_MINUTES) else _LONGEST_MINUTES
    return first * minutes * random.uniform(1 - _SPREAD, 1 + _SPREAD)  # noqa: S311 - spreads load, keeps no secret

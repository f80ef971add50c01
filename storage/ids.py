"""Identifiers of stored rows."""

from __future__ import annotations

import secrets
from collections.abc import Callable


def new_id(draw: Callable[[int], str] = secrets.token_urlsafe) -> str:
    """A new identifier nobody can guess: 128 bits, URL-safe, 22 characters.

    It never begins with a dash, which a command line would take for an option.
    """
    while (drawn := draw(16)).startswith("-"):
        pass
    return drawn

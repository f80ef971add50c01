"""Identifiers of stored rows."""

from __future__ import annotations

import secrets


def new_id() -> str:
    """A new identifier nobody can guess: 128 bits, URL-safe, 22 characters."""
    return secrets.token_urlsafe(16)

"""Tells a conversation of what was done on a page."""

from __future__ import annotations

import asyncio
import secrets

import structlog

from web.deps import Deps

log = structlog.get_logger()

_PATIENCE_SECONDS = 3.0
"""How long a page waits for the conversation to take the change in."""


async def tell(deps: Deps, conversation_id: str, signal: str) -> None:
    """Let the conversation go on with the change; where that fails, the guardian's next message does."""
    key = f"page:{secrets.token_urlsafe(16)}"
    telling = asyncio.create_task(deps.turns.signal(conversation_id, signal, key))
    done, _ = await asyncio.wait({telling}, timeout=_PATIENCE_SECONDS)
    if done and telling.exception() is not None:
        log.warning("page_change_not_told", conversation=conversation_id)

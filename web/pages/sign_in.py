"""Where the unified identity service sends a guardian back to."""

from __future__ import annotations

import asyncio
import hashlib
from enum import StrEnum
from typing import Annotated

import structlog
from fastapi import APIRouter, Query, Response

from bot.messages import ChannelName
from bot.ports import StorageUnavailable
from enrolment.model.errors import IdentityUnavailable, SignInRefused
from web.deps import Deps, DepsDep
from web.pages.render import page

log = structlog.get_logger()

SIGNED_IN = "/signed_in"
REFUSED = "/sign_in_failed"
# How long the page waits for the engine to go on, so that the chat shows it at once.
_PATIENCE_SECONDS = 3.0
# Longer ones were not made here.
_LONGEST = 1_024

State = Annotated[str, Query(description="what the sign-in was started with; serves once")]
Code = Annotated[str, Query(description="what the identity service gave the guardian")]
Error = Annotated[str, Query(description="instead of a code: why there is none")]

router = APIRouter(tags=["sign-in"])


class Outcome(StrEnum):
    """How a sign-in ended."""

    DONE = "done"
    CANCELLED = "cancelled"
    REFUSED = "refused"
    UNAVAILABLE = "unavailable"


_STATUS = {Outcome.DONE: 200, Outcome.CANCELLED: 200, Outcome.REFUSED: 400, Outcome.UNAVAILABLE: 503}


@router.get("/sign-in/callback")
async def finish_sign_in(deps: DepsDep, state: State = "", code: Code = "", error: Error = "") -> Response:
    """Complete a sign-in, tell the conversation, and say so on a small page."""
    if error:
        return _page(Outcome.CANCELLED)
    if not (0 < len(state) <= _LONGEST and 0 < len(code) <= _LONGEST):
        return _page(Outcome.REFUSED)
    try:
        signed_in = await deps.complete_sign_in(state, code)
    except SignInRefused as refused:
        if refused.conversation_id:
            await _tell(refused.conversation_id, REFUSED, state, deps)
        return _page(Outcome.REFUSED)
    except (IdentityUnavailable, StorageUnavailable) as failure:
        log.warning("sign_in_failed", part=type(failure).__name__)
        return _page(Outcome.UNAVAILABLE)
    channel = await _go_on(signed_in.conversation_id, state, deps)
    return _page(Outcome.DONE, channel, deps.access_link(signed_in.conversation_id))


async def _go_on(conversation_id: str, state: str, deps: Deps) -> ChannelName | None:
    """Let the engine go on; where that fails the guardian's own "好了" does it."""
    await _tell(conversation_id, SIGNED_IN, state, deps)
    try:
        return await deps.conversations.channel_of(conversation_id)
    except StorageUnavailable:
        return None


async def _tell(conversation_id: str, what: str, state: str, deps: Deps) -> None:
    key = "signed-in:" + hashlib.sha256(state.encode()).hexdigest()[:32]
    telling = asyncio.create_task(deps.turns.signal(conversation_id, what, key))
    done, _ = await asyncio.wait({telling}, timeout=_PATIENCE_SECONDS)
    if done and telling.exception() is not None:
        log.warning("sign_in_not_told", conversation=conversation_id)


def _page(outcome: Outcome, channel: ChannelName | None = None, access_link: str = "") -> Response:
    return page(
        "sign_in.html",
        _STATUS[outcome],
        outcome=outcome.value,
        on_wechat=channel is ChannelName.WECHAT,
        channel=channel,
        access_link=access_link,
    )

"""The WeChat webhook: verify, answer in time, or stay silent so that the platform asks again."""

from __future__ import annotations

import contextlib
import secrets

from fastapi import APIRouter, Request, Response
from fastapi.responses import PlainTextResponse

from bot.ports import StorageUnavailable
from integrations.wechat.account import LARGEST_BODY
from integrations.wechat.errors import TooLarge, WeChatRefused
from integrations.wechat.incoming import read
from integrations.wechat.reply import text_reply
from web.channels.bodies import BodyTooLarge, read_capped
from web.channels.wechat_answers import answer
from web.channels.wechat_examples import CHECKS_ADDRESS, GIVES_MESSAGE, TAKES_MESSAGE
from web.deps import Deps, DepsDep

router = APIRouter(tags=["wechat"])


@router.get("/channels/wechat", response_class=PlainTextResponse, openapi_extra=CHECKS_ADDRESS)
async def check_address(request: Request, deps: DepsDep) -> Response:
    """Answer the platform's check of the address with its `echostr`."""
    if deps.wechat is None:
        return PlainTextResponse("", 404)
    try:
        return PlainTextResponse(deps.wechat.echo(request.query_params))
    except WeChatRefused as refused:
        return await _refuse(refused, deps)


@router.post(
    "/channels/wechat",
    response_class=PlainTextResponse,
    openapi_extra=TAKES_MESSAGE,
    responses=GIVES_MESSAGE,
)
async def take_request(request: Request, deps: DepsDep) -> Response:
    """Take one message or event; answers 4xx to whatever the platform did not send."""
    if deps.wechat is None:
        return PlainTextResponse("", 404)
    try:
        body = await _body(request)
        incoming = read(deps.wechat.open(request.query_params, body))
    except WeChatRefused as refused:
        return await _refuse(refused, deps)
    text = await answer(incoming, deps)
    if not text:
        return PlainTextResponse("")
    now = int(deps.clock.now().timestamp())
    xml = text_reply(incoming, text, now)
    if not deps.wechat.takes_plain(request.query_params):
        xml = deps.wechat.seal(xml, secrets.token_hex(8), now)
    return Response(xml, media_type="application/xml")


async def _body(request: Request) -> bytes:
    try:
        return await read_capped(request, LARGEST_BODY)
    except BodyTooLarge:
        raise TooLarge from None


async def _refuse(refused: WeChatRefused, deps: Deps) -> Response:
    """Count a refused request; nothing else of it is kept."""
    with contextlib.suppress(StorageUnavailable):
        await deps.counters.add(refused.counter)
    return PlainTextResponse("", refused.status)

"""The calls of the platform's interface: every error is a 200 with an `errcode`, as the real one does."""

import asyncio
import hmac
from collections.abc import Awaitable, Callable
from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import JSONResponse, PlainTextResponse
from pydantic import BaseModel, Field

from sandbox.settings import Clock, SandboxSettings
from sandbox.wechat.media import Media
from sandbox.wechat.tokens import Tokens

MEANINGS = {
    40001: "invalid credential, access_token is invalid or not latest",
    40007: "invalid media_id",
    40013: "invalid appid",
    40125: "invalid appsecret",
    42001: "access_token expired",
    45009: "reach max api daily quota limit",
    -1: "system error",
}


class Trouble(StrEnum):
    """What the platform can be made to do."""

    NONE = "none"
    BUSY = "busy"
    QUOTA = "quota"
    DOWN = "down"
    NOT_JSON = "not_json"
    SLOW = "slow"


class TroubleOrder(BaseModel):
    """A trouble to put in force, and how many seconds a slow answer takes."""

    trouble: Trouble
    seconds: Annotated[float, Field(ge=0, le=60)] = 0.0


class StableToken(BaseModel):
    """What a client sends for a token."""

    grant_type: str = ""
    appid: str = ""
    secret: str = ""
    force_refresh: bool = False


class PlatformDesk:
    """Serves one account."""

    def __init__(
        self, settings: SandboxSettings, clock: Clock, *, sleep: Callable[[float], Awaitable[None]]
    ) -> None:
        self.media = Media(clock)
        self.tokens = Tokens(clock)
        self.order = TroubleOrder(trouble=Trouble.NONE)
        self._settings = settings
        self._sleep = sleep

    async def stable_token(self, asked: StableToken) -> Response:
        """Give the token in force."""
        if trouble := await self._trouble():
            return trouble
        if asked.appid != self._settings.wechat_app_id:
            return _error(40013)
        if not hmac.compare_digest(asked.secret.encode(), self._settings.wechat_app_secret.encode()):
            return _error(40125)
        token, seconds = self.tokens.stable(renew=asked.force_refresh)
        return JSONResponse({"access_token": token, "expires_in": seconds})

    async def get_media(
        self, access_token: Annotated[str, Query()] = "", media_id: Annotated[str, Query()] = ""
    ) -> Response:
        """Give a picture."""
        if trouble := await self._trouble():
            return trouble
        if not self.tokens.accepts(access_token):
            return _error(40001)
        content = self.media.get(media_id)
        if content is None:
            return _error(40007)
        return Response(content, media_type="image/jpeg")

    async def keep(self, request: Request) -> dict[str, str]:
        """Take a picture as if a user had sent it; the answer names it."""
        return {"media_id": self.media.keep(await request.body())}

    def make_trouble(self, order: TroubleOrder) -> TroubleOrder:
        """Misbehave from now on, or stop it."""
        self.order = order
        return order

    def end_tokens(self) -> dict[str, str]:
        """End every token at once."""
        self.tokens.end_all()
        return {}

    async def _trouble(self) -> Response | None:
        match self.order.trouble:
            case Trouble.BUSY:
                return _error(-1)
            case Trouble.QUOTA:
                return _error(45009)
            case Trouble.DOWN:
                return PlainTextResponse("", 502)
            case Trouble.NOT_JSON:
                return PlainTextResponse("<html>maintenance</html>")
            case Trouble.SLOW:
                await self._sleep(self.order.seconds)
        return None


def wechat_router(
    settings: SandboxSettings, clock: Clock, *, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
) -> APIRouter:
    """Put the platform on its paths, and its controls beside it."""
    desk = PlatformDesk(settings, clock, sleep=sleep)
    router = APIRouter(prefix="/wechat", tags=["wechat"])
    router.add_api_route("/cgi-bin/stable_token", desk.stable_token, methods=["POST"], response_model=None)
    router.add_api_route("/cgi-bin/media/get", desk.get_media, methods=["GET"], response_model=None)
    router.add_api_route("/control/media", desk.keep, methods=["POST"])
    router.add_api_route("/control/trouble", desk.make_trouble, methods=["PUT"])
    router.add_api_route("/control/end-tokens", desk.end_tokens, methods=["POST"])
    return router


def _error(code: int) -> JSONResponse:
    return JSONResponse({"errcode": code, "errmsg": MEANINGS[code]})

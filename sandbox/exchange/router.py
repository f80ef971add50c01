"""The exchange's two calls: fetch a request secret, ask for a data item."""

import json
import re
from collections.abc import Awaitable, Callable

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse

from sandbox.exchange.envelope import Code, Record, Refused, envelope
from sandbox.exchange.faults import FaultBoard, FaultKind
from sandbox.exchange.gatekeeper import Gatekeeper
from sandbox.exchange.items import DATA_ITEMS, DataItem
from sandbox.exchange.latency import latency_seconds
from sandbox.families import Family
from sandbox.settings import Clock, SandboxSettings

SECRET_RID = "secret"  # noqa: S105 - the name of a resource
Sleep = Callable[[float], Awaitable[None]]
_ID_NUMBER = re.compile(r"\d{17}[\dX]", re.ASCII)


class Exchange:
    """Answers for the departments from the families' records."""

    def __init__(
        self, settings: SandboxSettings, families: tuple[Family, ...], *, clock: Clock, sleep: Sleep
    ) -> None:
        self._settings = settings
        self._gatekeeper = Gatekeeper(settings, clock)
        self._sleep = sleep
        self._by_id = {person.id_number: family for family in families for person in family.people}
        self.faults = FaultBoard((SECRET_RID, *DATA_ITEMS))

    async def fetch_secret(self, request: Request) -> Response:
        """Answer a request for a request secret."""
        if failure := await self._delayed(SECRET_RID):
            return failure
        body = await _json_object(request)
        sid, rtime, signature = (_text(body, field) for field in ("sid", "rtime", "sign"))
        sealed = self._gatekeeper.issue(sid, rtime, signature)
        return envelope(Code.OK, {"secret": sealed, "expires_in": self._settings.secret_seconds})

    async def ask(self, rid: str, request: Request) -> Response:
        """Answer a query for a data item."""
        if failure := await self._delayed(rid):
            return failure
        named, sid, rtime, signature = (
            request.headers.get(name, "") for name in ("rid", "sid", "rtime", "sign")
        )
        if named != rid:
            raise Refused(Code.BAD_QUERY)
        self._gatekeeper.verify(rid, sid, rtime, signature)
        item = DATA_ITEMS.get(rid)
        if item is None:
            raise Refused(Code.UNKNOWN_ITEM)
        id_number = _text(await _json_object(request), item.query_field)
        if not _ID_NUMBER.fullmatch(id_number):
            raise Refused(Code.BAD_QUERY)
        return envelope(Code.OK, self._records(item, id_number))

    def _records(self, item: DataItem, id_number: str) -> list[Record]:
        family = self._by_id.get(id_number)
        if family is None or self.faults.of(item.rid).kind is FaultKind.EMPTY:
            return []
        return item.records(family, id_number)

    async def _delayed(self, rid: str) -> Response | None:
        """Count the call and let it take its time; give the failure when the fault in force is one."""
        fault = self.faults.of(rid)
        if rid in self.faults:
            self.faults.calls[rid] += 1
        settings = self._settings
        delay = latency_seconds(settings.latency_ms, settings.seed, rid, self.faults.calls[rid])
        await self._sleep(delay + (fault.seconds if fault.kind is FaultKind.SLOW else 0))
        match fault.kind:
            case FaultKind.DOWN:
                return Response("service unavailable", status_code=503, media_type="text/plain")
            case FaultKind.ERROR:
                return Response("internal error", status_code=500, media_type="text/plain")
            case FaultKind.MALFORMED:
                return Response('{"code": "0", "message": "成功", "data": [{', media_type="application/json")
            case _:
                return None


async def _json_object(request: Request) -> dict[str, object]:
    try:
        body = json.loads(await request.body())
    except (ValueError, RecursionError):
        raise Refused(Code.BAD_QUERY) from None
    if not isinstance(body, dict):
        raise Refused(Code.BAD_QUERY)
    return body


def _text(body: dict[str, object], field: str) -> str:
    value = body.get(field)
    if not isinstance(value, str):
        raise Refused(Code.BAD_QUERY)
    return value


async def refuse(_request: Request, refusal: Exception) -> JSONResponse:
    """Turn a refusal into an envelope."""
    if not isinstance(refusal, Refused):
        raise refusal
    return envelope(refusal.code)


def exchange_router(exchange: Exchange) -> APIRouter:
    """Put an exchange on its paths."""
    router = APIRouter(prefix="/exchange", tags=["exchange"])
    router.add_api_route("/secret", exchange.fetch_secret, methods=["POST"])
    router.add_api_route("/{rid}", exchange.ask, methods=["POST"])
    return router

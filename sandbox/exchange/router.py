"""The exchange's two calls: fetch a request secret, ask for a data item."""

import json
import re
from collections.abc import Awaitable, Callable
from functools import partial

import orjson
from fastapi import APIRouter, Request, Response

from sandbox.exchange.envelope import Code, Record, Refused, envelope, enveloped
from sandbox.exchange.faults import Fault, FaultBoard, FaultKind
from sandbox.exchange.finding import found
from sandbox.exchange.items import DATA_ITEMS, DataItem
from sandbox.exchange.keeping.gatekeeper import Gatekeeper
from sandbox.exchange.keeping.payload import open_body, seal_body
from sandbox.exchange.latency import latency_seconds
from sandbox.exchange.misbehaviour import failure, records_told, signature_told, updated_at
from sandbox.families import Family
from sandbox.settings import Clock, SandboxSettings

SECRET_RID = "secret"  # noqa: S105 - the name of a resource
Sleep = Callable[[float], Awaitable[None]]
_ID_NUMBER = re.compile(r"\d{17}[\dX]", re.ASCII)
_SEALED = "sealed"


class Exchange:
    """Answers for the departments from the families' records."""

    def __init__(
        self, settings: SandboxSettings, families: tuple[Family, ...], *, clock: Clock, sleep: Sleep
    ) -> None:
        self._settings = settings
        self._clock = clock
        self._sleep = sleep
        self._gatekeeper = Gatekeeper(settings, clock)
        self._sm4_key = bytes.fromhex(settings.exchange_sm4_key)
        self._by_id = {person.id_number: family for family in families for person in family.people}
        self.faults = FaultBoard((SECRET_RID, *DATA_ITEMS), clock)

    async def fetch_secret(self, request: Request) -> Response:
        """Answer a request for a request secret."""
        fault = await self._taken(SECRET_RID)
        if answer := failure(fault.kind):
            return answer
        body = _json_object(await request.body())
        sid, rtime, signature = (_text(body, field) for field in ("sid", "rtime", "sign"))
        sealed = self._gatekeeper.national.issue(sid, rtime, signature)
        data = {"secret": sealed, "expires_in": self._settings.secret_seconds}
        return enveloped(envelope(Code.OK, data))

    async def ask(self, rid: str, request: Request) -> Response:
        """Answer a query for a data item."""
        fault = await self._taken(rid)
        if answer := failure(fault.kind):
            return answer
        body = await request.body()
        question = self._gatekeeper.verify(rid, request.url.path, request.headers, body)
        item = DATA_ITEMS.get(rid)
        if item is None:
            raise Refused(Code.UNKNOWN_ITEM)
        told = self._told(item, body, fault.kind)
        now = self._clock()
        content = envelope(Code.OK, told, updated=updated_at(fault.kind, now))
        return enveloped(content, signature_told(fault.kind, question, content, now))

    def _told(self, item: DataItem, body: bytes, kind: FaultKind) -> str | list[Record]:
        """Look the records up; a question that came encrypted is answered so."""
        query = _json_object(body)
        sealed = query.keys() == {_SEALED} and bool(self._sm4_key)
        if sealed:
            query = _json_object(open_body(self._sm4_key, item.rid, _text(query, _SEALED)))
        id_number = _text(query, item.query_field)
        if not _ID_NUMBER.fullmatch(id_number):
            raise Refused(Code.BAD_QUERY)
        family = self._by_id.get(id_number)
        held = found(family, item.rid, item.records(family, id_number), query) if family else []
        records = records_told(kind, held, partial(self._of_another, item, family))
        return seal_body(self._sm4_key, item.rid, orjson.dumps(records)) if sealed else records

    def _of_another(self, item: DataItem, family: Family | None) -> list[Record]:
        """Give the records of the first person of another family who has any."""
        of_others = (
            item.records(other, id_number) for id_number, other in self._by_id.items() if other is not family
        )
        return next((records for records in of_others if records), [])

    async def _taken(self, rid: str) -> Fault:
        """Count the call, let it take its time, and give the fault it meets."""
        fault = self.faults.met_by_call(rid)
        settings = self._settings
        delay = latency_seconds(settings.latency_ms, settings.seed, rid, self.faults.calls[rid])
        await self._sleep(delay + (fault.seconds if fault.kind is FaultKind.SLOW else 0))
        return fault


def _json_object(body: bytes) -> dict[str, object]:
    try:
        content = json.loads(body)
    except (ValueError, RecursionError):
        raise Refused(Code.BAD_QUERY) from None
    if not isinstance(content, dict):
        raise Refused(Code.BAD_QUERY)
    return content


def _text(body: dict[str, object], field: str) -> str:
    value = body.get(field)
    if not isinstance(value, str):
        raise Refused(Code.BAD_QUERY)
    return value


async def refuse(_request: Request, refusal: Exception) -> Response:
    """Turn a refusal into an envelope."""
    if not isinstance(refusal, Refused):
        raise refusal
    return enveloped(envelope(refusal.code))


def exchange_router(exchange: Exchange) -> APIRouter:
    """Put an exchange on its paths."""
    router = APIRouter(prefix="/exchange", tags=["exchange"])
    router.add_api_route("/secret", exchange.fetch_secret, methods=["POST"])
    router.add_api_route("/{rid}", exchange.ask, methods=["POST"])
    return router

"""How a resource with a fault answers wrongly: at once, in its records, in its signature."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from fastapi import Response

from sandbox.exchange.envelope import Code, Record, Refused
from sandbox.exchange.faults import FaultKind
from sandbox.exchange.keeping.signed import SignedQuestion

OVERSIZE = 1_500_000
"""How many characters the text of an oversize answer has."""

_LONG_AGO = timedelta(days=30)
_SKEW = timedelta(minutes=10)


def failure(kind: FaultKind) -> Response | None:
    """Give the answer of a resource that does not get as far as the question; raise Refused for a refusal."""
    match kind:
        case FaultKind.DOWN:
            return Response("service unavailable", status_code=503, media_type="text/plain")
        case FaultKind.ERROR:
            return Response("internal error", status_code=500, media_type="text/plain")
        case FaultKind.MALFORMED:
            return Response('{"code": "0", "message": "成功", "data": [{', media_type="application/json")
        case FaultKind.WRONG_SIGNATURE:
            raise Refused(Code.BAD_SIGNATURE)
        case FaultKind.EXPIRED_SECRET:
            raise Refused(Code.EXPIRED)
        case _:
            return None


def records_told(
    kind: FaultKind, records: list[Record], of_another: Callable[[], list[Record]]
) -> list[Record]:
    """Give the records a resource with this fault tells instead of the right ones."""
    match kind:
        case FaultKind.EMPTY:
            return []
        case FaultKind.OTHER_PERSON:
            return of_another()
        case FaultKind.OVERSIZE:
            return [record | {"BZ": "长" * OVERSIZE} for record in records or [{}]]
        case FaultKind.WRONG_TYPES:
            return [dict.fromkeys(record, 7) for record in records] or [{"XM": 7}]
        case FaultKind.UNEXPECTED_FIELDS:
            return [record | {"BZ": "备注"} for record in records] or [{"BZ": "备注"}]
        case _:
            return records


def updated_at(kind: FaultKind, now: datetime) -> datetime:
    """Give the time of which a resource with this fault says its data are."""
    return now - _LONG_AGO if kind is FaultKind.STALE else now


def signature_told(
    kind: FaultKind, question: SignedQuestion, answer: bytes, now: datetime
) -> Mapping[str, str]:
    """Give the headers a resource with this fault signs its answer with."""
    match kind:
        case FaultKind.FORGED:
            return replace(question, key="somebody else's").headers_for(answer, now)
        case FaultKind.REPLAYED:
            return replace(question, body=b"an earlier question").headers_for(answer, now)
        case FaultKind.SKEWED:
            return question.headers_for(answer, now + _SKEW)
        case _:
            return question.headers_for(answer, now)

"""The exchange's answer envelope: always HTTP 200, with its own code."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any

import orjson
from fastapi import Response

Record = dict[str, Any]


class Code(StrEnum):
    """Answer codes; everything but OK is a refusal."""

    OK = "0"
    BAD_QUERY = "400"
    BAD_SIGNATURE = "401"
    EXPIRED = "4011"
    TIME_SKEWED = "4012"
    UNKNOWN_ITEM = "404"


_MESSAGES: dict[Code, str] = {
    Code.OK: "成功",
    Code.BAD_QUERY: "请求参数有误",
    Code.BAD_SIGNATURE: "签名校验失败",
    Code.EXPIRED: "请求密钥已过期",
    Code.TIME_SKEWED: "请求时间偏差过大",
    Code.UNKNOWN_ITEM: "资源不存在",
}


class Refused(Exception):
    """The exchange refuses a request with one of its codes."""

    def __init__(self, code: Code) -> None:
        super().__init__(code.name)
        self.code = code


def envelope(code: Code, data: object = None, *, updated: datetime | None = None) -> bytes:
    """Wrap an answer the way the exchange does; `updated` is the time of which the data are."""
    content = {"code": code.value, "message": _MESSAGES[code], "data": data}
    if updated is not None:
        content["updated"] = int(updated.timestamp() * 1000)
    return orjson.dumps(content)


def enveloped(answer: bytes, headers: Mapping[str, str] | None = None) -> Response:
    """Send an envelope: with HTTP 200 whatever it says."""
    return Response(answer, media_type="application/json", headers=dict(headers or {}))

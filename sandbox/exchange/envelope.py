"""The exchange's answer envelope: always HTTP 200, with its own code."""

from enum import StrEnum
from typing import Any

from fastapi.responses import JSONResponse

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


def envelope(code: Code, data: list[Record] | Record | None = None) -> JSONResponse:
    """Wrap an answer the way the exchange does."""
    return JSONResponse({"code": code.value, "message": _MESSAGES[code], "data": data})

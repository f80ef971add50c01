"""What the WeChat platform sends and gets, for the interface's documentation."""

from __future__ import annotations

from typing import Any


def _parameter(name: str, description: str, *, needed: bool = True) -> dict[str, Any]:
    return {
        "name": name,
        "in": "query",
        "required": needed,
        "schema": {"type": "string"},
        "description": description,
    }


_SIGNATURE = _parameter("signature", "SHA-1 over token, timestamp and nonce")
_TIMESTAMP = _parameter("timestamp", "seconds since 1970")
_NONCE = _parameter("nonce", "random")
_SAFE_MODE = [
    _parameter("encrypt_type", "`aes` in safe mode", needed=False),
    _parameter("msg_signature", "in safe mode: SHA-1 over token, timestamp, nonce and Encrypt", needed=False),
]
_MESSAGE = """<xml>
  <ToUserName><![CDATA[gh_ruxue]]></ToUserName>
  <FromUserName><![CDATA[openid-1]]></FromUserName>
  <CreateTime>1812585600</CreateTime>
  <MsgType><![CDATA[text]]></MsgType>
  <Content><![CDATA[孩子2020年10月出生,想报小学]]></Content>
  <MsgId>1</MsgId>
</xml>"""
_REPLY = """<xml>
  <ToUserName><![CDATA[openid-1]]></ToUserName>
  <FromUserName><![CDATA[gh_ruxue]]></FromUserName>
  <CreateTime>1812585601</CreateTime>
  <MsgType><![CDATA[text]]></MsgType>
  <Content><![CDATA[孩子的户口在本区吗？
1. 在本区
2. 不在本区]]></Content>
</xml>"""

CHECKS_ADDRESS: dict[str, Any] = {
    "parameters": [_SIGNATURE, _TIMESTAMP, _NONCE, _parameter("echostr", "comes back as it is")]
}
TAKES_MESSAGE: dict[str, Any] = {
    "parameters": [_SIGNATURE, _TIMESTAMP, _NONCE, *_SAFE_MODE],
    "requestBody": {"required": True, "content": {"application/xml": {"example": _MESSAGE}}},
}
GIVES_MESSAGE: dict[int | str, dict[str, Any]] = {200: {"content": {"application/xml": {"example": _REPLY}}}}

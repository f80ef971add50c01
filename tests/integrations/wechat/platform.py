"""The platform's side of the webhook, by an implementation not written here (werobot)."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field

import xmltodict  # type: ignore[import-untyped]  # has no stubs
from werobot.crypto import MessageCrypt
from werobot.utils import get_signature

from integrations.wechat.account import WeChatAccount

TOKEN, APP_ID = "madeuptoken", "wx0123456789abcdef"
AES_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"
OPENID, ACCOUNT_ID = "oGuardian_1-2345678901234567", "gh_0123456789ab"

PLAIN = WeChatAccount(TOKEN, APP_ID)
SAFE = WeChatAccount(TOKEN, APP_ID, AES_KEY)


@dataclass(slots=True)
class Delivery:
    """One request as the platform sends it."""

    query: dict[str, str]
    body: bytes


@dataclass(slots=True)
class Platform:
    """Signs, and in safe mode encrypts, what users send; reads what is answered."""

    safe: bool = False
    timestamp: str = "1812591000"
    nonce: str = field(default_factory=lambda: secrets.token_hex(5))

    def deliver(self, xml: str) -> Delivery:
        """Wrap a message for delivery."""
        query = {"timestamp": self.timestamp, "nonce": self.nonce, "openid": OPENID}
        query["signature"] = get_signature(TOKEN, self.timestamp, self.nonce)
        if not self.safe:
            return Delivery(query, xml.encode())
        sealed = xmltodict.parse(self._crypt().encrypt_message(xml, self.timestamp, self.nonce))["xml"]
        query |= {"encrypt_type": "aes", "msg_signature": sealed["MsgSignature"]}
        encrypt = f"<Encrypt><![CDATA[{sealed['Encrypt']}]]></Encrypt>"
        body = f"<xml><ToUserName><![CDATA[{ACCOUNT_ID}]]></ToUserName>{encrypt}</xml>"
        return Delivery(query, body.encode())

    def read(self, answer: str) -> dict[str, str]:
        """Open an answer and give its fields."""
        if self.safe:
            sealed = xmltodict.parse(answer)["xml"]
            answer = self._crypt().decrypt_message(
                sealed["TimeStamp"], sealed["Nonce"], sealed["MsgSignature"], sealed["Encrypt"]
            )
        return dict(xmltodict.parse(answer)["xml"])

    def _crypt(self) -> MessageCrypt:
        return MessageCrypt(TOKEN, AES_KEY, APP_ID)


def text_message(content: str, message_id: str = "23000000000000001", sender: str = OPENID) -> str:
    """A text of a user."""
    return _message("text", f"<Content><![CDATA[{content}]]></Content><MsgId>{message_id}</MsgId>", sender)


def other_message(kind: str) -> str:
    """A voice, a place; or a picture that the platform does not keep."""
    return _message(kind, "<MediaId>media</MediaId><MsgId>23000000000000009</MsgId>")


def picture_message(media: str, message_id: str, sender: str = OPENID) -> str:
    """A picture of a user."""
    rest = f"<PicUrl><![CDATA[http://mmbiz.example/1]]></PicUrl><MediaId><![CDATA[{media}]]></MediaId>"
    return _message("image", f"{rest}<MsgId>{message_id}</MsgId>", sender)


def event(name: str, more: str = "", sender: str = OPENID) -> str:
    """Something a user did."""
    return _message("event", f"<Event><![CDATA[{name}]]></Event>{more}", sender)


def _message(kind: str, rest: str, sender: str = OPENID) -> str:
    return (
        f"<xml><ToUserName><![CDATA[{ACCOUNT_ID}]]></ToUserName><FromUserName><![CDATA[{sender}]]></FromUserName>"
        f"<CreateTime>1812591000</CreateTime><MsgType><![CDATA[{kind}]]></MsgType>{rest}</xml>"
    )

"""An official account: opens what the platform sends and seals what is answered."""

from __future__ import annotations

import re
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers.expat import ExpatError

from wechatpy.crypto import PrpCrypto, WeChatCrypto
from wechatpy.exceptions import InvalidAppIdException

from integrations.wechat.errors import Malformed, TooLarge, Unsigned
from integrations.wechat.signatures import matches

# A text message is at most 2 kB; parsing time grows with nesting, so nothing larger is parsed.
LARGEST_BODY = 16_384
# Found without an XML parser: nothing is parsed before the signature over it holds.
_ENCRYPT = re.compile(r"<Encrypt>\s*(?:<!\[CDATA\[)?([A-Za-z0-9+/=]{1,16384})(?:\]\]>)?\s*</Encrypt>")
# What wechatpy and its parser raise on input of another shape (each seen).
MALFORMED = (
    AssertionError,
    AttributeError,
    ExpatError,
    IndexError,
    InvalidAppIdException,
    KeyError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
)


@dataclass(frozen=True, slots=True)
class WeChatAccount:
    """The settings of the account.

    With an AES key it is in safe mode and takes nothing unencrypted, unless it `accepts_plain` too: a plain
    request's signature does not cover its body.
    """

    token: str = field(repr=False)
    app_id: str
    aes_key: str = field(default="", repr=False)
    accepts_plain: bool = False

    def echo(self, query: Mapping[str, str]) -> str:
        """Answer the platform's check of the address; raise Unsigned."""
        self._check(query)
        return query.get("echostr", "")

    def open(self, query: Mapping[str, str], body: bytes) -> str:
        """Verify a message and give its XML; raise WeChatRefused."""
        if len(body) > LARGEST_BODY:
            raise TooLarge
        if self.takes_plain(query):
            self._check(query)
            return _text(body)
        if not query.get("msg_signature"):
            raise Unsigned
        encrypted = _encrypted(body)
        if not matches(query["msg_signature"], self.token, *_stamp(query), encrypted):
            raise Unsigned
        try:
            return str(PrpCrypto(self._crypto().key).decrypt(encrypted, self.app_id))
        except MALFORMED as error:
            raise Malformed from error

    def takes_plain(self, query: Mapping[str, str]) -> bool:
        """Whether a request with this query is read, and answered, unencrypted."""
        encrypted = query.get("encrypt_type") == "aes" or "msg_signature" in query
        return not self.aes_key or (self.accepts_plain and not encrypted)

    def seal(self, xml: str, nonce: str, timestamp: int) -> str:
        """Encrypt an answer."""
        return str(self._crypto().encrypt_message(xml, nonce, str(timestamp)))

    def _check(self, query: Mapping[str, str]) -> None:
        if not matches(query.get("signature", ""), self.token, *_stamp(query)):
            raise Unsigned

    def _crypto(self) -> WeChatCrypto:
        return WeChatCrypto(self.token, self.aes_key, self.app_id)


def _stamp(query: Mapping[str, str]) -> tuple[str, str]:
    timestamp, nonce = query.get("timestamp", ""), query.get("nonce", "")
    if not (timestamp and nonce):
        raise Unsigned
    return timestamp, nonce


def _encrypted(body: bytes) -> str:
    found = _ENCRYPT.findall(_text(body))
    if len(found) != 1:
        raise Malformed
    return str(found[0])


def _text(body: bytes) -> str:
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise Malformed from error

"""What the platform sends, reduced to what this house answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from wechatpy.parser import parse_message

from integrations.wechat.account import MALFORMED
from integrations.wechat.errors import Malformed

_LONGEST_NAME = 128


class IncomingKind(StrEnum):
    """What a message or event means for us."""

    TEXT = "text"
    IMAGE = "image"
    OTHER_MESSAGE = "other_message"
    FOLLOWED = "followed"
    UNFOLLOWED = "unfollowed"
    SCANNED = "scanned"
    OTHER_EVENT = "other_event"


_EVENTS = {
    "subscribe": IncomingKind.FOLLOWED,
    "unsubscribe": IncomingKind.UNFOLLOWED,
    "scan": IncomingKind.SCANNED,
}
# wechatpy renames the following of a QR code with a scene.
_FOLLOWED_BY_CODE = {
    "subscribe_scan": IncomingKind.FOLLOWED,
    "subscribe_scan_product": IncomingKind.FOLLOWED,
}
_SCENE = "qrscene_"


@dataclass(frozen=True, slots=True)
class Incoming:
    """One message or event; `key` is the platform's own, the same each time it is sent again.

    `scene` is what the QR code stands for that led here, `picture` the platform's name of a picture; empty
    without one.
    """

    kind: IncomingKind
    sender: str = field(repr=False)
    recipient: str
    key: str
    text: str = field(default="", repr=False)
    scene: str = ""
    picture: str = ""


def read(xml: str) -> Incoming:
    """Read a verified message; raise Malformed when a field is missing, doubled or nested."""
    try:
        message = parse_message(xml)
        data = dict(message._data)  # noqa: SLF001 - the typed properties fail lazily, the raw fields do not
    except MALFORMED as error:
        raise Malformed from error
    sender, recipient = _name(data, "FromUserName"), _name(data, "ToUserName")
    if _name(data, "MsgType").lower() == "event":
        event = _name(data, "Event").lower()
        kind = (_EVENTS | _FOLLOWED_BY_CODE).get(event, IncomingKind.OTHER_EVENT)
        key = f"{event}:{_name(data, 'CreateTime')}"
        return Incoming(kind, sender, recipient, key, scene=_scene(kind, data))
    key = _name(data, "MsgId")
    form = _name(data, "MsgType").lower()
    if form == "image":
        return Incoming(IncomingKind.IMAGE, sender, recipient, key, picture=_name(data, "MediaId"))
    if form != "text":
        return Incoming(IncomingKind.OTHER_MESSAGE, sender, recipient, key)
    text = data.get("Content") or ""
    if not isinstance(text, str):
        raise Malformed
    return Incoming(IncomingKind.TEXT, sender, recipient, key, text)


def _scene(kind: IncomingKind, data: dict[str, object]) -> str:
    if kind not in {IncomingKind.FOLLOWED, IncomingKind.SCANNED} or not data.get("EventKey"):
        return ""
    return _name(data, "EventKey").removeprefix(_SCENE)


def _name(data: dict[str, object], field_name: str) -> str:
    value = data.get(field_name)
    if not isinstance(value, str) or not 0 < len(value) <= _LONGEST_NAME:
        raise Malformed
    return value

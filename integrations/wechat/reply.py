"""A passive reply, as the platform wants it."""

from __future__ import annotations

from wechatpy.replies import TextReply

from integrations.wechat.drawing import clean
from integrations.wechat.incoming import Incoming


def text_reply(incoming: Incoming, text: str, timestamp: int) -> str:
    """Write the XML of a text answer to a message."""
    reply = TextReply(
        source=clean(incoming.recipient), target=clean(incoming.sender), time=timestamp, content=clean(text)
    )
    return str(reply.render())

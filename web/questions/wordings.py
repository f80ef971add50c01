"""What the interface for questions says of a message that asks nothing it could look up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bot.safety.reading import Unread

NOTHING_ASKED: Final = "您好！请把想问的报名的事写成一句话，例如“租房子住怎么报名”，也可以从下面选一个。"
UNREAD: Final[Mapping[Unread, str]] = {
    Unread.LINKS: "链接打不开，也请您小心来路不明的链接。想问什么，请直接写出来。",
    Unread.FOREIGN: (
        "请用中文（汉字）写您的问题，也可以从下面选一个。\n"
        "Sorry, only Chinese can be read. Please ask in Chinese, or pick a topic below."
    ),
}
"""An insult alone is not here: whoever is that angry gets who takes complaints."""
SMALL_TALK: Final = frozenset(
    {
        "affirm",
        "back",
        "correct",
        "deny",
        "goodbye",
        "greet",
        "refuse_to_say",
        "repeat",
        "restart",
        "resume",
        "switch_child",
        "thank",
        "wait",
    }
)
"""Acts (docs/topics.md) that mean something in a conversation alone."""

"""Who leaves, or wants to be erased, is forgotten at once in both databases, through the whole product."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing

import httpx

from tests.integrations.wechat.platform import Platform, event
from tests.journey import path
from tests.journey.guardian import Guardian
from tests.journey.households import Households
from tests.journey.stack import Stack
from tests.journey.wechat import WeChatGuardian

_OF_A_CHAT = ("turns", "vault", "bindings", "sign_ins")


def kept(stack: Stack, conversation: str) -> dict[str, int]:
    """How much is kept of a conversation: in the cases' database, and in the engine's."""
    counts = {
        name: int(
            str(stack.rows(f"SELECT count(*) FROM {name} WHERE conversation_id = ?", conversation)[0][0])  # noqa: S608 - our own names
        )
        for name in _OF_A_CHAT
    }
    with closing(sqlite3.connect(stack.settings.var / "engine.db")) as engine:
        rows = engine.execute("SELECT count(*) FROM engine_conversations WHERE sender = ?", (conversation,))
        return {**counts, "engine": rows.fetchone()[0]}


def newest_conversation(stack: Stack) -> str:
    """The conversation somebody wrote in last."""
    return str(stack.rows("SELECT conversation_id FROM turns ORDER BY number DESC LIMIT 1")[0][0])


def test_chat_is_forgotten_when_the_guardian_unfollows_the_account(
    stack: Stack, households: Households
) -> None:
    """Binding, messages, numbers typed and dialogue state go; following again begins anew."""
    guardian, family = WeChatGuardian(stack.settings.web_url), households.take()
    guardian.say(f"我的电话{family.phone}")
    guardian.say(path.first_message(family))
    guardian.sign_in(family.sign_in_name)
    guardian.say("继续看")
    conversation = newest_conversation(stack)
    assert all(kept(stack, conversation).values()), kept(stack, conversation)
    left = Platform(safe=True).deliver(event("unsubscribe", sender=guardian.openid))
    assert guardian.deliver(left).text == ""
    assert not any(kept(stack, conversation).values()), kept(stack, conversation)
    assert "受理编号" not in guardian.say("进度").text


def test_everything_is_forgotten_when_the_guardian_deletes_it_on_the_page(
    stack: Stack, guardian: Guardian, households: Households
) -> None:
    """One word tells the chat that it begins anew; nothing of before is kept, and nobody is bound to it."""
    family = households.take()
    guardian.say(f"我的电话{family.phone}")
    path.to_decision(guardian, family)
    conversation = newest_conversation(stack)
    answer = guardian.say("我同意了哪些")
    assert answer.link
    link = re.search(r"link=([\w.-]+)", answer.link)
    assert link
    erased = httpx.post(f"{stack.settings.web_url}/consents/erase", data={"link": link[1]}, timeout=30)
    assert "删除了1份" in erased.text
    left = kept(stack, conversation)
    assert (left["vault"], left["bindings"], left["sign_ins"]) == (0, 0, 0)
    assert left["turns"] <= 1, "the signal that the chat begins anew, and nothing before it"
    name = stack.rows(
        "SELECT g.name FROM guardians g JOIN applications a ON a.guardian_id = g.id "
        "JOIN accesses x ON x.subject_id = g.id ORDER BY a.number DESC LIMIT 1"
    )
    assert name == [(b"",)]

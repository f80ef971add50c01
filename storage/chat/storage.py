"""Everything a conversation stores, opened together."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Engine

from bot.ports import Conversations, Counters, Inbox, Vault
from enrolment.ports import Clock
from storage.chat.conversations import SqlConversations
from storage.chat.counters import SqlCounters
from storage.chat.inbox import SqlInbox
from storage.chat.threads import Threads
from storage.chat.vault import SqlVault
from storage.engine import PATIENCE_SECONDS
from storage.keys import Keys
from storage.sealing import Sealing

WORKERS = {"sqlite": 2, "postgresql": 8}
"""SQLite lets one transaction write at a time; more threads would only wait for each other."""


@dataclass(frozen=True, slots=True)
class ChatStorage:
    """The four ports of a conversation; close it when the process ends."""

    inbox: Inbox
    conversations: Conversations
    vault: Vault
    counters: Counters
    threads: Threads

    def close(self) -> None:
        """Let its threads go; the engine is the caller's."""
        self.threads.close()


def open_chat_storage(
    engine: Engine, keys: Keys, clock: Clock, *, patience: float = PATIENCE_SECONDS
) -> ChatStorage:
    """Open what a conversation stores on this database under these keys."""
    threads, sealing = Threads(engine, WORKERS[engine.dialect.name], patience), Sealing(keys)
    return ChatStorage(
        inbox=SqlInbox(threads, sealing),
        conversations=SqlConversations(threads, sealing),
        vault=SqlVault(threads, sealing, clock),
        counters=SqlCounters(threads),
        threads=threads,
    )

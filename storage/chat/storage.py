"""Everything a conversation stores, opened together."""

from __future__ import annotations

from dataclasses import dataclass

from bot import ports
from enrolment.model.access import Reader, Who, Why
from enrolment.ports import Clock
from storage.chat.conversations import SqlConversations
from storage.chat.counters import SqlCounters
from storage.chat.desk import is_taken
from storage.chat.inbox import SqlInbox
from storage.chat.threads import Threads
from storage.chat.vault import SqlVault
from storage.engine import PATIENCE_SECONDS
from storage.vault import Vault

WORKERS = {"sqlite": 2, "postgresql": 8}
"""SQLite lets one transaction write at a time; more threads would only wait for each other."""


@dataclass(frozen=True, slots=True)
class ChatStorage:
    """The four ports of a conversation; close it when the process ends."""

    inbox: ports.Inbox
    conversations: ports.Conversations
    vault: ports.Vault
    counters: ports.Counters
    threads: Threads

    async def is_taken(self, conversation_id: str) -> bool:
        """Whether a person has this conversation."""
        return await is_taken(self.threads, conversation_id)

    def close(self) -> None:
        """Let its threads go; the engine is the caller's."""
        self.threads.close()


def open_chat_storage(vault: Vault, clock: Clock, *, patience: float = PATIENCE_SECONDS) -> ChatStorage:
    """Open what a conversation stores in this vault."""
    notes = vault.notes(Reader(Who.ASSISTANT, Why.TALK))
    threads = Threads(vault, notes, WORKERS[vault.engine.dialect.name], patience)
    sealing = vault.sealing(notes)
    return ChatStorage(
        inbox=SqlInbox(threads, sealing),
        conversations=SqlConversations(threads, sealing),
        vault=SqlVault(threads, sealing, clock),
        counters=SqlCounters(threads),
        threads=threads,
    )

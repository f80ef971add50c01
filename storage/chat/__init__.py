"""What `bot.ports` asks of storage: inbox, conversations, vault and counters."""

from storage.chat.storage import ChatStorage, open_chat_storage

__all__ = ["ChatStorage", "open_chat_storage"]

"""What a guardian wrote last, without anything personal: for questions that were answered badly."""

from __future__ import annotations

from sqlalchemy import select

from bot.ports import StorageUnavailable
from bot.shield import masked
from enrolment.model.access import Reader
from storage.codecs.messages import load_inbound
from storage.statements import table
from storage.tables import TurnRow
from storage.vault import Vault

_TURNS = table(TurnRow)


class SqlLastQuestions:
    """Implements `enrolment.guidance_ports.LastQuestions` on the inbox; the read is logged."""

    def __init__(self, vault: Vault, reader: Reader) -> None:
        self._vault = vault
        self._reader = reader

    def before_last(self, conversation_id: str) -> str:
        """The words of the last message that was answered; empty where there is none, or it cannot be read.

        The message that says so is itself still waiting for its answer.
        """
        query = (
            select(_TURNS)
            .where(_TURNS.c.conversation_id == conversation_id, _TURNS.c.stage != "waiting")
            .order_by(_TURNS.c.number.desc())
            .limit(1)
        )
        notes = self._vault.notes(self._reader)
        try:
            with self._vault.engine.begin() as connection:
                row = connection.execute(query).mappings().one_or_none()
            if row is None:
                return ""
            self._vault.ring.prepare()
            sealed = self._vault.sealing(notes)
            text = sealed.open("turns.inbound", row["id"], row["inbound"], subject=conversation_id)
            notes.flush(self._vault.engine)
        except StorageUnavailable:
            return ""
        words = load_inbound(text, row["channel"], row["received_at"]).text
        return "" if words.startswith("/") else masked(words)

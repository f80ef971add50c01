"""What a guardian wrote last, without anything personal: for questions that were answered badly."""

from __future__ import annotations

from sqlalchemy import select

from bot.delivery import MORE
from bot.ports import StorageUnavailable
from bot.safety.reading import read
from bot.shield import masked
from enrolment.model.access import Reader
from storage.codecs.messages import load_inbound
from storage.statements import table
from storage.tables import TurnRow
from storage.vault import Vault

_TURNS = table(TurnRow)
# A question, and up to two times that the rest of its answer was asked for or kept.
_LOOKED_BACK = 5


class SqlLastQuestions:
    """Implements `enrolment.guidance_ports.LastQuestions` on the inbox; the read is logged."""

    def __init__(self, vault: Vault, reader: Reader) -> None:
        self._vault = vault
        self._reader = reader

    def before_last(self, conversation_id: str) -> str:
        """The words of the last message that was answered, as the dialogue read them.

        Empty where there is none, where a choice was picked, or where it cannot be read. The message that
        says so is itself still waiting for its answer; asking for the rest of a long answer is no message.
        """
        query = (
            select(_TURNS)
            .where(_TURNS.c.conversation_id == conversation_id, _TURNS.c.stage != "waiting")
            .order_by(_TURNS.c.number.desc())
            .limit(_LOOKED_BACK)
        )
        notes = self._vault.notes(self._reader)
        try:
            with self._vault.engine.begin() as connection:
                rows = connection.execute(query).mappings().all()
            if not rows:
                return ""
            self._vault.ring.prepare()
            sealed = self._vault.sealing(notes)
            said = (
                load_inbound(
                    sealed.open("turns.inbound", row["id"], row["inbound"], subject=conversation_id),
                    row["channel"],
                    row["received_at"],
                ).text
                for row in rows
            )
            words = next((each for each in said if each != MORE), "")
            notes.flush(self._vault.engine)
        except StorageUnavailable:
            return ""
        return "" if words.startswith("/") else masked(read(words).text)

"""Hashes anew, under another secret, what is found by a keyed hash: from the sealed value the hash is of.

A hash is done once it is the one the secret gives, so an interrupted run goes on where it stood. Without a
value to hash there is nothing to do: a person who was emptied is found by nobody, a sign-in under way begins
anew, and a conversation nobody wrote in for as long as messages are kept begins anew too.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

from sqlalchemy import Connection, RowMapping, Table, delete, select, update

from enrolment.model.access import Reader, Who, Why
from storage.codecs.messages import load_inbound
from storage.repositories import replies
from storage.sealing import Sealing
from storage.statements import table
from storage.tables import ChildRow, ConversationRow, GuardianRow, ReplyRow, TurnRow
from storage.tables.cases import EMPTIED
from storage.vault import Vault

BATCH = 200
Say = Callable[[str, int], None]
CONVERSATIONS, TURNS, ANSWERS = table(ConversationRow), table(TurnRow), table(ReplyRow)


def rehash(vault: Vault, say: Say) -> None:
    """Hash everything anew that can be; nobody gets to see a value, so nothing is logged as read."""
    again = _Again(vault.sealing(vault.notes(Reader(Who.ASSISTANT, Why.APPLY))))
    steps = (
        (table(GuardianRow), again.person),
        (table(ChildRow), again.person),
        (ANSWERS, again.answer),
        (TURNS, again.turn),
    )
    vault.ring.prepare()
    for rows, deal_with in steps:
        done = 0
        for batch in _batches(vault, rows):
            with vault.engine.begin() as connection:
                for row in batch:
                    deal_with(connection, rows, row)
            done += len(batch)
            say(rows.name, done)


def _batches(vault: Vault, rows: Table) -> Iterator[list[RowMapping]]:
    after = ""
    while True:
        query = select(rows).where(rows.c.id > after).order_by(rows.c.id).limit(BATCH)
        with vault.engine.begin() as connection:
            batch = list(connection.execute(query).mappings())
        if not batch:
            return
        yield batch
        after = batch[-1]["id"]


class _Again:
    """What is done about one row of each table."""

    def __init__(self, sealing: Sealing) -> None:
        self._sealing = sealing

    def person(self, connection: Connection, rows: Table, row: RowMapping) -> None:
        """A guardian or a child, found by the ID number."""
        if row["id_number"] == EMPTIED:
            return
        column = f"{rows.name}.id_number"
        digest = self._sealing.find(column, self._sealing.reopen(column, row["id"], row["id_number"]))
        connection.execute(update(rows).where(rows.c.id == row["id"]).values(id_number_hash=digest))

    def answer(self, connection: Connection, rows: Table, row: RowMapping) -> None:
        """A department's answer, found by its question."""
        id_number, _ = json.loads(self._sealing.reopen(replies.COLUMN, row["id"], row["reply"]))
        digest = self._sealing.find(replies.PURPOSE, row["child_id"], row["data_item"], id_number)
        connection.execute(delete(rows).where(rows.c.question_hash == digest, rows.c.id != row["id"]))
        connection.execute(update(rows).where(rows.c.id == row["id"]).values(question_hash=digest))

    def turn(self, connection: Connection, rows: Table, row: RowMapping) -> None:
        """A message, found by channel, address and key; its conversation is found by the address."""
        text = self._sealing.reopen("turns.inbound", row["id"], row["inbound"])
        inbound = load_inbound(text, row["channel"], row["received_at"])
        if not inbound.address:
            return  # a notice is told once already; nobody looks for it
        parts = (row["channel"], inbound.address)
        digest = self._sealing.find("turns.message", *parts, inbound.key)
        connection.execute(update(rows).where(rows.c.id == row["id"]).values(message_hash=digest))
        if inbound.address != row["conversation_id"]:
            address = self._sealing.find("conversations.address", *parts)
            connection.execute(
                update(CONVERSATIONS)
                .where(CONVERSATIONS.c.id == row["conversation_id"])
                .values(address_hash=address)
            )

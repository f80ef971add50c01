"""What somebody sees who has the database and not the key."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from sqlalchemy import Engine, inspect, make_url

from bot.messages import ChannelName, Choice
from enrolment.model.sign_in import SignIn
from enrolment.ports import BeginWork
from storage.chat import ChatStorage
from tests.storage.samples import ADDRESS, MOTHER, NOW, YOUNGER, message, replies, stored_case


def everything(engine: Engine, url: str) -> bytes:
    """All that is stored: the bytes of SQLite's files, or every value of every row."""
    if url.startswith("sqlite"):
        folder = Path(str(make_url(url).database)).parent
        return b"".join(path.read_bytes() for path in folder.glob("ruxue.db*"))
    found = b""
    with engine.begin() as connection:
        for name in inspect(connection).get_table_names():
            for row in connection.exec_driver_sql(f'SELECT * FROM "{name}"'):  # noqa: S608 - a table's own name
                found += b"|".join(part if isinstance(part, bytes) else str(part).encode() for part in row)
    return found


async def test_nothing_personal_is_readable_when_the_database_is_stolen(
    engine: Engine, url: str, begin: BeginWork, chat: ChatStorage
) -> None:
    """Names, ID numbers, addresses, words, openids, and sign-in states are nowhere in the clear."""
    stored = stored_case(begin)
    with begin() as work:
        work.sign_ins.add(SignIn("state-secret", "conversation", NOW, NOW + timedelta(minutes=10)))
        work.commit()
    inbound = message()
    conversation = await chat.conversations.find_or_open(ChannelName.WECHAT, inbound.address)
    await chat.inbox.answer(await chat.inbox.record(inbound, conversation), replies())
    await chat.vault.keep(conversation, "phone", "13800138000")
    await chat.conversations.offer(conversation, [Choice("*涵", "/inform")])
    raw = everything(engine, url)
    assert stored.id.encode() in raw
    assert conversation.encode() in raw
    personal = [
        *(MOTHER.name, MOTHER.id_number, YOUNGER.name, YOUNGER.id_number, ADDRESS, "文化东路"),
        *("2020-10-15", "20201015", inbound.text, inbound.address, "王女士", "13800138000", "*涵"),
        *("state-secret", "house_and_hukou"),
    ]
    for word in personal:
        for written in (word.encode(), word.encode("utf-16-le"), ascii(word).strip("'").encode()):
            assert written not in raw

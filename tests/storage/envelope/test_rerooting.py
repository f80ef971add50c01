"""The secret itself is replaced: killed in the middle, run again, and found and read as before."""

from __future__ import annotations

import base64
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from sqlalchemy import Engine, insert, select, update

from bot.messages import ChannelName
from enrolment.model.establishing.inquiry import KeptReply
from enrolment.model.people import Person
from settings import ROOT
from storage.chat import open_chat_storage
from storage.envelope import rerooting
from storage.errors import SealBroken
from storage.keys import Keys
from storage.statements import table
from storage.tables import ReplyRow, TurnRow, WrappingKeyRow
from storage.vault import Vault, open_vault
from storage.work import begin_work
from tests.storage.samples import (
    MOTHER,
    NOW,
    READER,
    SECRET,
    YOUNGER,
    FrozenClock,
    message,
    replies,
    stored_case,
)
from tests.storage.test_grants import grant

FRESH = bytes(range(32, 64))
PEOPLE, TURNS = 450, 450
"""More than two batches of each."""


def guardian(number: int) -> Person:
    """One of many guardians; their numbers need not be anybody's."""
    return Person("某人", f"{number:018d}")


@pytest.fixture
async def filled(vault: Vault) -> str:
    """A case with an answer, many people, and a conversation with many messages; the conversation's id."""
    begin = begin_work(vault, READER)
    case = stored_case(begin)
    with begin() as work:
        agreed = grant("grant-1", case.guardian_id, case.child_id)
        work.grants.add(agreed)
        work.replies.keep(KeptReply(case.child_id, agreed.data_item, MOTHER.id_number, agreed.id, NOW, ()))
        for number in range(PEOPLE):
            work.guardians.upsert(guardian(number))
        work.commit()
    chat = open_chat_storage(vault, FrozenClock())
    conversation = await chat.conversations.find_or_open(ChannelName.WECHAT, "openid")
    for number in range(TURNS):
        turn = await chat.inbox.record(message(f"m{number}", address="openid"), conversation)
    await chat.inbox.answer(turn, replies())
    chat.close()
    return conversation


def reroot(url: str, folder: Path, kill_at: str = "", *, old: bytes = SECRET, new: bytes = FRESH) -> str:
    """Run `ruxue keys reroot`, killed with -9 as soon as a line says this; give what it said."""
    environment: Mapping[str, str] = {
        **os.environ,
        "RUXUE_VAR": str(folder),
        "RUXUE_DATABASE_URL": url,
        "RUXUE_SECRET_KEY": base64.b64encode(new).decode(),
        "RUXUE_SECRET_KEY_BEFORE": base64.b64encode(old).decode(),
    }
    command = [sys.executable, "-c", "from cli.main import app; app()", "keys", "reroot"]
    with subprocess.Popen(  # noqa: S603 - our own command
        command, cwd=ROOT, env=dict(environment), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        said = []
        for line in process.stdout:
            said.append(line)
            if kill_at and kill_at in line:
                process.kill()
                break
        process.wait(60)
    return "".join(said)


async def test_everything_is_found_and_read_under_the_new_secret_when_killed_twice(
    url: str, engine: Engine, filled: str, tmp_path: Path
) -> None:
    """Killed once the keys are under the new secret, and while hashes are made; then left to end."""
    assert "under the new secret" in reroot(url, tmp_path, kill_at="under the new secret")
    assert "guardians: 200" in reroot(url, tmp_path, kill_at="guardians: 200")
    assert "turns: 200" in reroot(url, tmp_path, kill_at="turns: 200")
    assert "the old secret opens nothing" in reroot(url, tmp_path)

    vault = open_vault(engine, Keys.from_secret(FRESH), FrozenClock().now)
    begin = begin_work(vault, READER)
    with begin() as work:
        found = work.guardians.upsert(MOTHER)
        assert [child.person for child in work.guardians.children(found.id)] == [YOUNGER]
        (case,) = work.cases.of_guardian(found.id)
        kept = work.replies.of_child(case.child_id)
        work.replies.keep(KeptReply(case.child_id, kept[0].data_item, MOTHER.id_number, "grant-1", NOW, ()))
        assert len(work.replies.of_child(case.child_id)) == 1, "the same question is the same row"
        ids = {work.guardians.upsert(guardian(number)).id for number in range(PEOPLE)}
        assert len(ids) == PEOPLE
        assert work.guardians.get(next(iter(ids))).person.name == "某人"
    chat = open_chat_storage(vault, FrozenClock())
    assert await chat.conversations.find_or_open(ChannelName.WECHAT, "openid") == filled
    again = await chat.inbox.record(message(f"m{TURNS - 1}", address="openid"), filled)
    assert again.replies == replies()
    chat.close()
    with engine.begin() as connection:
        assert len(connection.scalars(select(table(TurnRow).c.id)).all()) == TURNS
        assert len(connection.scalars(select(table(ReplyRow).c.id)).all()) == 1


async def test_old_secret_opens_nothing_when_it_was_replaced(
    url: str, engine: Engine, filled: str, tmp_path: Path
) -> None:
    """Whoever learnt it can read what is stored from now on no more than anybody."""
    assert filled
    reroot(url, tmp_path)
    assert not rerooting.wraps_all(engine, Keys.from_secret(SECRET))
    with pytest.raises(SealBroken):
        open_vault(engine, Keys.from_secret(SECRET), FrozenClock().now).ring.prepare()


async def test_nothing_is_changed_when_the_old_secret_is_not_the_one(
    url: str, engine: Engine, filled: str, vault: Vault, tmp_path: Path
) -> None:
    """A slip in a setting costs nothing."""
    assert filled
    reroot(url, tmp_path, old=bytes(32))
    assert rerooting.wraps_all(engine, vault.keys)
    with begin_work(vault, READER)() as work:
        assert work.guardians.upsert(MOTHER).person == MOTHER


def test_no_key_is_wrapped_anew_when_one_of_them_was_changed(engine: Engine, vault: Vault) -> None:
    """All or none, so that no database is left under two secrets."""
    vault.ring.prepare()
    rows = table(WrappingKeyRow)
    with engine.begin() as connection:
        row = connection.execute(select(rows)).mappings().one()
        connection.execute(insert(rows).values({**row, "id": "zz-broken", "state": "retiring"}))
    with pytest.raises(SealBroken):
        rerooting.reroot(engine, vault.keys, Keys.from_secret(FRESH))
    with engine.begin() as connection:
        connection.execute(update(rows).where(rows.c.id == "zz-broken").values(wrapped=None))
    assert rerooting.wraps_all(engine, vault.keys)

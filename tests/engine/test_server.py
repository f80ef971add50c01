"""The engine as a process: its answers over HTTP, its end by force, its logs."""

import http.client
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from driver import FIXTURE
from processes import ROOT, Process, action_server, free_port


class Server:
    """One engine process with an action server of its own."""

    def __init__(self, folder: Path, model: Path) -> None:
        self.port = free_port()
        self.folder = folder
        self.actions, actions_url = action_server(folder / "actions.log")
        environment = {
            "PYTHONPATH": f"{ROOT / 'bot' / 'engine'}:{ROOT / 'tests' / 'engine'}",
            "RUXUE_ACTIONS_URL": actions_url,
            "RUXUE_ENGINE_DATABASE_URL": f"sqlite:///{folder / 'data' / 'engine.db'}",
        }
        command = [sys.executable, "-m", "ruxue_engine", "run", "--project", str(FIXTURE)]
        command += ["--model", str(model), "--port", str(self.port)]
        self.engine = Process(
            command, self.port, "/webhooks/ruxue/health", folder / "engine.log", environment
        )

    def ask(self, method: str, path: str, body: object = None) -> tuple[int, Any]:
        """Send one request; answer its status and body."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        sent = body if isinstance(body, str) else json.dumps(body)
        connection.request(method, f"/webhooks/ruxue/{path}", sent if method == "POST" else None)
        answer = connection.getresponse()
        text = answer.read()
        connection.close()
        return answer.status, json.loads(text)

    def say(self, sender: str, message: str, key: str) -> tuple[int, Any]:
        """Send one message."""
        return self.ask(
            "POST", "messages", {"sender": sender, "message": message, "key": key, "metadata": {}}
        )


@pytest.fixture(scope="module")
def server(model: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Run an engine and its actions."""
    folder = tmp_path_factory.mktemp("server")
    (folder / "data").mkdir()
    server = Server(folder, model)
    server.actions.start()
    server.engine.start()
    yield server
    server.engine.kill()
    server.actions.kill()


def _texts(answer: tuple[int, Any]) -> list[str]:
    status, body = answer
    assert status == 200, body
    return [reply["text"] for reply in body["replies"]]


def test_conversation_goes_on_when_the_engine_was_killed(server: Server) -> None:
    """A kill between two messages loses nothing, and the last key is still known."""
    assert _texts(server.say("killed", "领养宠物", "k1")) == ["什么颜色?"]
    server.engine.kill()
    server.engine.start()
    assert server.say("killed", "领养宠物", "k1")[1]["replayed"] is True
    assert _texts(server.say("killed", "白色", "k2")) == ["什么动物?"]


def test_answer_is_503_when_the_actions_are_down(server: Server) -> None:
    """The web process learns which part is missing."""
    server.actions.kill()
    try:
        assert server.say("down", "回声", "k1") == (503, {"error": "actions_unavailable"})
    finally:
        server.actions.start()
    assert _texts(server.say("down", "回声", "k1")) == ["收到"]


def test_answer_is_503_when_the_store_is_gone(server: Server) -> None:
    """Health and messages both say that the store is missing, and recover with it."""
    folder = server.folder / "data"
    database = folder / "engine.db"
    content = {path: path.read_bytes() for path in folder.iterdir()}
    server.engine.kill()
    for path in content:
        path.unlink()
    folder.rmdir()
    folder.write_text("in the way")
    server.engine.start_ailing()
    assert server.say("gone", "您好", "k1") == (503, {"error": "store_unavailable"})
    assert server.ask("GET", "health")[0] == 503
    folder.unlink()
    folder.mkdir()
    assert _texts(server.say("gone", "您好", "k1")) == ["您好"]
    assert database.exists()


@pytest.mark.parametrize(
    "body",
    [
        [],
        {},
        {"sender": "", "message": "您好", "key": "k1"},
        {"sender": "a", "message": "您好", "key": ""},
        {"sender": "a", "message": 1, "key": "k1"},
        {"sender": "a", "message": "您好", "key": "k1", "metadata": []},
        {"sender": "a" * 256, "message": "您好", "key": "k1"},
        "{",
    ],
)
def test_answer_is_400_when_a_request_is_malformed(server: Server, body: object) -> None:
    """A caller's mistake is said as one, and never repeated back."""
    status, answer = server.ask("POST", "messages", body)
    assert (status, answer["error"]) == (400, "bad_request")


@pytest.mark.parametrize(
    "body",
    ["{", [], {}, {"text": 1}, {"text": "a" * 5001}, {"text": "您好", "metadata": []}],
)
def test_understanding_is_refused_when_a_request_is_malformed(server: Server, body: object) -> None:
    """A message of any length past the largest is not even read."""
    status, answer = server.ask("POST", "understand", body)

    assert (status, answer["error"]) == (400, "bad_request")


def test_message_is_understood_and_nothing_is_kept_or_logged(server: Server) -> None:
    """No conversation is begun, and no word is written anywhere."""
    status, told = server.ask(
        "POST", "understand", {"text": "领养宠物，橘色的", "metadata": {"today": "2027-06-10"}}
    )

    assert (status, told["intent"]["name"]) == (200, "start_enrolment")
    assert len(told["topics"]) == 33
    log = (server.folder / "engine.log").read_text()
    kept = b"".join(path.read_bytes() for path in (server.folder / "data").iterdir())
    assert "橘色" not in log
    assert "橘色".encode() not in kept


def test_health_names_the_model_when_all_is_well(server: Server) -> None:
    """Health says which model answers and that the store does."""
    status, health = server.ask("GET", "health")
    assert (status, health["status"], health["store"]) == (200, "ok", "ok")
    assert health["model"]


def test_logs_hold_no_word_of_a_message_when_turns_succeed_and_fail(server: Server) -> None:
    """Neither what a guardian wrote nor a slot's value is ever written to a log."""
    server.actions.kill()
    server.say("quiet", "我想领养一只白色的猫", "k1")
    server.actions.start()
    for key, text in enumerate(
        ("我想领养一只白色的猫", "天书奇谈", '/inform{"colour": "黑色"}', "/unheard_of")
    ):
        server.say("quiet", text, f"q{key}")
    log = server.engine.log.read_text()
    assert "actions_unavailable" in log
    assert not [word for word in ("领养", "白色", "黑色", "天书", "unheard", "colour") if word in log]


def test_run_refuses_to_start_when_there_is_no_model(server: Server, tmp_path: Path) -> None:
    """A missing model is said at the start, not at the first message."""
    from ruxue_engine.door.server import serve  # noqa: PLC0415 - imported where the shim is in place

    assert serve(FIXTURE, tmp_path / "none.tar.gz", server.port) == 1

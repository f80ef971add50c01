"""What the engine's tests share: one trained model, one real action server, one agent."""

from __future__ import annotations

import asyncio
import importlib.util
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if importlib.util.find_spec("rasa") is None:
    # The main environment has no Rasa: these tests belong to the engine's own.
    collect_ignore_glob = ["test_*.py"]
else:
    os.environ["RASA_TELEMETRY_ENABLED"] = "false"
    from driver import FIXTURE, Dialogue
    from ruxue_engine import without_tensorflow

    without_tensorflow.install()

if TYPE_CHECKING:
    from processes import Process


@pytest.fixture(scope="session")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Train the fixture's model once."""
    from ruxue_engine.training import train  # noqa: PLC0415 - only the engine's environment has Rasa

    path = tmp_path_factory.mktemp("models") / "pet.tar.gz"
    assert train(FIXTURE, path) == 0
    return path


@pytest.fixture(scope="session")
def running_actions(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Process, str]]:
    """Run one action server for all tests."""
    from processes import action_server  # noqa: PLC0415 - beside this file only in the engine's own runs

    process, url = action_server(tmp_path_factory.mktemp("actions") / "log")
    process.start()
    yield process, url
    process.kill()


@pytest.fixture(scope="session")
def shared_dialogue(model: Path, running_actions: tuple[Process, str]) -> Iterator[Dialogue]:
    """Load the model once."""
    from ruxue_engine.door.server import build_agent  # noqa: PLC0415 - only the engine's environment has Rasa

    os.environ["RUXUE_ACTIONS_URL"] = running_actions[1]
    os.environ["RUXUE_ENGINE_DATABASE_URL"] = "sqlite://"
    with asyncio.Runner() as loop:
        dialogue = Dialogue(build_agent(FIXTURE, model), loop)
        yield dialogue
        dialogue.run(dialogue.agent.action_endpoint.close())


@pytest.fixture
def database(tmp_path: Path) -> str:
    """Name a fresh database."""
    return f"sqlite:///{tmp_path / 'engine.db'}"


@pytest.fixture
def dialogue(shared_dialogue: Dialogue, database: str) -> Dialogue:
    """Talk to an agent that keeps its conversations in a fresh database."""
    from ruxue_engine.store.tracker_store import ConversationStore  # noqa: PLC0415 - only the engine's environment has Rasa

    shared_dialogue.use(ConversationStore(host=database))
    return shared_dialogue

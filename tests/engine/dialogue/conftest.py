"""The real dialogue model, a real action server over fakes, and a guardian who talks to them."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from guardian import NOW, Guardian

if TYPE_CHECKING:
    from ruxue_engine.agent import EngineAgent

ROOT = Path(__file__).parents[3]
MODEL = ROOT / "models" / "ruxue.tar.gz"


@pytest.fixture(scope="session")
def dialogue_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The model of this project: the trained one when nothing it is made of is newer, else a fresh one."""
    from ruxue_engine.training import train  # noqa: PLC0415 - only the engine's environment has Rasa

    sources = [ROOT / "domain.yml", ROOT / "config.yml", *(ROOT / "data").rglob("*.yml")]
    sources += (ROOT / "bot" / "engine" / "ruxue_engine" / "understanding").rglob("*.*")
    newest = max(source.stat().st_mtime for source in sources)
    if MODEL.exists() and MODEL.stat().st_mtime > newest:
        return MODEL
    path = tmp_path_factory.mktemp("dialogue") / "ruxue.tar.gz"
    assert train(ROOT, path) == 0
    return path


@pytest.fixture(scope="session")
def office_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Run the action server over fakes."""
    from processes import MAIN_PYTHON, Process, free_port  # noqa: PLC0415 - beside the engine's tests only

    port = free_port()
    script = str(Path(__file__).with_name("office_server.py"))
    log = tmp_path_factory.mktemp("office") / "log"
    process = Process([str(MAIN_PYTHON), script, str(port)], port, "/health", log)
    process.start()
    yield f"http://127.0.0.1:{port}/webhook"
    process.kill()


@pytest.fixture(scope="session")
def talk(dialogue_model: Path, office_url: str) -> Iterator[tuple[EngineAgent, asyncio.Runner]]:
    """Load the model once."""
    from ruxue_engine.door.server import build_agent  # noqa: PLC0415 - only the engine's environment has Rasa

    before = {name: os.environ.get(name) for name in ("RUXUE_ACTIONS_URL", "RUXUE_ENGINE_DATABASE_URL")}
    os.environ["RUXUE_ACTIONS_URL"] = office_url
    os.environ["RUXUE_ENGINE_DATABASE_URL"] = "sqlite://"
    agent = build_agent(ROOT, dialogue_model)
    os.environ.update({name: value for name, value in before.items() if value is not None})
    with asyncio.Runner() as loop:
        yield agent, loop
        loop.run(agent.action_endpoint.close())


@pytest.fixture
def guardian(talk: tuple[EngineAgent, asyncio.Runner], office_url: str) -> Guardian:
    """A guardian nobody knows yet, on the demonstration day, with every department up."""
    someone = Guardian(*talk, office_url)
    someone.surroundings(reset=True, now=NOW, departments_down=[], database_down=False)
    return someone

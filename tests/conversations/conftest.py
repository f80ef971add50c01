"""A real engine and a real action server over fakes, started once."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest

from tests.conversations.rig import Rig
from tests.engine.processes import MAIN_PYTHON, ROOT, Process, free_port

MODEL = ROOT / "models" / "ruxue.tar.gz"


@pytest.fixture(scope="session")
def office_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Run the action server over fakes."""
    port = free_port()
    script = str(ROOT / "tests" / "engine" / "dialogue" / "office_server.py")
    log = tmp_path_factory.mktemp("office") / "log"
    process = Process([str(MAIN_PYTHON), script, str(port)], port, "/health", log)
    process.start()
    yield f"http://127.0.0.1:{port}"
    process.kill()


@pytest.fixture(scope="session")
def engine_database(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where the engine keeps conversations."""
    return f"sqlite:///{tmp_path_factory.mktemp('engine') / 'engine.db'}"


@pytest.fixture(scope="session")
def engine_url(
    tmp_path_factory: pytest.TempPathFactory, office_url: str, engine_database: str
) -> Iterator[str]:
    """Run the engine with the trained model."""
    assert MODEL.exists(), "make train comes first"
    port, folder = free_port(), tmp_path_factory.mktemp("engine-log")
    command = [str(ROOT / "bot/engine/.venv/bin/python"), "-m", "ruxue_engine", "run"]
    environment = {
        "PYTHONPATH": str(ROOT / "bot" / "engine"),
        "RUXUE_ACTIONS_URL": f"{office_url}/webhook",
        "RUXUE_ENGINE_DATABASE_URL": engine_database,
    }
    command += ["--project", str(ROOT), "--model", str(MODEL), "--port", str(port)]
    process = Process(command, port, "/webhooks/ruxue/health", folder / "log", environment)
    process.start()
    yield f"http://127.0.0.1:{port}"
    process.kill()


@pytest.fixture(scope="session")
def loop() -> Iterator[asyncio.Runner]:
    """One loop, so that connections stay open."""
    with asyncio.Runner() as runner:
        yield runner


@pytest.fixture
def rig(engine_url: str, engine_database: str, office_url: str, loop: asyncio.Runner) -> Iterator[Rig]:
    """A guardian nobody knows yet, on the demonstration day, with every department up."""
    rig = Rig(engine_url, office_url, loop, engine_database)
    yield rig
    rig.close()

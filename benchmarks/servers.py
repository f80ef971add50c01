"""Starts and ends the two sides, on free ports and in a folder of their own."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).resolve().parent.parent
STOCK: Final = ROOT / "benchmarks" / "stock"
STOCK_MODEL: Final = ROOT / "models" / "stock.tar.gz"
SECONDS_TO_START: Final = 120
SECONDS_TO_END: Final = 10


class DidNotStart(RuntimeError):
    """Raised when a side does not come up; its log says why."""


class Side(NamedTuple):
    """A running side: its main process and the ports that matter."""

    process: int
    ports: Mapping[str, int]


@contextmanager
def ours(folder: Path) -> Iterator[Side]:
    """Run this project as `make run` does: engine, actions, web and sandbox under its supervisor."""
    ports = dict(zip(("web", "engine", "actions", "sandbox"), _free_ports(4), strict=True))
    environment = {
        "RUXUE_VAR": str(folder),
        "RUXUE_PORT": str(ports["web"]),
        **{f"RUXUE_{part.upper()}_PORT": str(port) for part, port in ports.items() if part != "web"},
    }
    command = [str(ROOT / ".venv/bin/python"), "-m", "cli.main", "run"]
    with _running(command, environment, folder / "ours.log") as process:
        for part, path in (("actions", "/health"), ("engine", "/webhooks/ruxue/health"), ("web", "/health")):
            _wait_until_answers(f"http://127.0.0.1:{ports[part]}{path}", process, folder / "ours.log")
        yield Side(process.pid, ports)


@contextmanager
def stock(folder: Path, actions_port: int) -> Iterator[Side]:
    """Run a stock Rasa that calls the same action server."""
    (port,) = _free_ports(1)
    environment = {
        "BENCH_ACTIONS_URL": f"http://127.0.0.1:{actions_port}/webhook",
        "BENCH_STOCK_DATABASE": str(folder / "stock.db"),
        "RASA_TELEMETRY_ENABLED": "false",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        # Rasa's own model names a component of ours: the one that reads facts out of a message.
        "PYTHONPATH": str(ROOT / "bot/engine"),
    }
    command = [
        *(str(STOCK / ".venv/bin/python"), "-m", "rasa", "run", "--interface", "127.0.0.1"),
        *("--port", str(port), "--model", str(STOCK_MODEL)),
        *("--endpoints", str(STOCK / "endpoints.yml"), "--credentials", str(STOCK / "credentials.yml")),
    ]
    with _running(command, environment, folder / "stock.log") as process:
        _wait_until_answers(f"http://127.0.0.1:{port}/", process, folder / "stock.log")
        yield Side(process.pid, {"rasa": port})


@contextmanager
def _running(
    command: Sequence[str], environment: Mapping[str, str], log: Path
) -> Iterator[subprocess.Popen[bytes]]:
    """Run a command with its output in a file, and end it politely."""
    with log.open("wb") as output:
        process = subprocess.Popen(  # noqa: S603 - the command is ours
            command, cwd=ROOT, env={**os.environ, **environment}, stdout=output, stderr=output
        )
        try:
            yield process
        finally:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(SECONDS_TO_END)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _wait_until_answers(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < end and process.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=2):  # noqa: S310 - a loopback address of ours
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise DidNotStart(f"{url} does not answer; see {log.relative_to(ROOT)}")


def _free_ports(count: int) -> list[int]:
    """Find ports nothing listens on, all held open until the last is found."""
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [held.getsockname()[1] for held in sockets]
    for held in sockets:
        held.close()
    return ports

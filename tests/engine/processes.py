"""The processes beside the engine that its tests start and stop."""

import http.client
import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[2]
MAIN_PYTHON = ROOT / ".venv" / "bin" / "python"
PATIENCE_SECONDS = 60


def free_port() -> int:
    """Find a port of the loopback address that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Process:
    """A server that can be stopped, killed and started again on the same port."""

    def __init__(
        self, command: list[str], port: int, health: str, log: Path, environment: dict[str, str] | None = None
    ) -> None:
        self._command = command
        self._port = port
        self._health = health
        self.log = log
        self._environment = {**os.environ, **(environment or {})}
        self._running: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it and wait until it is well."""
        self._launch()
        _wait_for(lambda: self._status() == 200)

    def start_ailing(self) -> None:
        """Start it and wait until it answers, well or not."""
        self._launch()
        _wait_for(lambda: self._status() is not None)

    def _launch(self) -> None:
        with self.log.open("ab") as log:
            self._running = subprocess.Popen(self._command, stdout=log, stderr=log, env=self._environment)  # noqa: S603 - our own command

    def kill(self) -> None:
        """End it at once, as a crash would."""
        if self._running is not None:
            self._running.send_signal(signal.SIGKILL)
            self._running.wait()
            self._running = None

    def _status(self) -> int | None:
        if self._running is None or self._running.poll() is not None:
            raise RuntimeError(f"{self._command[:3]} ended early:\n{self.log.read_text()}")
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=1)
        try:
            connection.request("GET", self._health)
            return connection.getresponse().status
        except OSError:
            return None
        finally:
            connection.close()


def _wait_for(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError
        time.sleep(0.05)


def action_server(log: Path) -> tuple[Process, str]:
    """Describe a real rasa-sdk action server, and say where it takes calls."""
    port = free_port()
    script = str(Path(__file__).with_name("action_server.py"))
    process = Process([str(MAIN_PYTHON), script, str(port)], port, "/health", log)
    return process, f"http://127.0.0.1:{port}/webhook"

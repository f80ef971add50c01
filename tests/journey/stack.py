"""The four processes on free ports, started from the Procfile as `ruxue run` starts them."""

from __future__ import annotations

import os
import signal
import socket
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from functools import partial
from pathlib import Path

import httpx
from pydantic import SecretStr

import bootstrap
from cli import parts as part_list
from cli.parts import Part
from cli.supervisor import read_procfile
from settings import ROOT, Settings

_START_SECONDS = 90.0
_END_SECONDS = 10.0
_PROBE_SECONDS = 0.05


class StackFailed(AssertionError):
    """A part did not do what the test waits for; the message holds the end of its log."""


def wait_until(
    holds: Callable[[], bool], seconds: float, otherwise: str | Callable[[], str] = "it never came"
) -> None:
    """Look again and again until something holds; raise StackFailed when it does not in time."""
    deadline = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > deadline:
            raise StackFailed(otherwise if isinstance(otherwise, str) else otherwise())
        time.sleep(_PROBE_SECONDS)


def free_ports(count: int) -> list[int]:
    """Ports nobody listens on, from the operating system."""
    with ExitStack() as held:
        sockets = [held.enter_context(socket.socket()) for _ in range(count)]
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in sockets]


def settings_in(folder: Path, **chosen: object) -> Settings:
    """Settings of a demonstration that keeps everything in one folder, on ports of its own."""
    web, engine, actions, sandbox = free_ports(4)
    ports = {"port": web, "engine_port": engine, "actions_port": actions, "sandbox_port": sandbox}
    return Settings.model_validate({**ports, "var": folder, **chosen})


def environment_of(settings: Settings) -> dict[str, str]:
    """The environment a part is started with: this machine's, without other settings of ours."""
    outside = {
        name: value for name, value in os.environ.items() if not name.startswith(("RUXUE_", "SANDBOX_"))
    }
    chosen = {
        f"RUXUE_{name.upper()}": value.get_secret_value() if isinstance(value, SecretStr) else str(value)
        for name, value in settings
        if name in settings.model_fields_set
    }
    return {**outside, **chosen, **part_list.environment(settings)}


class Stack:
    """Every part of a demonstration, each of which can be killed and started again."""

    def __init__(self, folder: Path, **chosen: object) -> None:
        self.folder = folder
        self.settings = settings_in(folder / "var", **chosen)
        self._logs = folder / "logs"
        self._commands = read_procfile(ROOT / "Procfile")
        self._parts = {part.name: part for part in part_list.parts(self.settings)}
        self._running: dict[str, subprocess.Popen[bytes]] = {}
        self._otherwise: set[str] = set()

    def begin(self) -> None:
        """Prepare the database and start every part."""
        self._logs.mkdir(parents=True)
        bootstrap.migrate(self.settings)
        self.start(*self._parts)

    def start(self, *names: str, **chosen: object) -> None:
        """Start parts, with other settings where some are given, and wait until they answer."""
        settings = self.settings.model_copy(update=chosen)
        environment = environment_of(settings)
        self._otherwise = self._otherwise | set(names) if chosen else self._otherwise - set(names)
        for name in names:
            with self.log_of(name).open("ab") as log:
                self._running[name] = subprocess.Popen(  # noqa: S603 - the commands are those of the Procfile
                    self._commands[name],
                    cwd=ROOT,
                    env=environment,
                    stdout=log,
                    stderr=subprocess.STDOUT,
                    start_new_session=True,
                )
        for name in names:
            wait_until(
                partial(self._answers, self._parts[name]), _START_SECONDS, partial(self._tail_of, name)
            )

    def kill(self, *names: str) -> None:
        """End parts as `kill -9` does."""
        for name in names:
            process = self._running.pop(name)
            process.send_signal(signal.SIGKILL)
            process.wait(_END_SECONDS)

    def restart(self, *names: str, **chosen: object) -> None:
        """Kill parts and start them again, with other settings where some are given."""
        self.kill(*names)
        self.start(*names, **chosen)

    def put_back(self) -> None:
        """Start the parts again that run with other settings."""
        self.restart(*self._otherwise)

    @contextmanager
    def frozen(self, name: str) -> Iterator[None]:
        """Let a part stand still, as a machine that hangs; it goes on afterwards unless it was killed."""
        self._running[name].send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self.thaw(name)

    def thaw(self, name: str) -> None:
        """Let a part that stood still go on."""
        if name in self._running:
            self._running[name].send_signal(signal.SIGCONT)

    def end(self) -> None:
        """End every part that still runs."""
        self.kill(*tuple(self._running))

    def post(self, text: str, conversation: str, message_id: str) -> httpx.Response:
        """Send one message of the web chat as it is."""
        body = {"conversation": conversation, "message_id": message_id, "text": text}
        return httpx.post(f"{self.settings.web_url}/channels/web/messages", json=body, timeout=30)

    def calls(self) -> dict[str, int]:
        """How often each data item was asked for at the exchange."""
        counted = httpx.get(f"{self.settings.sandbox_url}/control/counters", timeout=5)
        return dict(counted.raise_for_status().json())

    @contextmanager
    def faulty(self, data_item: str, kind: str, seconds: float = 0) -> Iterator[None]:
        """Make a data item of the exchange fail in one way for a while."""
        address = f"{self.settings.sandbox_url}/control/faults/{data_item}"
        httpx.put(address, json={"fault": kind, "seconds": seconds}, timeout=5).raise_for_status()
        try:
            yield
        finally:
            httpx.put(address, json={"fault": "none"}, timeout=5).raise_for_status()

    def rows(self, question: str, *values: str) -> list[tuple[object, ...]]:
        """Ask the database of the cases, without changing it."""
        with closing(sqlite3.connect(f"file:{self.settings.var / 'ruxue.db'}?mode=ro", uri=True)) as database:
            return database.execute(question, values).fetchall()

    def log_of(self, name: str) -> Path:
        """The file a part's output goes to."""
        return self._logs / f"{name}.log"

    @contextmanager
    def logging(self) -> Iterator[Callable[[], str]]:
        """Give what every part wrote to its log since."""
        before = {log: log.stat().st_size for log in self.logs()}
        yield lambda: "".join(log.read_bytes()[before.get(log, 0) :].decode() for log in self.logs())

    def logs(self) -> Iterator[Path]:
        """The log of every part."""
        return iter(sorted(self._logs.iterdir()))

    def _answers(self, part: Part) -> bool:
        if self._running[part.name].poll() is not None:
            raise StackFailed(f"{part.name} ended while it was starting:\n{self._tail_of(part.name)}")
        try:
            return httpx.get(f"http://127.0.0.1:{part.port}{part.health}", timeout=5).is_success
        except httpx.HTTPError:
            return False

    def _tail_of(self, name: str) -> str:
        return "\n".join([f"{name} does not answer", *self.log_of(name).read_text().splitlines()[-20:]])

"""The command line `ruxue`: families, a taken port, a run that heals itself and ends clean, and the chat."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from cli.supervisor import read_procfile
from settings import ROOT, Settings
from tests.journey.stack import environment_of, settings_in, wait_until

RUXUE = [sys.executable, "-m", "cli.main"]
_PATIENCE_SECONDS = 90.0


@dataclass(frozen=True, slots=True)
class Run:
    """A running `ruxue run`, with what it printed so far."""

    process: subprocess.Popen[bytes]
    settings: Settings
    output: Path

    def said(self) -> str:
        """Everything printed so far."""
        return self.output.read_text()

    def child(self, name: str) -> int:
        """The process of a part; 0 while there is none."""
        command = read_procfile(ROOT / "Procfile")[name][1:]
        found = [pid for pid in self.children() if _command(pid)[1:] == command]
        return found[0] if found else 0

    def children(self) -> list[int]:
        """The processes this run started."""
        return [pid for pid in _processes() if _parent(pid) == self.process.pid]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Run]:
    """`ruxue run`, up."""
    folder = tmp_path_factory.mktemp("run")
    settings = settings_in(folder / "var")
    output = folder / "output"
    with output.open("wb") as log:
        process = subprocess.Popen(  # noqa: S603 - our own command
            [*RUXUE, "run"], cwd=ROOT, env=environment_of(settings), stdout=log, stderr=subprocess.STDOUT
        )
    running = Run(process, settings, output)
    try:
        wait_until(lambda: "is ready" in running.said(), _PATIENCE_SECONDS, running.said)
        yield running
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(20)


def test_families_are_listed_with_name_and_category() -> None:
    """`ruxue families` lists the sign-in name, the children and the true category."""
    listed = _ruxue("families", "--count", "9")
    assert listed.returncode == 0
    row = next(line for line in listed.stdout.splitlines() if "sun001" in line)
    assert "房户一致" in row
    assert "2020-10-15" in row
    assert len(re.findall(r"[a-z]+00\d", listed.stdout)) == 9


def test_every_command_has_a_sentence_of_help() -> None:
    """`ruxue --help` names the three commands."""
    listed = _ruxue("--help").stdout
    assert all(name in listed for name in ("run", "families", "chat"))


@pytest.mark.parametrize("part", ["web", "engine"])
def test_run_names_the_port_and_exits_with_2_when_it_is_taken(tmp_path: Path, part: str) -> None:
    """A taken port: its number, its part and the setting that moves it; nothing is started."""
    settings = settings_in(tmp_path)
    port = {"web": settings.port, "engine": settings.engine_port}[part]
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", port))
        taken.listen()
        refused = _ruxue("run", settings=settings)
    assert refused.returncode == 2
    assert f"Port {port} for {part} is taken" in refused.stderr
    assert {"web": "RUXUE_PORT=", "engine": "RUXUE_ENGINE_PORT="}[part] in refused.stderr
    assert not (tmp_path / "ruxue.db").exists()


def test_run_says_where_things_are_when_it_is_up(run: Run) -> None:
    """The addresses, the families to try and how to stop."""
    for told in (run.settings.web_url, "sun001", "Ctrl-C", "2027-06-10"):
        assert told in run.said()
    assert httpx.get(f"{run.settings.web_url}/health", timeout=10).json()["status"] == "ok"


def test_chat_talks_and_goes_on_later_when_web_is_up(run: Run) -> None:
    """`ruxue chat` answers; the conversation it names can be gone on with."""
    first = _ruxue("chat", settings=run.settings, typed="我要给孩子报小学\n2020年10月15日\n\n")
    assert first.returncode == 0
    assert "2020年10月15日" in first.stdout
    conversation = re.search(r"--conversation (\S+)", first.stdout)
    assert conversation
    later = _ruxue("chat", "--conversation", conversation[1], settings=run.settings, typed="继续\n\n")
    assert "1. 历下区" in later.stdout


def test_chat_says_so_when_nothing_is_up(tmp_path: Path) -> None:
    """Without `web` the chat ends with a hint and status 1."""
    failed = _ruxue("chat", settings=settings_in(tmp_path), typed="你好\n")
    assert failed.returncode == 1
    assert "ruxue run" in failed.stderr


def test_run_brings_a_part_back_when_it_is_killed(run: Run) -> None:
    """Web is killed: said, and up again."""
    killed = run.child("web")
    os.kill(killed, signal.SIGKILL)
    wait_until(lambda: run.child("web") not in {0, killed}, 20, run.said)
    assert re.search(r"web +\| ended with code -9", run.said())
    wait_until(lambda: _is_up(run.settings), 30, run.said)


def test_run_ends_everything_when_it_is_interrupted(run: Run) -> None:
    """Ctrl-C: every part is gone, the ports are free, and the status is 0."""
    children = run.children()
    assert len(children) == 4
    run.process.send_signal(signal.SIGINT)
    assert run.process.wait(20) == 0
    assert not set(children) & set(_processes())
    assert "everything has ended" in run.said()
    assert not _is_up(run.settings)


def _ruxue(
    *arguments: str, settings: Settings | None = None, typed: str = ""
) -> subprocess.CompletedProcess[str]:
    environment = {**(environment_of(settings) if settings else os.environ), "COLUMNS": "160"}
    return subprocess.run(  # noqa: S603 - our own command
        [*RUXUE, *arguments],
        cwd=ROOT,
        env=environment,
        input=typed,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def _is_up(settings: Settings) -> bool:
    try:
        return httpx.get(f"{settings.web_url}/health", timeout=5).is_success
    except httpx.HTTPError:
        return False


def _processes() -> list[int]:
    return [
        int(entry.name)
        for entry in Path("/proc").iterdir()
        if entry.name.isdigit() and _parent(int(entry.name))
    ]


def _parent(pid: int) -> int:
    """The parent of a process; 0 when it is gone or only its exit status is left."""
    try:
        state, parent = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[:2]
    except OSError:
        return 0
    return 0 if state == "Z" else int(parent)


def _command(pid: int) -> list[str]:
    try:
        return Path(f"/proc/{pid}/cmdline").read_text().rstrip("\0").split("\0")
    except OSError:
        return []

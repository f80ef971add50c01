"""`ruxue run`: start the four processes, wait until every part answers, say where things are."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import httpx

from cli.parts import Part
from cli.supervisor import Supervisor, read_procfile

_PATIENCE_SECONDS = 90.0
_PROBE_EVERY = 0.3


def taken(parts: Sequence[Part]) -> list[Part]:
    """The parts whose port something else already listens on."""
    return [part for part in parts if _is_taken(part.port)]


async def run(
    root: Path,
    parts: Sequence[Part],
    environment: Mapping[str, str],
    *,
    say: Callable[[str], None],
    ready: str,
) -> None:
    """Run every part until Ctrl-C; `say` gets one sentence a part, and `ready` once all of them answer."""
    commands = read_procfile(root / "Procfile")
    supervisor = Supervisor(root, {part.name: commands[part.name] for part in parts}, environment)
    watch = asyncio.create_task(_announce(parts, say, ready))
    try:
        await supervisor.run()
    finally:
        watch.cancel()


async def _announce(parts: Sequence[Part], say: Callable[[str], None], ready: str) -> None:
    loop = asyncio.get_running_loop()
    started = loop.time()
    waiting = list(parts)
    async with httpx.AsyncClient(timeout=2.0) as client:
        while waiting and loop.time() - started < _PATIENCE_SECONDS:
            await asyncio.sleep(_PROBE_EVERY)
            for part in list(waiting):
                if await _answers(client, part):
                    waiting.remove(part)
                    say(f"{part.name} is up after {loop.time() - started:.0f} s")
    if waiting:
        say(f"still not up after {_PATIENCE_SECONDS:.0f} s: {', '.join(part.name for part in waiting)}")
    else:
        say(ready)


async def _answers(client: httpx.AsyncClient, part: Part) -> bool:
    try:
        return (await client.get(f"http://127.0.0.1:{part.port}{part.health}")).is_success
    except httpx.HTTPError:
        return False


def _is_taken(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return True
        return False

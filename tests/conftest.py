"""What holds for every test: no network beyond loopback."""

from __future__ import annotations

import ipaddress
import socket

import pytest


class NetworkRefused(RuntimeError):
    """A test tried to reach something beyond this machine."""


@pytest.fixture(autouse=True)
def _loopback_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a test open connections to loopback and to socket files, and nowhere else."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: object) -> None:
        if self.family in {socket.AF_INET, socket.AF_INET6} and isinstance(address, tuple):
            host = str(address[0])
            if host != "localhost" and not ipaddress.ip_address(host).is_loopback:
                raise NetworkRefused("tests reach loopback only")
        connect(self, address)  # type: ignore[arg-type]  # socket's own address types are wider than ours

    monkeypatch.setattr(socket.socket, "connect", guarded)

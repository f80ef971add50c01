"""Asks another process whether it is well."""

from __future__ import annotations

import httpx

_PATIENCE_SECONDS = 2.0


class Probe:
    """The health page of one process."""

    def __init__(self, url: str, *, transport: httpx.AsyncBaseTransport | None = None) -> None:
        self._url = url
        self._client = httpx.AsyncClient(timeout=_PATIENCE_SECONDS, transport=transport, trust_env=False)

    async def healthy(self) -> bool:
        """Whether the page answers with success."""
        try:
            return (await self._client.get(self._url)).is_success
        except httpx.HTTPError:
            return False

    async def aclose(self) -> None:
        """Let its connections go."""
        await self._client.aclose()

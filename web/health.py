"""Whether every part answers."""

from __future__ import annotations

import asyncio

from fastapi import APIRouter, Response

from web.channels.replies import json_response
from web.deps import DepsDep, Ping

_PATIENCE_SECONDS = 2.0

router = APIRouter(tags=["operation"])


@router.get(
    "/health",
    responses={
        200: {"content": {"application/json": {"example": {"status": "ok", "parts": {"engine": "ok"}}}}}
    },
)
async def tell_health(deps: DepsDep) -> Response:
    """Ping every part at once; `degraded` names the parts that are `down`."""
    well = await asyncio.gather(*(_answers(ping) for ping in deps.health.values()))
    parts = {name: "ok" if ok else "down" for name, ok in zip(deps.health, well, strict=True)}
    return json_response({"status": "ok" if all(well) else "degraded", "parts": parts})


async def _answers(ping: Ping) -> bool:
    try:
        async with asyncio.timeout(_PATIENCE_SECONDS):
            return await ping()
    except Exception:  # noqa: BLE001 - whatever a ping raises, its part is not well
        return False

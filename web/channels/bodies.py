"""Reads request bodies up to a cap, so that nobody fills the memory."""

from __future__ import annotations

from fastapi import Request


class BodyTooLarge(Exception):
    """The body is longer than anything a guardian sends."""


async def read_capped(request: Request, most: int) -> bytes:
    """Read a body of at most `most` bytes; raise BodyTooLarge as soon as it is longer."""
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > most:
            raise BodyTooLarge
    return bytes(body)

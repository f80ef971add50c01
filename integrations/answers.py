"""Reading an outside system's answer without letting it fill the memory."""

from __future__ import annotations

import httpx

PLAIN = {"Accept-Encoding": "identity"}
"""Request headers for answers that are to be read by `read_capped`."""


class AnswerUnusable(Exception):
    """An answer is too large or compressed unasked."""


async def read_capped(response: httpx.Response, limit: int) -> bytes:
    """Read a streamed answer of at most `limit` bytes; raise AnswerUnusable past it.

    A compressed answer is refused before it is read: a few bytes of it could unfold to gigabytes.
    """
    if response.headers.get("content-encoding", "identity") != "identity":
        raise AnswerUnusable("the answer is compressed although that was not asked for")
    body = bytearray()
    async for chunk in response.aiter_bytes():
        body += chunk
        if len(body) > limit:
            raise AnswerUnusable(f"the answer is larger than {limit} bytes")
    return bytes(body)

"""The platform's signature: SHA-1 over the sorted parts, compared in constant time."""

from __future__ import annotations

import hashlib
import hmac


def sign(token: str, *parts: str) -> str:
    """The signature of a request's parts under the account's token."""
    return hashlib.sha1("".join(sorted((token, *parts))).encode()).hexdigest()  # noqa: S324 - the platform's scheme


def matches(signature: str, token: str, *parts: str) -> bool:
    """Whether a signature is right; an empty one never is."""
    return bool(signature) and hmac.compare_digest(signature.encode(), sign(token, *parts).encode())

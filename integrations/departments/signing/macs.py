"""The keyed digests signatures are made with."""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Callable

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.hmac import HMAC

Mac = Callable[[bytes, str], str]
"""Base64 of the keyed digest of a text."""


def base64_hmac_sha256(key: bytes, text: str) -> str:
    """Base64 of the HMAC-SHA256 of a text."""
    return base64.b64encode(hmac.new(key, text.encode(), hashlib.sha256).digest()).decode("ascii")


def base64_hmac_sm3(key: bytes, text: str) -> str:
    """Base64 of the HMAC-SM3 (GB/T 32905) of a text."""
    digest = HMAC(key, hashes.SM3())
    digest.update(text.encode())
    return base64.b64encode(digest.finalize()).decode("ascii")

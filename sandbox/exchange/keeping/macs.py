"""Keyed digests, and the sealing of a request secret for the holder of the app key."""

import base64
import hashlib
import hmac
import secrets
from collections.abc import Callable

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hmac import HMAC

_NONCE_BYTES = 12
Mac = Callable[[str, str], str]


def hmac_sha256(key: str, text: str) -> str:
    """Give Base64(HMAC-SHA256(key, text))."""
    return base64.b64encode(hmac.digest(key.encode(), text.encode(), hashlib.sha256)).decode()


def hmac_sm3(key: str, text: str) -> str:
    """Give Base64(HMAC-SM3(key, text))."""
    digest = HMAC(key.encode(), hashes.SM3())
    digest.update(text.encode())
    return base64.b64encode(digest.finalize()).decode()


def signed_by(mac: Mac, key: str, text: str, signature: str) -> bool:
    """Whether the signature is this key's for this text, compared in constant time."""
    return hmac.compare_digest(mac(key, text).encode(), signature.encode())


def seal(app_key: str, request_secret: str) -> str:
    """Encrypt a request secret for the holder of the app key: Base64(nonce + AES-256-GCM)."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    key = hashlib.sha256(app_key.encode()).digest()
    return base64.b64encode(nonce + AESGCM(key).encrypt(nonce, request_secret.encode(), None)).decode()

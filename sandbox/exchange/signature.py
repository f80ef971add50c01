"""The national scheme's two secrets-bearing operations: sign a request, seal a request secret."""

import base64
import hashlib
import hmac
import secrets

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_NONCE_BYTES = 12


def sign(key: str, text: str) -> str:
    """Give Base64(HMAC-SHA256(key, text))."""
    return base64.b64encode(hmac.digest(key.encode(), text.encode(), hashlib.sha256)).decode()


def signed_by(key: str, text: str, signature: str) -> bool:
    """Whether the signature is this key's for this text, compared in constant time."""
    return hmac.compare_digest(sign(key, text).encode(), signature.encode())


def seal(app_key: str, request_secret: str) -> str:
    """Encrypt a request secret for the holder of the app key: Base64(nonce + AES-256-GCM)."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    key = hashlib.sha256(app_key.encode()).digest()
    return base64.b64encode(nonce + AESGCM(key).encrypt(nonce, request_secret.encode(), None)).decode()

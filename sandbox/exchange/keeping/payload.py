"""Bodies encrypted with SM4 in GCM: Base64 of nonce, ciphertext and tag, bound to the resource."""

import base64
import binascii
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import SM4
from cryptography.hazmat.primitives.ciphers.modes import GCM

from sandbox.exchange.envelope import Code, Refused

_NONCE = 12
_TAG = 16


def seal_body(key: bytes, rid: str, plain: bytes) -> str:
    """Encrypt the data of an answer."""
    nonce = secrets.token_bytes(_NONCE)
    encryptor = Cipher(SM4(key), GCM(nonce)).encryptor()
    encryptor.authenticate_additional_data(rid.encode())
    text = encryptor.update(plain) + encryptor.finalize()
    return base64.b64encode(nonce + text + encryptor.tag).decode()


def open_body(key: bytes, rid: str, sealed: str) -> bytes:
    """Decrypt a question; raise Refused when it is not one for this resource, made with this key."""
    try:
        raw = base64.b64decode(sealed, validate=True)
        decryptor = Cipher(SM4(key), GCM(raw[:_NONCE], raw[-_TAG:])).decryptor()
        decryptor.authenticate_additional_data(rid.encode())
        return decryptor.update(raw[_NONCE:-_TAG]) + decryptor.finalize()
    except (binascii.Error, InvalidTag, ValueError):
        raise Refused(Code.BAD_QUERY) from None

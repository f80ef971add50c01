"""Sealed pictures in a folder or in any S3-compatible store."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TypeVar

import obstore
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from obstore.exceptions import BaseError
from obstore.store import LocalStore, ObjectStore, S3Store

from enrolment.model.papers.page import Picture, PictureSize
from enrolment.model.papers.refusals import PageUnknown, PapersUnavailable
from storage.errors import SealBroken

NONCE_BYTES = 12
KEY_BITS = 256
PATIENCE = timedelta(seconds=10)
"""How long a store beyond this machine is waited for."""

_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class Bucket:
    """A bucket of an S3-compatible store; `address` is empty for the one of AWS itself."""

    name: str
    address: str = ""
    region: str = "us-east-1"
    access_key: str = field(default="", repr=False)
    secret_key: str = field(default="", repr=False)


def in_folder(folder: Path) -> SealedImages:
    """Keep pictures in a folder of this machine, made when it is not there."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return SealedImages(LocalStore(folder))


def in_bucket(bucket: Bucket) -> SealedImages:
    """Keep pictures in a bucket."""
    store = S3Store(
        bucket.name,
        endpoint=bucket.address or None,
        region=bucket.region,
        access_key_id=bucket.access_key,
        secret_access_key=bucket.secret_key,
        virtual_hosted_style_request=not bucket.address,
        client_options={
            "allow_http": bucket.address.startswith("http://"),
            "connect_timeout": "3s",
            "timeout": "10s",
        },
        retry_config={"max_retries": 2, "retry_timeout": PATIENCE},
    )
    return SealedImages(store)


class SealedImages:
    """Implements `enrolment.paper_ports.PaperImages`.

    Each page has a key of its own, so that turning the house's keys rewrites rows and no picture, and a page
    whose row is gone cannot be opened by anybody. A sealed picture is a random nonce and the ciphertext with
    its tag; it opens only as the page and size it was sealed for.
    """

    def __init__(self, store: ObjectStore) -> None:
        self._store = store

    def put(self, page_id: str, picture: Picture) -> bytes:
        """Keep a page in both sizes and give the key that opens it; raise PapersUnavailable."""
        key = AESGCM.generate_key(KEY_BITS)
        for size, content in ((PictureSize.FULL, picture.full), (PictureSize.SMALL, picture.small)):
            path = _path(page_id, size)
            nonce = secrets.token_bytes(NONCE_BYTES)
            sealed = nonce + AESGCM(key).encrypt(nonce, content, path.encode())
            try:
                self._reach(partial(obstore.put, self._store, path, sealed))
            except PageUnknown as error:
                raise PapersUnavailable("the pictures' store has no such bucket") from error
        return key

    def get(self, page_id: str, size: PictureSize, key: bytes) -> bytes:
        """The JPEG of a page; raise PageUnknown, PapersUnavailable, or SealBroken when it was changed."""
        path = _path(page_id, size)
        sealed = self._reach(lambda: bytes(obstore.get(self._store, path).bytes()))
        try:
            return AESGCM(key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], path.encode())
        except (InvalidTag, ValueError) as error:
            raise SealBroken("a picture was changed, or put in another's place") from error

    def delete(self, page_id: str) -> None:
        """Drop a page; raise PapersUnavailable."""
        for size in PictureSize:
            try:
                self._reach(partial(obstore.delete, self._store, _path(page_id, size)))
            except PageUnknown:
                continue

    @staticmethod
    def _reach(call: Callable[[], _Result]) -> _Result:
        try:
            return call()
        except FileNotFoundError as error:
            raise PageUnknown("there is no such picture") from error
        except (BaseError, OSError) as error:
            # The library's own words quote addresses of the store.
            raise PapersUnavailable(f"the pictures' store did not answer: {type(error).__name__}") from error


def _path(page_id: str, size: PictureSize) -> str:
    return f"papers/{page_id}.{size.value}"

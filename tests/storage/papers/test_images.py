"""Pictures in a folder and in a real S3 store on loopback: sealed, found, gone."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from moto.server import ThreadedMotoServer

from enrolment.model.papers.page import Picture, PictureSize
from enrolment.model.papers.refusals import PageUnknown, PapersUnavailable
from storage.errors import SealBroken
from storage.papers.images import Bucket, SealedImages, in_bucket, in_folder

PAGE = Picture(b"\xff\xd8\xff the whole page", b"\xff\xd8\xff a small one", 10, 20)


@pytest.fixture(name="address", scope="module")
def _address() -> Iterator[str]:
    """An S3 store with one bucket."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    httpx.put(f"http://{host}:{port}/papers").raise_for_status()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture(name="images", params=["folder", "bucket"])
def _images(request: pytest.FixtureRequest, tmp_path: Path) -> SealedImages:
    if request.param == "folder":
        return in_folder(tmp_path / "papers")
    return in_bucket(bucket(request.getfixturevalue("address")))


def bucket(address: str, name: str = "papers") -> Bucket:
    """A bucket of the store."""
    return Bucket(name, address, access_key="made-up", secret_key="made-up")


def test_page_is_found_in_both_sizes_when_it_was_kept(images: SealedImages) -> None:
    """Under its own key."""
    key = images.put("page-1", PAGE)
    assert images.get("page-1", PictureSize.FULL, key) == PAGE.full
    assert images.get("page-1", PictureSize.SMALL, key) == PAGE.small


def test_page_is_unknown_when_it_was_dropped(images: SealedImages) -> None:
    """Dropping it again is no mistake."""
    key = images.put("page-2", PAGE)
    images.delete("page-2")
    images.delete("page-2")
    with pytest.raises(PageUnknown):
        images.get("page-2", PictureSize.FULL, key)


def test_page_stays_closed_when_the_key_is_another_page_s(images: SealedImages) -> None:
    """Every page has its own."""
    images.put("page-3", PAGE)
    other = images.put("page-4", PAGE)
    with pytest.raises(SealBroken):
        images.get("page-3", PictureSize.FULL, other)


def test_nothing_can_be_read_when_the_folder_is_stolen(tmp_path: Path) -> None:
    """No file holds a picture in the clear."""
    in_folder(tmp_path / "papers").put("page-1", PAGE)
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(files) == len(PictureSize)
    assert not any(b"page" in path.read_bytes() or b"\xff\xd8\xff" in path.read_bytes() for path in files)
    assert (tmp_path / "papers").stat().st_mode & 0o077 == 0


def test_page_stays_closed_when_files_were_changed_or_exchanged(tmp_path: Path) -> None:
    """A sealed picture opens only as the page and size it was sealed for."""
    images = in_folder(tmp_path / "papers")
    key = images.put("page-1", PAGE)
    (full,) = tmp_path.rglob("page-1.full")
    (small,) = tmp_path.rglob("page-1.small")
    kept = full.read_bytes()
    for spoilt in (small.read_bytes(), kept[:-1] + bytes([kept[-1] ^ 1]), kept[:5], b""):
        full.write_bytes(spoilt)
        with pytest.raises(SealBroken):
            images.get("page-1", PictureSize.FULL, key)


def test_store_is_unavailable_by_name_when_it_does_not_answer(address: str) -> None:
    """Without the address in the words."""
    for wrong in (bucket("http://127.0.0.1:9"), bucket(address, "no-such-bucket")):
        with pytest.raises(PapersUnavailable) as refused:
            in_bucket(wrong).put("page-1", PAGE)
        assert "127.0.0.1" not in str(refused.value)

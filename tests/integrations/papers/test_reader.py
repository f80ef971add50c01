"""Opening files in a process of their own: what one upload can cost, and whom."""

from __future__ import annotations

import asyncio
import io
import sys
import zlib

import pikepdf
import pytest

from enrolment.model.papers.refusals import (
    FileTooLarge,
    FileUnreadable,
    PaperRefused,
    ReaderBusy,
    TooHeavy,
    TypeUnknown,
)
from integrations.papers.limits import AT_ONCE, MOST_BYTES, WAITING
from integrations.papers.reader import ProcessReader
from integrations.papers.wire import read_answer
from tests.integrations.papers.pages import heic, jpeg, page, pdf

PAGE = page()
NO_PAGE = '{"pages": [{"full": 1, "small": 1, "width": 1, "height": 1, "advice": []}]}\nxy'


def python(script: str) -> tuple[str, ...]:
    """A process in the worker's place."""
    return sys.executable, "-c", script


def content_bomb() -> bytes:
    """A PDF whose page unfolds from 2 MB to 2 GB of drawing."""
    with pikepdf.open(io.BytesIO(pdf(PAGE.resize((30, 40))))) as document:
        packer = zlib.compressobj(1)
        block = b" " * 1_000_000
        packed = b"".join(packer.compress(block) for _ in range(2_000)) + packer.flush()
        stream = document.make_stream(b"")
        stream.write(packed, filter=pikepdf.Name.FlateDecode)
        document.pages[0].Contents = stream
        written = io.BytesIO()
        document.save(written, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    return written.getvalue()


@pytest.mark.parametrize("content", [jpeg(PAGE), heic(PAGE), pdf(PAGE, PAGE)], ids=["jpeg", "heic", "pdf"])
async def test_pages_come_back_when_a_file_is_opened_elsewhere(content: bytes) -> None:
    """With what was measured of them."""
    pages = await ProcessReader().read(content)
    assert all(picture.full.startswith(b"\xff\xd8\xff") and picture.width > 1000 for picture in pages)


async def test_refusal_comes_back_by_name_when_a_file_is_no_page() -> None:
    """As if it had been opened here."""
    with pytest.raises(TypeUnknown):
        await ProcessReader().read(b"MZ\x90\x00")


async def test_file_is_refused_when_it_is_empty_or_too_large() -> None:
    """Without starting anything."""
    reader = ProcessReader(command=("/nowhere",))
    with pytest.raises(TypeUnknown):
        await reader.read(b"")
    with pytest.raises(FileTooLarge):
        await reader.read(bytes(MOST_BYTES + 1))


async def test_bomb_is_refused_and_others_go_on_when_a_pdf_unfolds_without_end() -> None:
    """The limits of its process stop it; a photo beside it is opened meanwhile."""
    bomb = content_bomb()
    assert len(bomb) < MOST_BYTES
    reader = ProcessReader()
    exploding = asyncio.create_task(reader.read(bomb))
    assert len(await reader.read(jpeg(PAGE))) == 1
    with pytest.raises((TooHeavy, FileUnreadable)):
        await exploding


async def test_file_is_refused_when_its_process_does_not_end() -> None:
    """And the process is gone."""
    reader = ProcessReader(patience=0.3, command=python("import time; time.sleep(60)"))
    with pytest.raises(TooHeavy):
        await reader.read(b"\xff\xd8\xff")


@pytest.mark.parametrize(
    ("script", "refusal"),
    [
        ("raise SystemExit(9)", TooHeavy),
        ("print('[]')", FileUnreadable),
        ('print(\'{"refused": "SystemExit", "why": ""}\')', FileUnreadable),
        (
            'print(\'{"pages": [{"full": 1, "small": 1, "width": 1, "height": 1, "advice": []}]}\\nxy\')',
            FileUnreadable,
        ),
    ],
)
async def test_file_is_refused_when_its_process_answers_nonsense(
    script: str, refusal: type[PaperRefused]
) -> None:
    """What has seen a stranger's file is not believed."""
    with pytest.raises(refusal):
        await ProcessReader(command=python(script)).read(b"\xff\xd8\xff")


async def test_process_finds_no_secret_when_it_is_taken_over(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its environment is empty."""
    monkeypatch.setenv("RUXUE_SECRET_KEY", "c2VjcmV0")
    script = "import os; raise SystemExit(any('RUXUE' in name for name in os.environ) and 3)"
    process = ProcessReader(command=python(f"{script}"))
    with pytest.raises(TooHeavy):
        await process.read(b"\xff\xd8\xff")


async def test_upload_is_sent_away_when_too_many_wait() -> None:
    """Kindly, and the ones before it are not disturbed."""
    reader = ProcessReader(patience=1.0, command=python("import time; time.sleep(60)"))
    waiting = [asyncio.create_task(reader.read(b"\xff\xd8\xff")) for _ in range(AT_ONCE + WAITING)]
    await asyncio.sleep(0)
    with pytest.raises(ReaderBusy):
        await reader.read(b"\xff\xd8\xff")
    for task in waiting:
        task.cancel()
    await asyncio.gather(*waiting, return_exceptions=True)


def test_answer_is_refused_when_it_was_cut_off() -> None:
    """A process that died on the way left half a line."""
    with pytest.raises(TooHeavy):
        read_answer(b'{"pages": [')

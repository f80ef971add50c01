"""What is taken, what comes out of it, and what is refused by name."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageFile

from enrolment.model.papers.page import Picture
from enrolment.model.papers.refusals import (
    OF_FILES,
    FileDisguised,
    FileUnreadable,
    PaperRefused,
    PdfActive,
    PdfEncrypted,
    PdfTooLong,
    TooManyPixels,
    TypeUnknown,
)
from integrations.papers.limits import READ_SIDE, SMALL_SIDE
from integrations.papers.opening import open_upload
from tests.integrations.papers.pages import changed_pdf, heic, jpeg, page, pdf, png

PAGE = page()
SMALL = PAGE.resize((300, 400))


def opened(content: bytes) -> Picture:
    """The one page of an upload."""
    (picture,) = open_upload(content)
    return picture


def seen(content: bytes) -> Image.Image:
    """A picture as somebody sees it."""
    return Image.open(io.BytesIO(content))


def archive() -> bytes:
    """A small ZIP."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as zipped:
        zipped.writestr("a.exe", b"MZ")
    return file.getvalue()


def hollow_png(width: int, height: int) -> bytes:
    """A PNG of a few hundred bytes that claims any size."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


@pytest.mark.parametrize(
    "written", [jpeg(PAGE), png(PAGE), heic(PAGE), pdf(PAGE)], ids=["jpeg", "png", "heic", "pdf"]
)
def test_page_comes_out_as_jpeg_when_it_comes_in_as_any_kind(written: bytes) -> None:
    """Upright, readable, in two sizes."""
    picture = opened(written)
    full, small = seen(picture.full), seen(picture.small)
    assert (full.format, small.format) == ("JPEG", "JPEG")
    assert full.size == (picture.width, picture.height)
    assert max(full.size) <= READ_SIDE
    assert max(small.size) == SMALL_SIDE
    assert full.width / full.height == pytest.approx(0.75, abs=0.01)
    assert picture.advice == ()


def test_page_stands_upright_and_tells_nothing_when_the_phone_wrote_where_and_how() -> None:
    """The turn the phone noted is made, and place, device and words are gone."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010E] = "王晓梅的户口簿"
    exif.get_ifd(0x8825)[2] = (36.0, 40.0, 12.0)
    picture = opened(jpeg(SMALL, exif=exif, comment=b"wang xiaomei"))
    assert (picture.width, picture.height) == (400, 300)
    again = seen(picture.full)
    assert not again.getexif()
    assert not {"exif", "comment", "icc_profile", "xmp"} & set(again.info)
    assert "王晓梅".encode() not in picture.full
    assert b"xiaomei" not in picture.full


def test_every_page_comes_out_when_a_pdf_has_several() -> None:
    """In order."""
    pages = open_upload(pdf(SMALL, SMALL.rotate(90, expand=True), SMALL))
    assert [each.width < each.height for each in pages] == [True, False, True]


def test_see_through_parts_become_paper_when_a_png_has_some() -> None:
    """Not black."""
    picture = opened(png(Image.new("RGBA", (60, 60), (0, 0, 0, 0))))
    assert seen(picture.full).getpixel((30, 30)) == (255, 255, 255)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "YCbCr"])
def test_page_is_taken_when_its_colours_are_unusual(mode: str) -> None:
    """Scanners write all of these."""
    image = SMALL.convert("L").convert(mode) if mode == "LA" else SMALL.convert(mode)
    content = jpeg(image) if mode in {"CMYK", "YCbCr"} else png(image)
    assert opened(content).width == 300


REFUSED: dict[str, tuple[bytes, type[PaperRefused]]] = {
    "a program": (b"MZ\x90\x00" + bytes(500), TypeUnknown),
    "a page of the web": (b"<html><script>alert(1)</script>", TypeUnknown),
    "a drawing with a script": (b'<svg xmlns="http://www.w3.org/2000/svg"/>', TypeUnknown),
    "an animation": (b"GIF89a" + bytes(50), TypeUnknown),
    "an archive": (archive(), TypeUnknown),
    "a video": (b"\0\0\0\x20ftypisom" + bytes(60), TypeUnknown),
    "a picture's first bytes": (b"\xff\xd8\xff\xe0" + bytes(500), FileUnreadable),
    "half a photo": (jpeg(PAGE)[:20_000], FileUnreadable),
    "half a new photo": (heic(SMALL)[:900], FileUnreadable),
    "half a PDF": (b"%PDF-1.7\n" + bytes(500), FileUnreadable),
    "a photo and an archive": (jpeg(SMALL) + archive(), FileDisguised),
    "a new photo and an archive": (heic(SMALL) + archive(), FileDisguised),
    "a PDF and an archive": (pdf(SMALL) + archive(), FileDisguised),
    "a photo and a PDF": (jpeg(SMALL) + pdf(SMALL), FileDisguised),
    "a photo and a web page": (jpeg(SMALL, comment=b"<html><script>1</script>"), FileDisguised),
    "a screen shot and more": (png(SMALL) + b"<?php system(1);", FileDisguised),
    "50,000 pixels a side": (hollow_png(50_000, 50_000), TooManyPixels),
    "50,000 pixels wide": (hollow_png(50_000, 1), TooManyPixels),
    "a PDF with a password": (changed_pdf("password"), PdfEncrypted),
    "a PDF that is locked": (changed_pdf("owner_password"), PdfEncrypted),
    "a PDF that runs a script": (changed_pdf("open_script"), PdfActive),
    "a PDF page that runs a script": (changed_pdf("page_script"), PdfActive),
    "a PDF that starts a program": (changed_pdf("launch"), PdfActive),
    "a PDF with a file inside": (changed_pdf("attachment"), PdfActive),
    "a PDF of 21 pages": (pdf(*[SMALL.resize((30, 40))] * 21), PdfTooLong),
}


@pytest.mark.parametrize(("content", "refusal"), REFUSED.values(), ids=REFUSED)
def test_upload_is_refused_by_name_when_it_is_no_honest_page(
    content: bytes, refusal: type[PaperRefused]
) -> None:
    """Each for its own reason, with words for the guardian."""
    with pytest.raises(PaperRefused) as refused:
        open_upload(content)
    assert type(refused.value) is refusal
    assert refusal.words.endswith("。")


def test_half_a_photo_is_refused_when_another_library_lets_half_pictures_pass(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The printer of PDFs does, for the whole process it is loaded in."""
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    with pytest.raises(FileUnreadable):
        open_upload(jpeg(PAGE)[:20_000])


def test_picture_in_a_pdf_is_refused_when_it_claims_too_many_pixels() -> None:
    """Before anything of it is drawn."""
    with pikepdf.open(io.BytesIO(pdf(SMALL))) as document:
        picture = next(iter(document.pages[0].get_images().values()))
        picture.Width = picture.Height = 50_000
        written = io.BytesIO()
        document.save(written)
    with pytest.raises(TooManyPixels):
        open_upload(written.getvalue())


@given(st.binary(max_size=400))
def test_upload_is_refused_by_name_when_it_is_noise(content: bytes) -> None:
    """Nothing else ever comes out."""
    with pytest.raises(TypeUnknown):
        open_upload(b"\x00" + content)


@settings(deadline=None, max_examples=60)
@given(st.sampled_from([jpeg(SMALL), png(SMALL), heic(SMALL), pdf(SMALL)]), st.data())
def test_upload_is_a_page_or_refused_by_name_when_bytes_were_changed(
    whole: bytes, data: st.DataObject
) -> None:
    """A spoilt file never breaks more than itself."""
    start = data.draw(st.integers(0, len(whole) - 1))
    end = start + data.draw(st.integers(0, 64))
    assert outcome(whole[:start] + data.draw(st.binary(min_size=1, max_size=8)) + whole[end:]) in {
        "JPEG",
        *OF_FILES,
    }


def outcome(content: bytes) -> str:
    """The kind of the first page, or the refusal's name."""
    try:
        return seen(open_upload(content)[0].full).format or ""
    except PaperRefused as refused:
        return type(refused).__name__

"""Opens a PDF: looks for what a paper never carries, then draws each page as a picture."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf
import pypdfium2
from PIL import Image

from enrolment.model.papers.page import Picture
from enrolment.model.papers.refusals import (
    FileUnreadable,
    PdfActive,
    PdfEncrypted,
    PdfTooLong,
    TooHeavy,
    TooManyPixels,
)
from integrations.papers.limits import MOST_PDF_OBJECTS, MOST_PDF_PAGES, MOST_PIXELS, READ_SIDE
from integrations.papers.pictures import picture_of

_ACTIVE_KEYS = frozenset({"/JS", "/JavaScript", "/EmbeddedFiles", "/EF", "/RichMediaContent", "/XFA"})
_ACTIVE_ACTIONS = frozenset({"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/RichMediaExecute"})
_DEEPEST = 50
_SMALLEST_SIDE, _LARGEST_SCALE = 1.0, 6.0


def read_pdf(content: bytes) -> list[Picture]:
    """Draw every page; raise PdfEncrypted, PdfActive, PdfTooLong, TooManyPixels, TooHeavy, FileUnreadable."""
    try:
        _inspect(content)
        return [picture_of(image) for image in _drawn(content)]
    except pikepdf.PasswordError as error:
        raise PdfEncrypted("the PDF asks for a password") from error
    except MemoryError as error:
        raise TooHeavy("the PDF does not fit in the memory it is given") from error
    except (pikepdf.PikepdfError, pypdfium2.PdfiumError, OSError, ValueError, RuntimeError) as error:
        raise FileUnreadable(f"the PDF cannot be opened: {type(error).__name__}") from error


def _inspect(content: bytes) -> None:
    with pikepdf.open(io.BytesIO(content)) as pdf:
        if pdf.is_encrypted:
            raise PdfEncrypted("the PDF is encrypted")
        if len(pdf.objects) > MOST_PDF_OBJECTS:
            raise TooHeavy("the PDF has more objects than a paper needs")
        for thing in pdf.objects:
            _look_at(thing, _DEEPEST)
        if not 0 < len(pdf.pages) <= MOST_PDF_PAGES:
            raise PdfTooLong("the PDF has no page or too many")


def _look_at(thing: pikepdf.Object, depth: int) -> None:
    if depth == 0:
        raise TooHeavy("the PDF is nested deeper than a paper needs")
    if isinstance(thing, pikepdf.Array):
        for each in thing:
            _look_inside(each, depth)
    if not isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        return
    if _ACTIVE_KEYS & set(thing.keys()) or str(thing.get("/S")) in _ACTIVE_ACTIONS:
        raise PdfActive("the PDF carries a script, an action or a file")
    if str(thing.get("/Subtype")) == "/Image":
        width, height = int(thing.get("/Width", 0)), int(thing.get("/Height", 0))
        if width * height > MOST_PIXELS:
            raise TooManyPixels(f"a picture in the PDF claims {width} by {height} pixels")
    for value in thing.values():
        _look_inside(value, depth)


def _look_inside(value: object, depth: int) -> None:
    """Objects that others refer to come by themselves; only what stands inside this one is followed."""
    if isinstance(value, pikepdf.Object) and not value.is_indirect:
        _look_at(value, depth - 1)


def _drawn(content: bytes) -> Iterator[Image.Image]:
    """The pages as pictures; scripts never run, forms are not filled in."""
    pdf = pypdfium2.PdfDocument(content)
    try:
        for number in range(len(pdf)):
            page = pdf[number]
            longest = max(*page.get_size(), _SMALLEST_SIDE)
            bitmap = page.render(scale=min(READ_SIDE / longest, _LARGEST_SCALE))
            yield bitmap.to_pil()
            page.close()
    finally:
        pdf.close()

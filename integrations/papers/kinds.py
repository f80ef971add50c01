"""What a file is by its content; its name and the type the browser gave it are never looked at."""

from __future__ import annotations

import io
import zipfile
from enum import StrEnum

from enrolment.model.papers.refusals import FileDisguised, TypeUnknown

_HEAD = 1024
_ISO_BOX = slice(4, 8)
_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1", b"hevc", b"hevx"})
_MARKS = (b"%PDF-", b"<html", b"<!doctype", b"<script", b"<svg", b"<?php", b"MZ\x90\x00", b"\x7fELF")
_PNG_END = b"IEND\xaeB`\x82"
_SIGNATURE = 5


class Kind(StrEnum):
    """What is taken, as Pillow names it."""

    JPEG = "JPEG"
    PNG = "PNG"
    HEIC = "HEIF"
    PDF = "PDF"


def kind_of(content: bytes) -> Kind:
    """Tell the kind; raise TypeUnknown, and FileDisguised for a file that is something else as well."""
    kind = _kind(content)
    head = content[_SIGNATURE:_HEAD].lower()
    if any(mark.lower() in head for mark in _MARKS):
        raise FileDisguised("the file begins like two things at once")
    if zipfile.is_zipfile(io.BytesIO(content)):
        raise FileDisguised("the file is an archive as well")
    if kind is Kind.PNG and not content.rstrip(b"\x00").endswith(_PNG_END):
        raise FileDisguised("something follows the end of the picture")
    if kind is Kind.JPEG and _hides_pdf(content):
        raise FileDisguised("a PDF hides behind the picture")
    return kind


def _kind(content: bytes) -> Kind:
    if content.startswith(b"\xff\xd8\xff"):
        return Kind.JPEG
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return Kind.PNG
    if content.startswith(b"%PDF-"):
        return Kind.PDF
    if content[_ISO_BOX] == b"ftyp" and _BRANDS & {content[at : at + 4] for at in range(8, 40, 4)}:
        return Kind.HEIC
    raise TypeUnknown("the file is neither a picture we take nor a PDF")


def _hides_pdf(content: bytes) -> bool:
    """Readers of PDF accept a header far into a file and look for the trailer at its end."""
    return b"%PDF-" in content and b"%%EOF" in content[-_HEAD:]

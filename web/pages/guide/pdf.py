"""HTML to PDF by WeasyPrint (docs/adr/0010), which needs libraries and fonts of the machine."""

from __future__ import annotations

import contextlib
import io
import logging
import threading
import warnings
from collections.abc import Callable, Iterator
from functools import cache
from typing import Final, Protocol, cast

from enrolment.model.errors import EnrolmentError

_LIBRARIES: Final = "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
_FONTS: Final = "apt-get install fonts-noto-cjk"
_FIRST_HAN: Final = 0x4E00
_LAST_HAN: Final = 0x9FFF

# WeasyPrint keeps state of its fonts; one document at a time also bounds the memory.
_one_at_a_time = threading.Lock()


class PdfUnavailable(EnrolmentError):
    """This machine cannot make a PDF that can be read; the message says what to install."""


def pdf_of(html: str) -> bytes:
    """Print a document; raise PdfUnavailable when a library or a Chinese font is missing."""
    with _one_at_a_time, _watching() as missing:
        printed = _printer()(string=html).write_pdf()
        if missing.any_han:
            advice = f"install one: {_FONTS}"
            raise PdfUnavailable(f"a PDF needs a Chinese font, which is not on this machine; {advice}")
    return printed


class _Page(Protocol):
    """A document that can be printed."""

    def write_pdf(self) -> bytes:
        """Print it."""


class _Missing(logging.Handler):
    """Notes whether a Chinese character was drawn as an empty box."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.any_han = False

    def emit(self, record: logging.LogRecord) -> None:
        """Look at the code point of a warning about a missing glyph."""
        arguments = record.args if isinstance(record.args, tuple) else ()
        if any(isinstance(each, int) and _FIRST_HAN <= each <= _LAST_HAN for each in arguments):
            self.any_han = True


@cache
def _printer() -> Callable[..., _Page]:
    # It prints advice of its own before it gives up; ours is one line.
    with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings(action="ignore"):
        try:
            # It takes half a second, and libraries few machines have; it ships without types.
            from weasyprint import HTML  # type: ignore[import-untyped]  # noqa: PLC0415
        except OSError as error:
            advice = f"install it: {_LIBRARIES}"
            raise PdfUnavailable(f"a PDF needs Pango, which is not on this machine; {advice}") from error
    return cast("Callable[..., _Page]", HTML)


@contextlib.contextmanager
def _watching() -> Iterator[_Missing]:
    logger, handler = logging.getLogger("weasyprint"), _Missing()
    logger.addHandler(handler)
    try:
        yield handler
    finally:
        logger.removeHandler(handler)

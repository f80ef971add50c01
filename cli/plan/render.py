"""`ruxue plan render`: write a plan's summary and guide for the public page, as HTML and PDF."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from storage.plan_files import load
from web.pages.guide import GuideDocument, PdfUnavailable, html_of, pdf_of, view_of

Say = Callable[[str], None]


def render(file: Path, to: Path, say: Say) -> None:
    """Write both documents to a folder and say where; HTML alone, and why, where no PDF can be made.

    Raises PlanInvalid when the file cannot be read as a plan, GuideUnfinished when one of its texts is not.
    """
    loaded = load(file)
    view = view_of(loaded.plan, loaded.sha256)
    pages = {document: html_of(document, view) for document in GuideDocument}
    to.mkdir(parents=True, exist_ok=True)
    for document, html in pages.items():
        _write(to / f"{document}.html", html.encode(), say)
    for document, html in pages.items():
        try:
            _write(to / f"{document}.pdf", pdf_of(html), say)
        except PdfUnavailable as reason:
            say(f"No PDF: {reason}")
            return


def _write(path: Path, content: bytes, say: Say) -> None:
    path.write_bytes(content)
    say(f"{path} ({len(content) / 1000:.0f} kB)")

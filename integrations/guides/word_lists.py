"""Lists kept as Word documents: tables, headings, or lines that begin with 问 and 答."""

from __future__ import annotations

import io
import zipfile

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.text.paragraph import Paragraph

from enrolment.services.guidance.import_articles import Entry
from integrations.guides.columns import Columns
from integrations.guides.errors import ListUnreadable
from integrations.guides.headings import Line, entries_under_headings

_LARGEST_UNFOLDED = 100 * 1024 * 1024


def read(content: bytes, columns: Columns) -> list[Entry]:
    """The entries of a document, tables first; raise ListUnreadable."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            if sum(part.file_size for part in parts.infolist()) > _LARGEST_UNFOLDED:
                raise ListUnreadable("the document unfolds to more than it may")
        document = Document(io.BytesIO(content))
    except (zipfile.BadZipFile, PackageNotFoundError, KeyError, ValueError):
        raise ListUnreadable("this is no Word document; save it as .docx") from None
    entries: list[Entry] = []
    for table in document.tables:
        rows = [(number, [cell.text for cell in row.cells]) for number, row in enumerate(table.rows, start=1)]
        if rows and columns.fit(rows[0][1]):
            entries += columns.entries(rows[0][1], rows[1:])
    lines = [
        Line(number, paragraph.text.strip(), heading=_is_heading(paragraph))
        for number, paragraph in enumerate(document.paragraphs, start=1)
    ]
    return entries + entries_under_headings(lines)


def _is_heading(paragraph: Paragraph) -> bool:
    style = (paragraph.style.name if paragraph.style else "") or ""
    runs = [run for run in paragraph.runs if run.text.strip()]
    return style.startswith(("Heading", "标题")) or (bool(runs) and all(run.bold for run in runs))

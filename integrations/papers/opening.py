"""Opens an upload, whatever it is: the part that must never run inside the public process."""

from __future__ import annotations

from collections.abc import Sequence

from enrolment.model.papers.page import Picture
from integrations.papers.kinds import Kind, kind_of
from integrations.papers.pdf import read_pdf
from integrations.papers.pictures import read_picture


def open_upload(content: bytes) -> Sequence[Picture]:
    """Open a picture, or every page of a PDF; raise the refusal of a file that cannot be taken."""
    kind = kind_of(content)
    return read_pdf(content) if kind is Kind.PDF else [read_picture(content, kind)]

"""Show a guardian a page she gave."""

from __future__ import annotations

from enrolment.model.papers.page import PictureSize
from enrolment.paper_ports import PaperImages
from enrolment.ports import BeginWork
from enrolment.services.access import owned_case


def show_page(
    application_id: str,
    conversation_id: str,
    page_id: str,
    size: PictureSize,
    *,
    begin: BeginWork,
    images: PaperImages,
) -> bytes:
    """The JPEG of a page; raise PageUnknown, PapersUnavailable, NotSignedIn, CaseNotFound."""
    with begin() as work:
        owned_case(work, application_id, conversation_id)
        key = work.papers.key_of(application_id, page_id)
    return images.get(page_id, size, key)

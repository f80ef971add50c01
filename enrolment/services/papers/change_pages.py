"""Take a page away or move it, as long as it was not handed in."""

from __future__ import annotations

from enrolment.model.papers.page import PaperPage
from enrolment.paper_ports import PaperImages
from enrolment.ports import BeginWork, Work
from enrolment.services.access import owned_case
from enrolment.services.papers.asked import changeable, require_open
from enrolment.services.papers.dropping import drop


def remove_page(
    application_id: str, conversation_id: str, page_id: str, *, begin: BeginWork, images: PaperImages
) -> None:
    """Forget a page and its picture; one that is gone already stays gone.

    Raises PapersClosed once it was handed in, NotSignedIn, CaseNotFound.
    """
    with begin() as work:
        pages = _pages(work, application_id, conversation_id)
        if all(page.id != page_id for page in pages):
            return
        changeable(pages, page_id)
        work.papers.remove(page_id)
        work.commit()
    drop(images, [page_id])


def move_page(
    application_id: str, conversation_id: str, page_id: str, steps: int, *, begin: BeginWork
) -> None:
    """Move a page among those of its paper, back (below 0) or on, as far as it goes.

    Raises PageUnknown, PapersClosed, NotSignedIn, CaseNotFound.
    """
    with begin() as work:
        pages = _pages(work, application_id, conversation_id)
        moved = changeable(pages, page_id)
        order = [page.id for page in pages if page.document == moved.document]
        at = order.index(page_id)
        order.insert(max(0, at + steps), order.pop(at))
        work.papers.arrange(order)
        work.commit()


def _pages(work: Work, application_id: str, conversation_id: str) -> list[PaperPage]:
    work.papers.hold(application_id)
    require_open(owned_case(work, application_id, conversation_id))
    return list(work.papers.of_application(application_id))

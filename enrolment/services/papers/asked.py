"""What an application asks for on paper, and when its pages may change."""

from __future__ import annotations

from collections.abc import Sequence

from enrolment.model.application import Application, State
from enrolment.model.papers.page import PaperPage
from enrolment.model.papers.refusals import PageUnknown, PaperNotAsked, PapersClosed

OPEN_STATES = frozenset({State.DRAFT, State.NEEDS_DOCUMENTS, State.RETURNED})
"""Where pages may be added and taken away; they are handed in only once the application waits for them."""


def documents_asked(application: Application) -> tuple[str, ...]:
    """The papers asked for, by key; none before anything was decided."""
    return application.outcome.documents if application.outcome else ()


def require_open(application: Application) -> None:
    """Raise PapersClosed where pages may not change."""
    if application.state not in OPEN_STATES:
        raise PapersClosed(f"an application that is {application.state} takes no papers")


def require_asked(application: Application, document: str) -> None:
    """Raise PaperNotAsked for a paper the application does not ask for."""
    if document not in documents_asked(application):
        raise PaperNotAsked("this paper is not asked for")


def changeable(pages: Sequence[PaperPage], page_id: str) -> PaperPage:
    """The page by its id; raise PageUnknown, and PapersClosed for one that was handed in."""
    page = next((page for page in pages if page.id == page_id), None)
    if page is None:
        raise PageUnknown("there is no such page")
    if page.handed_in_at is not None:
        raise PapersClosed("this page was handed in")
    return page

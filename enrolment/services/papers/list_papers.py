"""List the papers an application asks for, with the pages given so far."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from enrolment.model.application import Application, State
from enrolment.model.papers.page import PaperPage
from enrolment.model.plan import Plan
from enrolment.ports import BeginWork, Plans
from enrolment.services.access import owned_case
from enrolment.services.papers.asked import OPEN_STATES, documents_asked


@dataclass(frozen=True, slots=True)
class AskedPaper:
    """One paper: the plan's words for its pages and how to photograph them, and the pages given.

    `needed` is False for one that has pages and is no longer asked for.
    """

    document: str
    title: str
    pages: tuple[str, ...]
    advice: str
    given: tuple[PaperPage, ...]
    needed: bool = True


@dataclass(frozen=True, slots=True)
class PaperList:
    """Every paper of an application, and what can be done now."""

    application_id: str
    papers: tuple[AskedPaper, ...]
    demonstration: bool
    filed: bool
    may_change: bool
    may_hand_in: bool

    @property
    def missing(self) -> tuple[str, ...]:
        """The titles of the papers without any page."""
        return tuple(paper.title for paper in self.papers if paper.needed and not paper.given)


def list_papers(application_id: str, conversation_id: str, *, begin: BeginWork, plans: Plans) -> PaperList:
    """List what is asked for, in the plan's order; raise NotSignedIn, CaseNotFound."""
    with begin() as work:
        application = owned_case(work, application_id, conversation_id)
        pages = work.papers.of_application(application_id)
    plan = plans.get(application.county, application.year)
    return PaperList(
        application_id=application_id,
        papers=tuple(_papers(application, plan, pages)),
        demonstration=plan.demonstration,
        filed=application.receipt_number is not None,
        may_change=application.state in OPEN_STATES,
        may_hand_in=application.state is State.NEEDS_DOCUMENTS,
    )


def _papers(application: Application, plan: Plan, pages: Sequence[PaperPage]) -> Iterator[AskedPaper]:
    asked = documents_asked(application)
    for key in dict.fromkeys((*asked, *(page.document for page in pages))):
        document = plan.documents.get(key)
        yield AskedPaper(
            document=key,
            title=document.title if document else key,
            pages=document.pages if document else (),
            advice=document.advice if document else "",
            given=tuple(page for page in pages if page.document == key),
            needed=key in asked,
        )

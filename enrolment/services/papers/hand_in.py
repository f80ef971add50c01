"""Hand the papers in: from here on a person looks at them."""

from __future__ import annotations

from enrolment.model.application import Application, State
from enrolment.model.papers.refusals import NotFiledYet, PapersClosed, PapersIncomplete
from enrolment.model.story.timeline import EventType
from enrolment.ports import BeginWork, Clock, Plans
from enrolment.services.access import owned_case
from enrolment.services.papers.asked import OPEN_STATES, documents_asked


def hand_in(
    application_id: str, conversation_id: str, *, begin: BeginWork, plans: Plans, clock: Clock
) -> Application:
    """Hand in every page and pass the application on to review; a person compares, no machine declines.

    Handing in again changes nothing. Raises NotFiledYet before the application is filed, PapersClosed
    where it waits for no papers, PapersIncomplete, NotSignedIn, CaseNotFound.
    """
    with begin() as work:
        work.papers.hold(application_id)
        application = owned_case(work, application_id, conversation_id)
        pages = work.papers.of_application(application_id)
        if application.state is State.UNDER_REVIEW and any(page.handed_in_at for page in pages):
            return application
        if application.state is not State.NEEDS_DOCUMENTS:
            refusal = NotFiledYet if application.state in OPEN_STATES else PapersClosed
            raise refusal(f"an application that is {application.state} waits for no papers")
        asked = documents_asked(application)
        if not asked:
            raise PapersClosed("no paper is asked for")
        given = {page.document for page in pages}
        documents = plans.get(application.county, application.year).documents
        missing = [documents[key].title if key in documents else key for key in asked if key not in given]
        if missing:
            raise PapersIncomplete(missing)
        now = clock.now()
        work.papers.hand_in(application_id, now)
        handed = (
            application.moved_to(State.UNDER_REVIEW)
            .recording(EventType.PAPERS_HANDED_IN, now, pages=str(len(pages)))
            .recording(EventType.REVIEW_REQUESTED, now)
        )
        work.cases.save(handed)
        work.commit()
    return handed

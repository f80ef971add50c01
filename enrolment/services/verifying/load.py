"""What a verification starts from: the case, whom it is about, the live grants, the answers kept."""

from __future__ import annotations

from enrolment.model.application import Application, State
from enrolment.model.establishing.inquiry import Family
from enrolment.ports import Clock, Plans, Work
from enrolment.services.verifying.board import Inquiry

OPEN_STATES = frozenset({State.DRAFT, State.SUBMITTED, State.VERIFYING, State.NEEDS_DOCUMENTS})
"""While a case is in one of these, departments are asked about it; afterwards it is a person's."""


def load_inquiry(work: Work, application: Application, plans: Plans, clock: Clock) -> Inquiry:
    """Load everything the departments are asked under."""
    guardian = work.guardians.get(application.guardian_id)
    child = work.guardians.child(guardian.id, application.child_id)
    now = clock.now()
    return Inquiry(
        plan=plans.get(application.county, application.year),
        application=application,
        family=Family(child.person.id_number, guardian.person.id_number),
        grants=[grant for grant in work.grants.of_child(child.id) if grant.is_live(now)],
        kept=work.replies.of_child(child.id),
        particulars=work.particulars.of_child(child.id),
    )

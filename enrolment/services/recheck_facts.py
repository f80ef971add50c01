"""Look at one data item once more, after a guardian corrected words or had the register put right."""

from __future__ import annotations

from dataclasses import dataclass

from enrolment.model.application import Application
from enrolment.model.errors import RecheckUsed
from enrolment.model.establishing.mismatch import mismatch_words, mismatches
from enrolment.model.story.timeline import EventType
from enrolment.ports import BeginWork, Clock, Plans
from enrolment.services.access import owned_case
from enrolment.services.verifying.load import OPEN_STATES


@dataclass(frozen=True, slots=True)
class MismatchWords:
    """One data item that does not bear the guardian out, in words; `may_recheck` until looked at anew."""

    data_item: str
    text: str
    may_recheck: bool


def describe_mismatches(
    application_id: str, conversation_id: str, *, begin: BeginWork, plans: Plans
) -> tuple[MismatchWords, ...]:
    """Say where records and words part, and what can be done; raise NotSignedIn, CaseNotFound."""
    with begin() as work:
        application = owned_case(work, application_id, conversation_id)
    plan = plans.get(application.county, application.year)
    return tuple(
        MismatchWords(
            each.data_item,
            mismatch_words(plan, each, rechecked=_rechecked(application, each.data_item)),
            may_recheck=not _rechecked(application, each.data_item),
        )
        for each in mismatches(plan, application.facts)
    )


def recheck_facts(
    application_id: str, conversation_id: str, data_item: str, *, begin: BeginWork, clock: Clock
) -> Application:
    """Forget what a data item answered, so that the next verification asks it again; once for each.

    Raises RecheckUsed the second time, and when a person already looks at the case; NotSignedIn,
    CaseNotFound.
    """
    with begin() as work:
        application = owned_case(work, application_id, conversation_id)
        if application.state not in OPEN_STATES or _rechecked(application, data_item):
            raise RecheckUsed(f"{data_item} was looked at again already; what is left is the paper")
        for grant in work.grants.of_child(application.child_id):
            if grant.data_item == data_item:
                work.replies.forget(grant.id)
        asked = application.recording(EventType.RECHECK_REQUESTED, clock.now(), data_item=data_item)
        work.cases.save(asked)
        work.commit()
    return asked


def _rechecked(application: Application, data_item: str) -> bool:
    return any(
        event.type is EventType.RECHECK_REQUESTED and event.details.get("data_item") == data_item
        for event in application.events
    )

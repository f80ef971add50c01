"""Look at one data item once more, after a guardian corrected words or had the register put right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from enrolment.model.application import Application
from enrolment.model.consent import ConsentGrant
from enrolment.model.errors import ConsentMissing, RecheckUsed
from enrolment.model.establishing.mismatch import mismatch_words, mismatches
from enrolment.model.establishing.particulars import TAKEN, read_particulars
from enrolment.model.establishing.records import Particular, Particulars
from enrolment.model.plan import Plan
from enrolment.model.story.timeline import EventType
from enrolment.ports import BeginWork, Clock, Plans, Work
from enrolment.services.access import guardian_of, owned_case
from enrolment.services.verifying.load import OPEN_STATES

_LOOKS = 2
"""Where a paper can be read off: once with what was read, and once with that corrected."""


@dataclass(frozen=True, slots=True)
class MismatchWords:
    """One data item that does not bear the guardian out, in words.

    `may_recheck` until it was looked at anew; `takes` are what may be read off the paper for it, with their
    words, and `given` those of them that were given already.
    """

    application_id: str
    data_item: str
    title: str
    text: str
    may_recheck: bool
    takes: Mapping[Particular, str]
    given: tuple[Particular, ...] = ()


def list_mismatches(conversation_id: str, *, begin: BeginWork, plans: Plans) -> tuple[MismatchWords, ...]:
    """Say where records and words part in every application that is still open; raise NotSignedIn."""
    with begin() as work:
        cases = work.cases.of_guardian(guardian_of(work, conversation_id))
        given = {case.id: work.particulars.of_child(case.child_id) for case in cases}
    asked = [case for case in cases if case.state in OPEN_STATES]
    return tuple(
        words
        for case in asked
        for words in _described(case, plans.get(case.county, case.year), given[case.id])
    )


def describe_mismatches(
    application_id: str, conversation_id: str, *, begin: BeginWork, plans: Plans
) -> tuple[MismatchWords, ...]:
    """Say where records and words part, and what can be done; raise NotSignedIn, CaseNotFound."""
    with begin() as work:
        application = owned_case(work, application_id, conversation_id)
        given = work.particulars.of_child(application.child_id)
    return _described(application, plans.get(application.county, application.year), given)


def _described(
    application: Application, plan: Plan, given: Mapping[str, Particulars]
) -> tuple[MismatchWords, ...]:
    return tuple(
        MismatchWords(
            application.id,
            each.data_item,
            plan.data_items[each.data_item].title,
            mismatch_words(plan, each, rechecked=not _may_look(application, each.data_item)),
            may_recheck=_may_look(application, each.data_item),
            takes=TAKEN.get(each.data_item, {}),
            given=tuple(given[each.data_item].given) if each.data_item in given else (),
        )
        for each in mismatches(plan, application.facts)
    )


def recheck_facts(
    application_id: str,
    conversation_id: str,
    data_item: str,
    typed: Mapping[Particular, str] | None = None,
    *,
    begin: BeginWork,
    clock: Clock,
) -> Application:
    """Forget what a data item answered, so that the next verification asks it again.

    Once for each, and once more where what was read off the paper is corrected. Raises RecheckUsed after
    that, and when a person already looks at the case; ParticularsInvalid, ConsentMissing where nobody may
    ask, NotSignedIn, CaseNotFound.
    """
    given = read_particulars(data_item, typed or {})
    with begin() as work:
        application = owned_case(work, application_id, conversation_id)
        _refuse_once_more(work, application, data_item, given)
        grant = _live_grant(work, application, data_item, clock)
        if given.given:
            work.particulars.keep(grant, given, clock.now())
        work.replies.forget(grant.id)
        fields = ",".join(given.given)
        asked = application.recording(
            EventType.RECHECK_REQUESTED, clock.now(), data_item=data_item, given=fields
        )
        work.cases.save(asked)
        work.commit()
    return asked


def _refuse_once_more(work: Work, application: Application, data_item: str, given: Particulars) -> None:
    before = work.particulars.of_child(application.child_id).get(data_item)
    looked = bool(_looks(application, data_item))
    if not _may_look(application, data_item) or (looked and (not given.given or given == before)):
        raise RecheckUsed(f"{data_item} was looked at again already; what is left is the paper")


def _live_grant(work: Work, application: Application, data_item: str, clock: Clock) -> ConsentGrant:
    for grant in work.grants.of_child(application.child_id):
        if grant.data_item == data_item and grant.is_live(clock.now()):
            return grant
    raise ConsentMissing(f"{data_item}: nobody agreed to look it up")


def _may_look(application: Application, data_item: str) -> bool:
    most = _LOOKS if data_item in TAKEN else 1
    return application.state in OPEN_STATES and _looks(application, data_item) < most


def _looks(application: Application, data_item: str) -> int:
    return sum(
        event.type is EventType.RECHECK_REQUESTED and event.details.get("data_item") == data_item
        for event in application.events
    )

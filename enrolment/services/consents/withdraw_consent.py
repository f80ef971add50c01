"""Withdraw consent: nothing more is pulled, what was pulled is deleted, and the case is planned anew."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from enrolment.model.application import Application, State
from enrolment.model.consent import ConsentGrant
from enrolment.model.decision import without_findings
from enrolment.model.establishing.family_facts import establish
from enrolment.model.plan import Plan
from enrolment.model.story.timeline import EventType
from enrolment.ports import BeginWork, Clock, Plans, Work
from enrolment.services.access import guardian_of
from enrolment.services.deciding.decide_category import concluded
from enrolment.services.filing.submit_application import nothing_to_wait_for
from enrolment.services.verifying.board import Board
from enrolment.services.verifying.load import OPEN_STATES, load_inquiry

_PLANNED_ANEW = OPEN_STATES | {State.UNDER_REVIEW, State.RETURNED}
"""Afterwards people decided: what they decided stands, only what was pulled goes."""


@dataclass(frozen=True, slots=True)
class WithdrawConsent:
    """Whose child, and which data items by key; none named means every one."""

    conversation_id: str
    child_id: str
    data_items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ConsentWithdrawn:
    """What is no longer looked up, and what the guardian brings instead; titles, for the guardian to read.

    `category` is that of the newest case as it now stands, empty where none is decided; `stands` says that
    people decided already, and that this is left as it is.
    """

    items: tuple[str, ...]
    documents: tuple[str, ...]
    category: str = ""
    stands: bool = False


def withdraw_consent(
    cmd: WithdrawConsent, *, begin: BeginWork, plans: Plans, clock: Clock, connected: Collection[str]
) -> ConsentWithdrawn:
    """Withdraw what is agreed to; where nothing is, nothing happens and no item is named.

    Raises NotSignedIn, ChildUnknown.
    """
    with begin() as work:
        guardian_id = guardian_of(work, cmd.conversation_id)
        work.guardians.child(guardian_id, cmd.child_id)
        grants = _revoked(cmd, work, clock)
        if not grants:
            return ConsentWithdrawn((), ())
        cases = list(_cases(work, guardian_id, cmd.child_id))
        after = [_without(grants, case, work, plans, clock, frozenset(connected)) for case in cases]
        for case in after:
            work.cases.save(case)
        work.commit()
    return _told(grants, after, plans)


def _revoked(cmd: WithdrawConsent, work: Work, clock: Clock) -> list[ConsentGrant]:
    """Revoke the live grants named and forget every answer given under them."""
    now = clock.now()
    grants = [
        grant
        for grant in work.grants.of_child(cmd.child_id)
        if grant.is_live(now) and (not cmd.data_items or grant.data_item in cmd.data_items)
    ]
    for grant in grants:
        work.grants.save(grant.revoked(now))
        work.replies.forget(grant.id)
        work.particulars.forget(grant.id)
    return grants


def _cases(work: Work, guardian_id: str, child_id: str) -> Iterator[Application]:
    """The applications of a child, newest first: this guardian's, and one that the other guardian filed."""
    mine = [case for case in work.cases.of_guardian(guardian_id) if case.child_id == child_id]
    yield from mine
    for year in sorted({case.year for case in mine}):
        standing = work.cases.of_child(child_id, year)
        if standing is not None and standing.id not in {case.id for case in mine}:
            yield standing


def _without(
    grants: Collection[ConsentGrant],
    case: Application,
    work: Work,
    plans: Plans,
    clock: Clock,
    connected: frozenset[str],
) -> Application:
    now = clock.now()
    for item in dict.fromkeys(grant.data_item for grant in grants):
        case = case.recording(EventType.CONSENT_REVOKED, now, data_item=item)
    if case.state not in _PLANNED_ANEW:
        return _stripped(case, {grant.id for grant in grants})
    if not case.facts and case.outcome is None:
        return case
    inquiry = load_inquiry(work, case, plans, clock)
    board = Board(inquiry, connected, now)
    board.raise_all()
    facts = establish(inquiry.plan, inquiry.family, case.declared, board.findings(), stage=case.stage)
    case, outcome = concluded(replace(case, facts=facts), inquiry.plan, clock)
    if case.state is State.UNDER_REVIEW and not nothing_to_wait_for(outcome):
        return case.moved_to(State.NEEDS_DOCUMENTS).recording(EventType.DOCUMENTS_REQUESTED, now)
    return case


def _stripped(case: Application, grants: Collection[str]) -> Application:
    """The case as people decided it, without what these grants brought and what its reasons quote of it."""
    gone = {name for name, fact in case.facts.items() if fact.evidence and fact.evidence.grant_id in grants}
    facts = {name: fact for name, fact in case.facts.items() if name not in gone}
    outcome = case.outcome and without_findings(case.outcome, gone)
    return replace(case, facts=facts, outcome=outcome)


def _told(grants: Collection[ConsentGrant], cases: Collection[Application], plans: Plans) -> ConsentWithdrawn:
    keys = dict.fromkeys(grant.data_item for grant in grants)
    newest = next((case for case in cases if case.state is not State.WITHDRAWN), None) or next(
        iter(cases), None
    )
    if newest is None:
        return ConsentWithdrawn(tuple(keys), ())
    plan = plans.get(newest.county, newest.year)
    stands = newest.state not in _PLANNED_ANEW
    outcome = None if stands else newest.outcome
    return ConsentWithdrawn(
        items=tuple(_title(plan, key) for key in keys),
        documents=tuple(plan.documents[key].title for key in outcome.documents) if outcome else (),
        category=outcome.decision.title if outcome else "",
        stands=stands,
    )


def _title(plan: Plan, key: str) -> str:
    return plan.data_items[key].title if key in plan.data_items else key

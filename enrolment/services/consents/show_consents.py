"""Show what a guardian agreed to: every data item of every child, with its state and until when."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from enrolment.model.application import Application, State
from enrolment.model.consent import ConsentGrant
from enrolment.model.months import add_months
from enrolment.model.people import Child
from enrolment.model.plan import Plan
from enrolment.model.story.timeline import EventType
from enrolment.ports import BeginWork, Clock, Plans, Work
from enrolment.services.access import guardian_of
from enrolment.services.consents.list_requests import SENSITIVE_MONTHS, items_needed, refused_items


class ConsentState(StrEnum):
    """How it stands with one data item."""

    GRANTED = "granted"
    REFUSED = "refused"
    REVOKED = "revoked"
    EXPIRED = "expired"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True, slots=True)
class ConsentLine:
    """One data item: where and what for, how it stands since when, until when, by which text."""

    data_item: str
    title: str
    department: str
    purpose: str
    state: ConsentState
    at: datetime | None = None
    until: datetime | None = None
    text_version: str = ""


@dataclass(frozen=True, slots=True)
class ChildConsents:
    """The data items of one child's newest application; `text_version` is the wording in force."""

    child: Child
    application_id: str
    state: State
    county_name: str
    year: int
    text_version: str
    under_14: bool
    lines: tuple[ConsentLine, ...]


def show_consents(
    conversation_id: str, *, begin: BeginWork, plans: Plans, clock: Clock, connected: Collection[str]
) -> Sequence[ChildConsents]:
    """Show them for each child there is an application for, eldest first; raise NotSignedIn."""
    with begin() as work:
        guardian_id = guardian_of(work, conversation_id)
        cases = list(work.cases.of_guardian(guardian_id))
        return [
            _of_child(child, newest, work, plans.get(newest.county, newest.year), clock, connected)
            for child in work.guardians.children(guardian_id)
            if (newest := _newest(child, cases)) is not None
        ]


def _newest(child: Child, cases: Sequence[Application]) -> Application | None:
    mine = [case for case in cases if case.child_id == child.id]
    standing = (case for case in mine if case.state is not State.WITHDRAWN)
    return next(standing, None) or next(iter(mine), None)


def _of_child(
    child: Child, case: Application, work: Work, plan: Plan, clock: Clock, connected: Collection[str]
) -> ChildConsents:
    grants = work.grants.of_child(child.id)
    return ChildConsents(
        child=child,
        application_id=case.id,
        state=case.state,
        county_name=plan.county_name,
        year=plan.year,
        text_version=plan.consent_text_version,
        under_14=clock.today() < add_months(child.person.birth_date, SENSITIVE_MONTHS),
        lines=tuple(_lines(case, grants, plan, clock.now(), connected)),
    )


def _lines(
    case: Application, grants: Sequence[ConsentGrant], plan: Plan, now: datetime, connected: Collection[str]
) -> Iterator[ConsentLine]:
    """What was answered, and what would be asked about now; in the plan's order."""
    newest = {grant.data_item: grant for grant in grants}
    refused = refused_items(case)
    asked = items_needed(plan, case.stage, case.declared) & frozenset(connected)
    for item in plan.data_items.values():
        if item.key not in newest.keys() | refused | asked:
            continue
        grant = newest.get(item.key)
        state = _state(grant, now, refused=item.key in refused)
        line = ConsentLine(item.key, item.title, item.department_title, item.purpose, state)
        if grant is None or state is ConsentState.REFUSED:
            yield replace(line, at=_refused_at(case, item.key))
        else:
            at, until = grant.revoked_at or grant.granted_at, grant.expires_at
            yield replace(line, purpose=grant.purpose, at=at, until=until, text_version=grant.text_version)


def _state(grant: ConsentGrant | None, now: datetime, *, refused: bool) -> ConsentState:
    if grant is None:
        return ConsentState.REFUSED if refused else ConsentState.NOT_ASKED
    if grant.revoked_at is not None:
        return ConsentState.REVOKED
    if grant.is_live(now):
        return ConsentState.GRANTED
    return ConsentState.REFUSED if refused else ConsentState.EXPIRED


def _refused_at(case: Application, key: str) -> datetime | None:
    told = (
        event.at
        for event in reversed(case.events)
        if event.type is EventType.CONSENT_REFUSED and event.details.get("data_item") == key
    )
    return next(told, None)

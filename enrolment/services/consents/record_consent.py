"""Record consent: which data items may be asked for one child, and which may not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from enrolment.model.application import Application
from enrolment.model.consent import ConsentGrant
from enrolment.model.errors import ConsentTextOutdated
from enrolment.model.plan import DataItem, Plan
from enrolment.model.story.timeline import EventType
from enrolment.ports import BeginWork, Clock, Ids, Plans, Work
from enrolment.services.access import owned_case


@dataclass(frozen=True, slots=True)
class RecordConsent:
    """What the guardian agreed to and refused (keys of data items), under which wording, on which channel."""

    conversation_id: str
    application_id: str
    granted: tuple[str, ...]
    refused: tuple[str, ...]
    text_version: str
    channel: str


def record_consent(
    cmd: RecordConsent, *, begin: BeginWork, plans: Plans, ids: Ids, clock: Clock
) -> Sequence[ConsentGrant]:
    """Store a grant for each item agreed to, withdraw those refused, and give the live grants.

    An item granted before under the same wording is not granted twice. Raises ConsentTextOutdated when
    the wording shown is no longer the one in force, NotSignedIn, CaseNotFound.
    """
    with begin() as work:
        application = owned_case(work, cmd.application_id, cmd.conversation_id)
        plan = plans.get(application.county, application.year)
        if cmd.text_version != plan.consent_text_version:
            raise ConsentTextOutdated(f"the wording in force is {plan.consent_text_version}")
        updated = _refuse(cmd, application, work, clock)
        updated = _grant(cmd, updated, plan, work, ids, clock)
        if updated != application:
            work.cases.save(updated)
        work.commit()
        now = clock.now()
        return [grant for grant in work.grants.of_child(application.child_id) if grant.is_live(now)]


def _grant(
    cmd: RecordConsent, application: Application, plan: Plan, work: Work, ids: Ids, clock: Clock
) -> Application:
    now = clock.now()
    live = {
        grant.data_item
        for grant in work.grants.of_child(application.child_id)
        if grant.is_live(now) and grant.text_version == cmd.text_version
    }
    for key in dict.fromkeys(cmd.granted):
        if key in live:
            continue
        item = plan.data_items[key]
        work.grants.add(_new_grant(cmd, application, item, ids, clock))
        application = application.recording(EventType.CONSENT_GRANTED, now, data_item=key)
    return application


def _refuse(cmd: RecordConsent, application: Application, work: Work, clock: Clock) -> Application:
    now = clock.now()
    grants = [each for each in work.grants.of_child(application.child_id) if each.is_live(now)]
    for key in dict.fromkeys(cmd.refused):
        withdrawn = [grant for grant in grants if grant.data_item == key]
        for grant in withdrawn:
            work.grants.save(grant.revoked(now))
            work.replies.forget(grant.id)
            application = _without_facts_under(grant, application)
        kind = EventType.CONSENT_REVOKED if withdrawn else EventType.CONSENT_REFUSED
        application = application.recording(kind, now, data_item=key)
    return application


def _without_facts_under(grant: ConsentGrant, application: Application) -> Application:
    """What was pulled under a withdrawn grant is deleted, and the decision that rested on it."""
    kept = {
        name: fact
        for name, fact in application.facts.items()
        if fact.evidence is None or fact.evidence.grant_id != grant.id
    }
    if len(kept) == len(application.facts):
        return application
    return replace(application, facts=kept, outcome=None)


def _new_grant(
    cmd: RecordConsent, application: Application, item: DataItem, ids: Ids, clock: Clock
) -> ConsentGrant:
    now = clock.now()
    return ConsentGrant(
        id=ids.new(),
        child_id=application.child_id,
        data_item=item.key,
        department=item.department,
        purpose=item.purpose,
        text_version=cmd.text_version,
        granted_by=application.guardian_id,
        channel=cmd.channel,
        granted_at=now,
        expires_at=now + timedelta(days=item.valid_days),
    )

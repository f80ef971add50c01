"""Correct what a guardian said: the draft forgets what rested on the old words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from enrolment.model.application import Application, State
from enrolment.model.errors import TransitionRefused
from enrolment.model.facts import FactValue
from enrolment.model.plan import Stage
from enrolment.model.story.timeline import EventType
from enrolment.ports import BeginWork, Clock, Plans
from enrolment.services.access import owned_case
from enrolment.services.deciding.check_eligibility import require_of_age


def correct_statement(
    application_id: str,
    conversation_id: str,
    declared: Mapping[str, FactValue],
    *,
    begin: BeginWork,
    plans: Plans,
    clock: Clock,
    stage: Stage | None = None,
) -> Application:
    """Put new words in place of old ones; what was not said anew stays. Consent given stays too.

    Raises NotSignedIn, CaseNotFound, NotOfAge, TransitionRefused once it is filed.
    """
    with begin() as work:
        application = owned_case(work, application_id, conversation_id)
        if application.state is not State.DRAFT:
            raise TransitionRefused("an application that is filed is corrected by withdrawing it")
        changed = corrected(application, declared, clock, stage=stage)
        if changed != application:
            child = work.guardians.child(application.guardian_id, application.child_id)
            plan = plans.get(application.county, application.year)
            require_of_age(plan, changed.stage, child, clock)
            work.cases.save(changed)
            work.commit()
    return changed


def corrected(
    application: Application,
    declared: Mapping[str, FactValue],
    clock: Clock,
    *,
    stage: Stage | None = None,
    whole: bool = False,
) -> Application:
    """The draft with new words; `whole` drops the old ones not said anew. Unchanged when nothing differs."""
    said = dict(declared) if whole else {**application.declared, **declared}
    names = {
        name
        for name in said.keys() | application.declared.keys()
        if said.get(name) != application.declared.get(name)
    }
    if stage is not None and stage is not application.stage:
        names.add("stage")
    if not names:
        return application
    fresh = replace(application, declared=said, stage=stage or application.stage, facts={}, outcome=None)
    return fresh.recording(EventType.STATEMENT_CORRECTED, clock.now(), facts=",".join(sorted(names)))

"""The verification that outlives a crash."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING

from bootstrap.foundation import Foundation
from bootstrap.outside import connect_departments
from enrolment.model.access import Why

if TYPE_CHECKING:
    from enrolment.model.application import Application
    from enrolment.services.verifying.settle_facts import Settled
    from workflows.open import Workflows
    from workflows.verification import Verification


def open_workflows(foundation: Foundation, process: str, *, drains: bool = False) -> Workflows:
    """Prepare durable workflows in this process; they begin to run when it serves."""
    from workflows.open import Workflows

    workflows = Workflows(foundation.settings.workflows_url, process, drains=drains)
    workflows.prepare()
    return workflows


def verifying(foundation: Foundation) -> Callable[[str, str], Awaitable[Application]]:
    """Join what asks the departments about a conversation's application, as long as a guardian waits."""
    from enrolment.services.verifying.verify_facts import verify_facts

    verification, settle, _ = join_verification(foundation)
    return partial(
        verify_facts,
        begin=foundation.begin(Why.VERIFY),
        gather=verification.gather,
        settle=settle,
        budget_seconds=foundation.settings.verification_seconds,
    )


def join_verification(
    foundation: Foundation,
) -> tuple[Verification, Callable[[str], Settled], frozenset[str]]:
    """Join the verification that outlives a crash, with the data items connected; asks nobody yet."""
    from enrolment.services.verifying.gather_replies import gather_replies
    from enrolment.services.verifying.settle_facts import settle_facts
    from workflows.careful_departments import Care, CarefulDepartments
    from workflows.pauses import pause_seconds
    from workflows.verification import GATHER_SECONDS, Steps, Verification

    begin, clock, settings = foundation.begin(Why.VERIFY), foundation.clock, foundation.settings
    asking = connect_departments(foundation, call_seconds=settings.department_seconds)
    care = Care(call_seconds=settings.department_seconds, at_once=settings.department_share)
    departments = CarefulDepartments(asking, care)
    settle = partial(
        settle_facts, begin=begin, plans=foundation.plans, connected=departments.data_items, clock=clock
    )
    steps = Steps(
        gather=partial(
            gather_replies,
            begin=begin,
            plans=foundation.plans,
            departments=departments,
            clock=clock,
            budget_seconds=GATHER_SECONDS,
        ),
        settle=lambda application_id, tell: settle(application_id, tell=tell),
        begin=begin,
        clock=clock,
        ids=foundation.ids,
        pause=partial(pause_seconds, first=settings.ask_again_seconds),
    )
    return Verification(steps), settle, departments.data_items

"""The action server: the services its actions call."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bootstrap.answering import answering, gap_recording, remembering
from bootstrap.foundation import Foundation
from bootstrap.verifying import join_verification
from enrolment.model.access import Reader, Who, Why

if TYPE_CHECKING:
    from actions.services import Services


def action_services(foundation: Foundation) -> Services:
    """Join the services the actions call."""
    from actions.services import Services
    from enrolment.services.consents.list_requests import list_requests
    from enrolment.services.consents.record_consent import record_consent
    from enrolment.services.consents.show_consents import show_consents
    from enrolment.services.consents.withdraw_consent import withdraw_consent
    from enrolment.services.deciding.check_eligibility import check_eligibility
    from enrolment.services.deciding.describe_outcome import describe_outcome
    from enrolment.services.deciding.explore_options import explore_options
    from enrolment.services.deciding.next_question import next_question
    from enrolment.services.deciding.state_facts import state_facts
    from enrolment.services.filing.open_application import open_application
    from enrolment.services.filing.show_progress import show_progress
    from enrolment.services.filing.submit_application import submit_application
    from enrolment.services.filing.withdraw_application import withdraw_application
    from enrolment.services.guardians.list_children import list_children
    from enrolment.services.guidance.mark_unhelpful import mark_unhelpful
    from enrolment.services.handover.hand_over import hand_over
    from enrolment.services.papers.list_asked import list_asked
    from enrolment.services.verifying.recheck_facts import list_mismatches
    from enrolment.services.verifying.verify_facts import verify_facts
    from storage.chat.last_questions import SqlLastQuestions

    begin, plans, ids, clock = foundation.begin, foundation.plans, foundation.ids, foundation.clock
    verification, settle, connected = join_verification(foundation)
    return Services(
        served=plans.counties,
        current_plan=plans.current,
        check_eligibility=partial(check_eligibility, plans=plans, clock=clock),
        list_children=partial(list_children, begin=begin(Why.APPLY)),
        open_application=partial(open_application, begin=begin(Why.APPLY), plans=plans, ids=ids, clock=clock),
        list_requests=partial(
            list_requests, begin=begin(Why.APPLY), plans=plans, clock=clock, connected=connected
        ),
        record_consent=partial(record_consent, begin=begin(Why.APPLY), plans=plans, ids=ids, clock=clock),
        show_consents=partial(
            show_consents, begin=begin(Why.SHOW), plans=plans, clock=clock, connected=connected
        ),
        withdraw_consent=partial(
            withdraw_consent,
            begin=begin(Why.APPLY),
            plans=plans,
            clock=clock,
            connected=connected,
        ),
        verify_facts=partial(
            verify_facts,
            begin=begin(Why.VERIFY),
            gather=verification.gather,
            settle=settle,
            budget_seconds=foundation.settings.verification_seconds,
        ),
        next_question=partial(next_question, begin=begin(Why.APPLY), plans=plans),
        state_facts=partial(state_facts, begin=begin(Why.APPLY), plans=plans, settle=settle, clock=clock),
        describe_outcome=partial(describe_outcome, begin=begin(Why.SHOW), plans=plans, clock=clock),
        submit_application=partial(submit_application, begin=begin(Why.FILE), plans=plans, clock=clock),
        withdraw_application=partial(withdraw_application, begin=begin(Why.FILE), clock=clock),
        list_mismatches=partial(list_mismatches, begin=begin(Why.SHOW), plans=plans),
        list_papers_asked=partial(list_asked, begin=begin(Why.SHOW), plans=plans),
        show_progress=partial(show_progress, begin=begin(Why.SHOW), plans=plans),
        answer_message=answering(foundation),
        remember_told=remembering(foundation),
        record_gap=gap_recording(foundation),
        explore_options=partial(explore_options, plans=plans, clock=clock),
        mark_unhelpful=partial(
            mark_unhelpful,
            questions=SqlLastQuestions(foundation.vault, Reader(Who.ASSISTANT, Why.LEARN)),
            record=gap_recording(foundation),
        ),
        hand_over=partial(hand_over, begin=begin(Why.TALK), ids=ids, clock=clock),
    )

"""What the actions need done: the verbs of enrolment, with everything outside already joined to them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from enrolment.model.age.birth_date import BirthDate
from enrolment.model.age.eligibility import AgeVerdict
from enrolment.model.answering.answer import Answers
from enrolment.model.answering.understood import AskedSpan
from enrolment.model.application import Application
from enrolment.model.consent import ConsentGrant
from enrolment.model.facts import FactValue
from enrolment.model.handover import Handover
from enrolment.model.people import Child
from enrolment.model.plan import DataItem, Plan, Stage
from enrolment.services.answering import Asked
from enrolment.services.consents.record_consent import RecordConsent
from enrolment.services.consents.show_consents import ChildConsents
from enrolment.services.consents.withdraw_consent import ConsentWithdrawn, WithdrawConsent
from enrolment.services.deciding.describe_outcome import OutcomeWords
from enrolment.services.deciding.explore_options import Options
from enrolment.services.deciding.next_question import Question
from enrolment.services.filing.open_application import OpenApplication
from enrolment.services.filing.show_progress import Progress
from enrolment.services.guidance.record_gap import RecordGap
from enrolment.services.handover.hand_over import HandOver
from enrolment.services.papers.list_asked import PapersAsked
from enrolment.services.verifying.recheck_facts import MismatchWords


class ListRequests(Protocol):
    """The service `list_requests`."""

    def __call__(
        self, application_id: str, conversation_id: str, /, *, anew: bool = False
    ) -> Sequence[DataItem]:
        """List what to ask consent for; all of it where it is asked anew."""
        ...


@dataclass(frozen=True, slots=True)
class Services:
    """The services by name; each behaves and refuses as the service of that name says.

    `served` gives the plan in force of every county served, `current_plan` that of one: they are
    `Plans.counties` and `Plans.current`.
    """

    served: Callable[[], Sequence[Plan]]
    current_plan: Callable[[str], Plan]
    check_eligibility: Callable[[Stage, BirthDate, str], AgeVerdict]
    list_children: Callable[[str], Sequence[Child]]
    open_application: Callable[[OpenApplication], Application]
    list_requests: ListRequests
    record_consent: Callable[[RecordConsent], Sequence[ConsentGrant]]
    show_consents: Callable[[str], Sequence[ChildConsents]]
    withdraw_consent: Callable[[WithdrawConsent], ConsentWithdrawn]
    verify_facts: Callable[[str, str], Awaitable[Application]]
    next_question: Callable[[str, str, Collection[str], Collection[str]], Question | None]
    state_facts: Callable[[str, str, Mapping[str, FactValue]], Application]
    describe_outcome: Callable[[str, str], OutcomeWords]
    submit_application: Callable[[str, str], Application]
    withdraw_application: Callable[[str, str], Application]
    show_progress: Callable[[str], Progress]
    answer_message: Callable[[Asked], Answers]
    remember_told: Callable[[str, Answers], None]
    record_gap: Callable[[RecordGap], None]
    list_mismatches: Callable[[str], Sequence[MismatchWords]]
    list_papers_asked: Callable[[str], PapersAsked]
    explore_options: Callable[[str, Stage, Mapping[str, FactValue]], Options]
    hand_over: Callable[[HandOver], Handover]
    mark_unhelpful: Callable[[str, str, Sequence[AskedSpan]], bool]

"""Every action there is, each made once with its services."""

from __future__ import annotations

from actions.answer_question import AnswerQuestion
from actions.base import BaseAction
from actions.birth_date_question import AskBirthDate
from actions.cancel import Cancel
from actions.child_form import AskChild, ValidateChildForm
from actions.consent_form import ValidateConsentForm
from actions.consent_questions import AskConsentItem, AskConsentScope
from actions.continue_enrolment import ContinueEnrolment
from actions.correct_fact import CorrectFact
from actions.default_fallback import DefaultFallback
from actions.eligibility_form import ValidateEligibilityForm
from actions.explain_question import ExplainQuestion
from actions.give_contacts import GiveContacts
from actions.greet import Greet
from actions.services import Services
from actions.show_progress import ShowProgress
from actions.sign_in_form import AskSignedIn, ValidateSignInForm
from actions.start_over import StartOver
from actions.steps import CONSENTS
from actions.submission_form import AskSubmission, ValidateSubmissionForm
from actions.submit_application import SubmitApplication
from actions.verify_facts import VerifyFacts
from actions.withdraw_application import WithdrawApplication
from actions.withdrawal_form import AskWithdrawal, ValidateWithdrawalForm

_ACTIONS: tuple[type[BaseAction], ...] = (
    ValidateEligibilityForm,
    ValidateSignInForm,
    ValidateChildForm,
    ValidateConsentForm,
    ValidateSubmissionForm,
    ValidateWithdrawalForm,
    AskBirthDate,
    AskSignedIn,
    AskChild,
    AskConsentScope,
    AskSubmission,
    AskWithdrawal,
    ContinueEnrolment,
    CorrectFact,
    VerifyFacts,
    SubmitApplication,
    WithdrawApplication,
    ShowProgress,
    Cancel,
    StartOver,
    Greet,
    AnswerQuestion,
    ExplainQuestion,
    GiveContacts,
    DefaultFallback,
)


def all_actions(services: Services) -> list[BaseAction]:
    """Make every action with its services."""
    items = [AskConsentItem(services, slot.removeprefix("consent_")) for slot in CONSENTS]
    return [*(action(services) for action in _ACTIONS), *items]

"""Every action there is, each made once with its services."""

from __future__ import annotations

from actions.base import BaseAction
from actions.forms.birth_date_question import AskBirthDate
from actions.forms.child_form import AskChild, ValidateChildForm
from actions.forms.consent_form import ValidateConsentForm
from actions.forms.consent_questions import AskConsentItem, AskConsentScope
from actions.forms.county_question import AskCounty
from actions.forms.eligibility_form import ValidateEligibilityForm
from actions.forms.fact_questions import AskFact
from actions.forms.facts_form import ValidateFactsForm
from actions.forms.residence_questions import AskHome, AskHukou
from actions.forms.sign_in_form import AskSignedIn, ValidateSignInForm
from actions.forms.stage_question import AskStage
from actions.forms.submission_form import AskSubmission, ValidateSubmissionForm
from actions.forms.withdrawal_form import AskWithdrawal, ValidateWithdrawalForm
from actions.path.cancel import Cancel
from actions.path.choose_county import ChooseCounty
from actions.path.continue_enrolment import ContinueEnrolment
from actions.path.correct_fact import CorrectFact
from actions.path.start_over import StartOver
from actions.path.submit_application import SubmitApplication
from actions.path.take_consent_change import TakeConsentChange
from actions.path.take_recheck import TakeRecheck
from actions.path.take_sign_in_failure import TakeSignInFailure
from actions.path.verify_facts import VerifyFacts
from actions.path.withdraw_application import WithdrawApplication
from actions.path.withdraw_consent import WithdrawConsent
from actions.services import Services
from actions.talk.answer_question import AnswerQuestion
from actions.talk.decline import Decline
from actions.talk.default_fallback import DefaultFallback
from actions.talk.disambiguate import Disambiguate
from actions.talk.explain_mismatches import ExplainMismatches
from actions.talk.explain_question import ExplainQuestion
from actions.talk.explore_options import ExploreOptions
from actions.talk.greet import Greet
from actions.talk.hand_in_papers import HandInPapers
from actions.talk.hand_over import HandOverToPerson
from actions.talk.look_again import LookAgain
from actions.talk.note_danger import NoteDanger
from actions.talk.say_goodbye import SayGoodbye
from actions.talk.show_consents import ShowConsents
from actions.talk.show_progress import ShowProgress
from actions.talk.take_feedback import TakeFeedback
from actions.talk.wait import Wait

_ACTIONS: tuple[type[BaseAction], ...] = (
    ValidateEligibilityForm,
    ValidateSignInForm,
    ValidateChildForm,
    ValidateConsentForm,
    ValidateFactsForm,
    ValidateSubmissionForm,
    ValidateWithdrawalForm,
    AskStage,
    AskBirthDate,
    AskCounty,
    AskHukou,
    AskHome,
    AskSignedIn,
    AskChild,
    AskConsentItem,
    AskConsentScope,
    AskFact,
    AskSubmission,
    AskWithdrawal,
    ChooseCounty,
    ContinueEnrolment,
    CorrectFact,
    VerifyFacts,
    SubmitApplication,
    WithdrawApplication,
    WithdrawConsent,
    TakeConsentChange,
    TakeRecheck,
    TakeSignInFailure,
    ShowConsents,
    ShowProgress,
    LookAgain,
    Cancel,
    StartOver,
    Wait,
    Greet,
    SayGoodbye,
    AnswerQuestion,
    ExplainQuestion,
    ExplainMismatches,
    HandInPapers,
    ExploreOptions,
    HandOverToPerson,
    NoteDanger,
    TakeFeedback,
    DefaultFallback,
    Decline,
    Disambiguate,
)


def all_actions(services: Services) -> list[BaseAction]:
    """Make every action with its services."""
    return [action(services) for action in _ACTIONS]

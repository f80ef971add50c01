"""The refusals of the house, by name: each one a sentence somebody can act on."""

from __future__ import annotations

from datetime import date


class EnrolmentError(Exception):
    """Something was refused; the message says what and why, without naming a person."""


class BirthDateInvalid(EnrolmentError):
    """The birth date does not exist or cannot be right."""


class ConsentMissing(EnrolmentError):
    """A department was to be asked without a live grant."""


class ConsentTextOutdated(EnrolmentError):
    """The wording shown is no longer the one in force."""


class DepartmentUnavailable(EnrolmentError):
    """A department did not answer, or answered something that cannot be trusted."""


class StatementInvalid(EnrolmentError):
    """A guardian's word is about nothing the plan asks for, or not of the kind it asks for."""


class IdentityUnavailable(EnrolmentError):
    """The identity service did not answer, or answered something that cannot be trusted."""


class SignInRefused(EnrolmentError):
    """The sign-in cannot be accepted: its state is unknown, used, expired, or the account is virtual.

    Attributes:
        conversation_id: the conversation that asked for it, empty where its state is unknown.
    """

    def __init__(self, message: str, conversation_id: str = "") -> None:
        super().__init__(message)
        self.conversation_id = conversation_id


class LinkRefused(EnrolmentError):
    """A link to a guardian's own page was not made here, or its time is over."""


class NotSignedIn(EnrolmentError):
    """The conversation has no verified guardian yet."""


class ChildUnknown(EnrolmentError):
    """The child is not among those of this guardian's household."""


class PlanNotFound(EnrolmentError):
    """No admission plan is in force for this county and year."""


class CaseNotFound(EnrolmentError):
    """There is no application to act on."""


class DecisionMissing(EnrolmentError):
    """The application has no category decision yet."""


class RecheckUsed(EnrolmentError):
    """The data item was looked at again already, or a person looks at the case."""


class ParticularsInvalid(EnrolmentError):
    """What was read off a paper cannot be right; the message names the field, never the value."""


class HandoverRefused(EnrolmentError):
    """The handover does not exist, or cannot go from its state to the one asked for."""


class TransitionRefused(EnrolmentError):
    """The application cannot go from its state to the one asked for."""


class TimelineBroken(EnrolmentError):
    """The timeline's hash chain does not hold: an event was changed, removed or reordered."""


class WindowClosed(EnrolmentError):
    """Filing is not open on this day.

    Attributes:
        opens: first day of filing. closes: last day of filing, inclusive.
    """

    def __init__(self, opens: date, closes: date) -> None:
        super().__init__(f"filing is open from {opens} to {closes}")
        self.opens = opens
        self.closes = closes


class NotOfAge(EnrolmentError):
    """The child's registered birth date does not open this stage in this year.

    Attributes:
        entry_year: the year in which the child starts school.
    """

    def __init__(self, entry_year: int) -> None:
        super().__init__(f"by age this child starts school in {entry_year}")
        self.entry_year = entry_year


class DuplicateApplication(EnrolmentError):
    """This child already has an application for this year.

    Attributes:
        receipt_number: the receipt of the first one.
    """

    def __init__(self, receipt_number: str) -> None:
        super().__init__("this child already has an application for this year")
        self.receipt_number = receipt_number


class ArticleUnknown(EnrolmentError):
    """There is no office article of this id."""


class ArticleStateRefused(EnrolmentError):
    """An office article cannot be published as it is; the message says why and what to do."""

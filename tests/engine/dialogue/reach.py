"""Ways to get as far as each form."""

from __future__ import annotations

from collections.abc import Callable

from guardian import Guardian

FIRST = "我家孩子2020年10月出生,户口和房子都在历下,想报明年的小学"
Reach = Callable[[Guardian], str]


def to_eligibility(guardian: Guardian) -> str:
    """The birth date is asked."""
    guardian.says("我要报名")
    return guardian.says("小学")


def to_sign_in(guardian: Guardian) -> str:
    """The sign-in is asked."""
    return guardian.says(FIRST)


def to_child(guardian: Guardian) -> str:
    """The child is asked."""
    guardian.says(FIRST)
    guardian.signs_in("two")
    return guardian.says("登录好了")


def to_consent(guardian: Guardian) -> str:
    """The consent is asked."""
    return guardian.gets_as_far_as_consent()


def to_consent_item(guardian: Guardian) -> str:
    """One item of the consent is asked."""
    guardian.gets_as_far_as_consent()
    return guardian.says("我要挑选")


def to_submission(guardian: Guardian) -> str:
    """The decision is on the table."""
    return guardian.gets_as_far_as_decision()


def to_withdrawal(guardian: Guardian) -> str:
    """A filed application is about to be taken back."""
    guardian.gets_as_far_as_decision()
    guardian.picks("确认提交")
    return guardian.says("撤回申请")


FORMS = (to_eligibility, to_sign_in, to_child, to_consent, to_consent_item, to_submission, to_withdrawal)

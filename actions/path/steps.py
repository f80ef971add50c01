"""Which step of an enrolment comes next: the one place that decides it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from actions.visit import Changes

FACTS = ("stage", "birth_date", "county", "hukou", "home")
CONSENTS = ("consent_scope", "consent_item", "consent_granted", "consent_refused")
QUESTIONS = ("fact_answer", "fact_asked", "facts_skipped", "facts_begun", "told_stated")
TOO_YOUNG = "too_young"


class Step(StrEnum):
    """The steps of an enrolment, in their order."""

    ELIGIBILITY = "eligibility"
    NOT_OF_AGE = "not_of_age"
    SIGN_IN = "sign_in"
    CHILD = "child"
    OPEN = "open"
    CONSENT = "consent"
    VERIFY = "verify"
    QUESTIONS = "questions"
    SUBMISSION = "submission"
    SUBMIT = "submit"
    FILED = "filed"


SPOKEN = {
    Step.ELIGIBILITY: "填写孩子的情况",
    Step.NOT_OF_AGE: "核对孩子的年龄",
    Step.SIGN_IN: "登录",
    Step.CHILD: "选择孩子",
    Step.OPEN: "选择孩子",
    Step.CONSENT: "同意查询",
    Step.VERIFY: "核对信息",
    Step.QUESTIONS: "回答几个问题",
    Step.SUBMISSION: "确认提交",
    Step.SUBMIT: "提交",
}


def next_step(slots: Mapping[str, str | None]) -> Step:
    """Decide the next step from what is known so far."""
    if slots.get("receipt"):
        return Step.FILED
    # Too young is said as soon as it is known, before anything else is asked.
    if (slots.get("age_finding") or "").startswith(TOO_YOUNG):
        return Step.NOT_OF_AGE
    if any(slots.get(fact) is None for fact in FACTS):
        return Step.ELIGIBILITY
    order = (
        ("signed_in", Step.SIGN_IN),
        ("child", Step.CHILD),
        ("application", Step.OPEN),
        ("consent_recorded", Step.CONSENT),
        ("verified", Step.VERIFY),
        ("fact_answer", Step.QUESTIONS),
        ("submission", Step.SUBMISSION),
    )
    return next((step for slot, step in order if slots.get(slot) is None), Step.SUBMIT)


def begun(slots: Mapping[str, str | None]) -> bool:
    """Whether a guardian said anything of a case yet; the county alone says only where one is."""
    told = (fact for fact in FACTS if fact != "county")
    return any(slots.get(name) for name in (*told, "birth_date_heard", "child"))


def decision_shown(slots: Mapping[str, str | None], asked: str | None) -> bool:
    """Whether a decision is on the table, so that why and what else speak of it."""
    if asked not in {None, "submission"}:
        return False
    return bool(slots.get("application") and slots.get("verified")) or next_step(slots) is Step.FILED


def reopened() -> Changes:
    """What has to be done again after a fact changed; what a child's guardian agreed to stays."""
    return dict.fromkeys(("application", "verified", *QUESTIONS, "submission", "shown"), None)


def consent_forgotten() -> Changes:
    """The answers about consent, to be asked again."""
    return dict.fromkeys((*CONSENTS, "consent_items", "consent_recorded", "shown"), None)


def case_forgotten() -> Changes:
    """Everything of a case; the sign-in stays, and the county the conversation is about."""
    return (
        dict.fromkeys(
            (
                *(fact for fact in FACTS if fact != "county"),
                "county_among",
                "question",
                "birth_date_heard",
                "birth_date_registered",
                "age_finding",
                "entry_year",
                "told",
                "child",
                "receipt",
                "withdrawal",
            ),
            None,
        )
        | reopened()
        | consent_forgotten()
        | dict.fromkeys(("asking", "tries", "tried_slot"), None)
    )

"""What comes next, from what is known."""

from __future__ import annotations

import pytest

from actions.path.steps import FACTS, Step, case_forgotten, next_step

FACTS_TOLD: dict[str, str | None] = dict.fromkeys(FACTS, "told")
ORDER = (
    ("signed_in", Step.SIGN_IN),
    ("child", Step.CHILD),
    ("application", Step.OPEN),
    ("consent_recorded", Step.CONSENT),
    ("verified", Step.VERIFY),
    ("fact_answer", Step.QUESTIONS),
    ("submission", Step.SUBMISSION),
)


@pytest.mark.parametrize("missing", FACTS)
def test_next_step_is_the_first_form_when_any_fact_is_missing(missing: str) -> None:
    """Even after everything else was done."""
    slots = FACTS_TOLD | {slot: "done" for slot, _ in ORDER} | {missing: None}

    assert next_step(slots) is Step.ELIGIBILITY


@pytest.mark.parametrize("done", range(len(ORDER)))
def test_next_step_is_the_first_one_not_done_when_facts_are_known(done: int) -> None:
    """The steps come in their order."""
    slots = FACTS_TOLD | {slot: "done" for slot, _ in ORDER[:done]}

    assert next_step(slots) is ORDER[done][1]


def test_next_step_is_to_submit_when_the_guardian_said_yes() -> None:
    """Nothing is left but filing."""
    assert next_step(FACTS_TOLD | {slot: "done" for slot, _ in ORDER}) is Step.SUBMIT


def test_next_step_is_filed_when_there_is_a_receipt() -> None:
    """A receipt ends it, whatever else is known."""
    assert next_step({"receipt": "1"}) is Step.FILED


def test_next_step_says_too_young_when_facts_are_still_missing() -> None:
    """A child too young is not asked about further."""
    assert next_step({"age_finding": "too_young:2028"}) is Step.NOT_OF_AGE


def test_next_step_is_the_first_form_when_a_filed_case_was_forgotten() -> None:
    """Starting over leaves nothing behind but the sign-in."""
    slots = (
        FACTS_TOLD | {slot: "done" for slot, _ in ORDER} | {"receipt": "1", "age_finding": "too_young:2028"}
    )

    forgotten = slots | case_forgotten()

    assert next_step(forgotten) is Step.ELIGIBILITY
    assert forgotten["signed_in"] == "done"

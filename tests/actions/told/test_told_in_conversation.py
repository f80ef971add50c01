"""What is told besides the questions asked: kept, read back, stated, and never asked again."""

from __future__ import annotations

import json
from typing import Any

import pytest

from actions.base import BaseAction
from actions.forms.birth_date_question import AskBirthDate
from actions.forms.eligibility_form import ValidateEligibilityForm
from actions.forms.facts_form import ValidateFactsForm
from actions.handing_over import handover_of
from actions.path.continue_enrolment import ContinueEnrolment
from actions.path.correct_fact import CorrectFact
from actions.path.steps import case_forgotten
from actions.talk.understood import understood
from enrolment.model.answering.understood import ToldFact
from enrolment.model.handover import HandoverReason
from tests.actions.calls import call, message, visit
from tests.actions.surroundings import Surroundings
from tests.fakes.family import CHILD, MOTHER

KNOWN = {
    "stage": "primary",
    "birth_date": "2020-10",
    "county": "370102",
    "hukou": "elsewhere",
    "home": "none",
    "age_finding": "of_age:2027",
}


@pytest.fixture
def surroundings() -> Surroundings:
    """A mother who is signed in, in 历下区."""
    around = Surroundings()
    around.office.sign_in(MOTHER, CHILD)
    return around


async def run(
    action: BaseAction, latest: dict[str, Any], *, form: str | None = None, **slots: str | None
) -> tuple[dict[str, Any], str]:
    """Run an action on a message; the slots as they are afterwards, and what was said."""
    latest["metadata"] = {"channel": "web", "today": "2027-06-10"}
    body = call(action.name(), latest, form=form, conversation="conversation-1", **slots)
    if form and not action.name().startswith("validate"):
        # The form found no answer in the message and is still open.
        body["tracker"]["events"] = [
            {"event": "user", "metadata": {}},
            {"event": "action", "name": action.name()},
        ]
    seen, dispatcher = visit(body)
    events = await action.run(dispatcher, seen._tracker, {})  # noqa: SLF001 - the call as it came in
    changed = {event["name"]: event["value"] for event in events if event["event"] == "slot"}
    return slots | changed, "\n".join(each["text"] or "" for each in dispatcher.messages)


async def test_facts_are_kept_and_read_back_when_one_message_tells_several(
    surroundings: Surroundings,
) -> None:
    """The questions get their answers, the rest goes into the slot; all is read back in one sentence."""
    latest = message(
        birth_date="2020-10", hukou="elsewhere", permit="yes", permit_months="5", parents="divorced"
    )
    form = ValidateEligibilityForm(surroundings.services())

    slots, said = await run(form, latest, form="eligibility_form", stage="primary", county="370102")

    assert json.loads(slots["told"]) == {"permit": "yes", "permit_months": "5", "parents": "divorced"}
    assert slots["hukou"] == "elsewhere"
    assert "我记下了：2020年10月出生，户口不在历下区，父母离婚了，居住证办了5个月。不对的您直接说。" in said


async def test_message_is_taken_when_it_tells_only_what_was_not_asked(surroundings: Surroundings) -> None:
    """It is no failed answer: it is read back, and the question comes again."""
    latest = message("社保交了八个月，开了个店", insurance="yes", insurance_months="8", work="business")

    slots, said = await run(
        ContinueEnrolment(surroundings.services()), latest, form="eligibility_form", stage="primary"
    )

    assert json.loads(slots["told"])["insurance_months"] == "8"
    assert "我记下了：社保交了8个月，自己做生意。" in said
    assert "没看明白" not in said


async def test_told_facts_are_declared_when_the_application_is_opened(surroundings: Surroundings) -> None:
    """As the guardian's word, never as evidence."""
    child = surroundings.services().list_children("conversation-1")[0].id
    told = '{"insurance_months":"8","permit":"no","preferential":"military","school":"演示小学"}'

    slots, _ = await run(
        ContinueEnrolment(surroundings.services()),
        message(intent="affirm"),
        **KNOWN,
        signed_in="yes",
        child=child,
        told=told,
    )

    declared = surroundings.office.store.tables.cases[slots["application"]].declared
    assert declared["permit_in_county"] is False
    assert declared["insurance_months"] == 8
    assert declared["preferential_claimed"] is True
    assert declared["hukou_in_county"] is False
    assert slots["told_stated"] == told


async def test_question_is_answered_when_the_message_tells_it_among_other_things(
    surroundings: Surroundings,
) -> None:
    """A long message need not be written like an answer."""
    latest = message(
        "我们一家是前年过来打工的，居住证去年三月就办好了，社保也一直交着",
        permit="yes",
        permit_since="2026-03",
        insurance="yes",
    )
    slots = KNOWN | {
        "application": "a-1",
        "fact_asked": "permit_since:date:",
        "requested_slot": "fact_answer",
    }
    body = call("validate_facts_form", latest, form="facts_form", **slots)
    body["tracker"]["latest_message"]["metadata"] = {"today": "2027-06-10"}
    seen, _ = visit(body)

    heard = ValidateFactsForm(surroundings.services()).hear(seen)

    assert heard == {"fact_answer": "permit_since:2026-03-01"}


async def test_told_fact_is_corrected_when_a_new_value_is_told(surroundings: Surroundings) -> None:
    """The new value takes the old one's place and is said."""
    latest = message("社保不对，是九个月", intent="correct_fact", insurance="yes", insurance_months="9")

    slots, said = await run(
        CorrectFact(surroundings.services()),
        latest,
        **KNOWN,
        told='{"insurance":"yes","insurance_months":"8"}',
    )

    assert json.loads(slots["told"]) == {"insurance": "yes", "insurance_months": "9"}
    assert "好的，改过来了：社保交了9个月。" in said


@pytest.mark.parametrize(
    ("told", "offered"),
    [
        ('{"age":"6"}', ["2020年", "2021年"]),
        ('{"age":"5.5"}', ["2021年"]),
        ('{"days_short":"3"}', ["是2021年9月3日"]),
    ],
)
async def test_birth_date_is_proposed_when_an_age_was_told(
    surroundings: Surroundings, told: str, offered: list[str]
) -> None:
    """The year comes from the age, the day from the days that are missing; the guardian confirms."""
    body = call("ask", message(), stage="primary", county="370102", told=told)
    body["tracker"]["latest_message"]["metadata"] = {"today": "2027-06-10"}
    seen, dispatcher = visit(body)

    await AskBirthDate(surroundings.services()).act(seen)

    titles = [button["title"] for button in dispatcher.messages[0]["buttons"]]
    assert titles[: len(offered)] == offered


def test_what_was_told_is_forgotten_with_the_case() -> None:
    """Nobody else's facts stay in a conversation that starts again."""
    assert {"told", "told_stated"} <= case_forgotten().keys()


def test_answer_rests_on_what_was_told_before_when_a_question_follows(
    surroundings: Surroundings,
) -> None:
    """A guardian who said it once need not say it with the question."""
    body = call("ask", message("要多久才够", intent="ask_social_insurance"), told='{"insurance_months":"8"}')
    seen, _ = visit(body)

    means = understood(seen, surroundings.services().current_plan("370102"))

    assert ToldFact("insurance_months", "8") in means.facts


def test_person_sees_what_was_told_when_a_conversation_is_handed_over(surroundings: Surroundings) -> None:
    """By name and value; never a school in the guardian's own words."""
    latest = message("转人工", intent="talk_to_human", permit="no", school="隔壁老王小学")
    seen, _ = visit(call("ask", latest, told='{"parents":"divorced"}'))

    summary = handover_of(seen, HandoverReason.ASKED, surroundings.services()).summary

    assert summary.facts == {"parents": "divorced", "permit": "no"}


def test_facts_are_new_for_the_whole_turn_when_an_earlier_action_kept_them() -> None:
    """The form that reads them back often runs second."""
    body = call("second", message(permit="no"), told='{"permit":"no","work":"employed"}')
    body["tracker"]["events"] = [
        {"event": "slot", "name": "told", "value": '{"work":"employed"}'},
        {"event": "user", "metadata": {}},
        {"event": "action", "name": "first"},
        {"event": "slot", "name": "told", "value": '{"permit":"no","work":"employed"}'},
        {"event": "action", "name": "second"},
    ]

    seen, _ = visit(body)

    assert seen.newly_told == {"permit": "no"}
    assert seen.told == {"permit": "no", "work": "employed"}

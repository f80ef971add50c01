"""The domain, the rules, the training data and the actions name the same things."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from actions.path.steps import SPOKEN, Step
from actions.registry import all_actions
from actions.talk.understood import topic_of
from storage.plan_files import PlanFiles
from tests.actions.surroundings import Surroundings
from tests.fakes.plans import PLANS_FOLDER

ROOT = Path(__file__).parents[2]
DOMAIN: dict[str, Any] = yaml.safe_load((ROOT / "domain.yml").read_text())
RULES = "\n".join(path.read_text() for path in (ROOT / "data" / "rules").glob("*.yml"))
COUNTIES = PlanFiles(PLANS_FOLDER).counties()
ASKED = {intent.removeprefix("ask_") for intent in DOMAIN["intents"] if intent.startswith("ask_")}
OF_THE_CASE = {"why", "what_is", "how_to"}
TOPICS = set(re.findall(r"^\| `(\w+)` \|", (ROOT / "docs" / "topics.md").read_text(), re.MULTILINE))
MAIN_INTENTS = ("start_enrolment", "inform", "correct")
# Told by the house, or found by a rule of understanding: nobody is to be taken at these words.
NEVER_LEARNT = {"sign_in_failed", "in_danger", "lone_word"}
SLOTS = [(form, slot) for form, told in DOMAIN["forms"].items() for slot in told["required_slots"]]


def examples() -> dict[str, list[str]]:
    """The examples of each intent."""
    found: dict[str, list[str]] = {}
    for path in (ROOT / "data" / "nlu").rglob("*.yml"):
        for part in yaml.safe_load(path.read_text())["nlu"]:
            lines = [line.removeprefix("- ") for line in part["examples"].splitlines()]
            found.setdefault(part["intent"], []).extend(lines)
    return found


def test_every_action_of_the_domain_is_registered_and_no_other() -> None:
    """An action the engine calls exists, and none is left over."""
    registered = [action.name() for action in all_actions(Surroundings().services())]

    assert sorted(registered) == sorted(DOMAIN["actions"])


@pytest.mark.parametrize(("form", "slot"), SLOTS)
def test_every_form_slot_is_validated_asked_and_explained(form: str, slot: str) -> None:
    """A slot without its validation would be accepted as it comes."""
    validation = next(
        action for action in all_actions(Surroundings().services()) if action.name() == f"validate_{form}"
    )

    assert callable(getattr(validation, f"validate_{slot}"))
    assert f"utter_explain_{slot}" in DOMAIN["responses"]
    asked_by = {f"utter_ask_{form}_{slot}", f"action_ask_{form}_{slot}"}
    assert len(asked_by & {*DOMAIN["responses"], *DOMAIN["actions"]}) == 1


@pytest.mark.parametrize("intent", DOMAIN["intents"])
def test_every_intent_has_examples_and_a_rule(intent: str) -> None:
    """An intent without a rule would fall through to "not understood"."""
    known = examples().get(intent, [])

    fewest = 0 if intent in NEVER_LEARNT else 40 if intent in MAIN_INTENTS else 20
    assert len(known) >= fewest
    assert re.search(rf"intent: {intent}$", RULES, re.MULTILINE)


def test_no_example_teaches_two_intents() -> None:
    """The same words cannot mean two things to the classifier."""
    seen: dict[str, str] = {}
    for intent, lines in examples().items():
        for line in lines:
            assert seen.setdefault(line, intent) == intent, line
            assert line


def test_every_topic_can_be_asked() -> None:
    """The act of complaining bears its topic, what is no enrolment has an intent of its own."""
    assert TOPICS - {"complaint", "out_of_scope"} <= ASKED


@pytest.mark.parametrize("topic", sorted(ASKED - OF_THE_CASE))
def test_every_question_has_a_topic_that_guides_answer(topic: str) -> None:
    """Whatever the engine tells apart, a guide is opened at it."""
    about = topic_of(f"ask_{topic}")
    for plan in COUNTIES:
        assert about in {article.topic for article in plan.articles.values()}


def test_every_static_question_has_words_for_a_second_and_a_third_time() -> None:
    """Never the same words a third time."""
    for name, variations in DOMAIN["responses"].items():
        if name.startswith("utter_ask_"):
            texts = {variation["text"] for variation in variations}
            conditions = [each["condition"][0]["value"] for each in variations if "condition" in each]
            assert len(texts) == 3, name
            assert conditions == ["again", "human"], name


def test_every_step_before_filing_has_a_name_for_guardians() -> None:
    """A greeting names the step a guardian stopped at."""
    assert set(SPOKEN) == set(Step) - {Step.FILED}

"""Intents and the topics they bear."""

from pathlib import Path

import pytest
import yaml
from ruxue_engine.understanding.intents.topics import (
    TOPIC_OF,
    TOPICLESS,
    TOPICS,
    Ranked,
    folded,
    topics_of,
)

ROOT = Path(__file__).parents[4]
INTENTS = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))["intents"]


@pytest.mark.parametrize("intent", INTENTS)
def test_intent_bears_a_topic_or_is_named_as_topicless(intent: str) -> None:
    """Nothing the engine understands is forgotten, or counted twice."""
    assert (intent in TOPIC_OF) != (intent in TOPICLESS)


def test_no_intent_is_mapped_that_the_domain_does_not_have() -> None:
    """A renamed intent leaves no trace."""
    assert set(TOPIC_OF) | TOPICLESS == {*INTENTS, "nlu_fallback"}


@pytest.mark.parametrize("topic", TOPICS)
def test_topic_is_described_in_the_contract(topic: str) -> None:
    """The names are those everybody agreed on."""
    assert f"| `{topic}` |" in (ROOT / "docs" / "topics.md").read_text(encoding="utf-8")


RANKING = [
    Ranked("inform", 0.2),
    Ranked("ask_public_housing", 0.4),
    Ranked("ask_rental", 0.1),
    Ranked("greet", 0.3),
]


def test_likeliest_intent_speaks_for_its_topic_when_intents_are_folded() -> None:
    """Finer intents count together, and intents without a topic for themselves."""
    told = folded(RANKING)

    assert [each.name for each in told] == ["ask_public_housing", "greet", "inform"]
    assert told[0].confidence == pytest.approx(0.5)


def test_topics_add_up_to_one_when_a_message_also_does_something_else() -> None:
    """An act without a topic takes nothing from what a message is about."""
    topics = topics_of(folded(RANKING))

    assert [each.name for each in topics] == ["rental", "other_in_scope"]
    assert sum(each.confidence for each in topics) == pytest.approx(1.0)


def test_there_is_no_topic_when_nothing_was_ranked() -> None:
    """An empty message is about nothing."""
    assert topics_of(folded([])) == []

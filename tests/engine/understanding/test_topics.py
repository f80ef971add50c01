"""Intents and the topics they bear."""

from pathlib import Path

import pytest
import yaml
from ruxue_engine.understanding.topics import TOPIC_OF, TOPICLESS, TOPICS, folded

ROOT = Path(__file__).parents[3]
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


def test_topics_add_up_to_one_when_intents_are_folded() -> None:
    """Finer intents count for their topic, topicless ones for none."""
    topics = folded(
        [
            {"name": "inform", "confidence": 0.5},
            {"name": "ask_public_housing", "confidence": 0.2},
            {"name": "ask_rental", "confidence": 0.1},
            {"name": "greet", "confidence": 0.2},
        ]
    )

    assert list(topics)[:2] == ["rental", "other_in_scope"]
    assert topics["rental"] == pytest.approx(0.6)
    assert sum(topics.values()) == pytest.approx(1.0)
    assert set(topics) == set(TOPICS)


def test_topics_are_all_nought_when_nothing_was_ranked() -> None:
    """An empty message is about nothing."""
    assert set(folded([]).values()) == {0.0}

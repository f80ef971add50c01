"""What a message is about: intents folded into the topics of docs/topics.md."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import yaml

_TOLD = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"))
TOPICS: tuple[str, ...] = tuple(_TOLD["topics"])
TOPICLESS: frozenset[str] = frozenset(_TOLD["topicless"])
_ASKED = {f"ask_{topic}": topic for topic in TOPICS if topic not in {"complaint", "out_of_scope"}}
TOPIC_OF: Mapping[str, str] = _ASKED | {
    intent: topic for topic, intents in _TOLD["topics"].items() for intent in intents
}


def folded(ranking: Iterable[Mapping[str, object]]) -> dict[str, float]:
    """Add up the confidence of the intents of each topic, and scale the sums to one; the likeliest first.

    All topics come out, at 0 where no intent of theirs was ranked.
    """
    sums = dict.fromkeys(TOPICS, 0.0)
    for each in ranking:
        topic = TOPIC_OF.get(str(each["name"]))
        if topic:
            sums[topic] += float(str(each["confidence"]))
    whole = sum(sums.values()) or 1.0
    return {topic: sums[topic] / whole for topic in sorted(sums, key=lambda topic: -sums[topic])}

"""The topics of docs/topics.md, and which of them each intent bears."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

import yaml

_TOLD = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"))
TOPICS: tuple[str, ...] = tuple(_TOLD["topics"])
TOPICLESS: frozenset[str] = frozenset(_TOLD["topicless"])
_ASKED = {f"ask_{topic}": topic for topic in TOPICS if topic not in {"complaint", "out_of_scope"}}
TOPIC_OF: Mapping[str, str] = _ASKED | {
    intent: topic for topic, intents in _TOLD["topics"].items() for intent in intents
}


class Ranked(NamedTuple):
    """An intent or a topic and how likely it is, from 0 to 1."""

    name: str
    confidence: float


def folded(intents: Iterable[Ranked]) -> list[Ranked]:
    """Let the likeliest intent of each topic speak for all of them, with the sum; the likeliest comes first.

    An intent without a topic speaks for itself.
    """
    speakers: dict[str, Ranked] = {}
    for each in sorted(intents, key=lambda ranked: -ranked.confidence):
        about = TOPIC_OF.get(each.name, each.name)
        speaker = speakers.get(about)
        speakers[about] = (
            speaker._replace(confidence=speaker.confidence + each.confidence) if speaker else each
        )
    return sorted(speakers.values(), key=lambda ranked: -ranked.confidence)


def topics_of(ranking: Iterable[Ranked]) -> list[Ranked]:
    """Scale what is about a topic to a sum of one; the likeliest comes first, the unlikely are left out."""
    about = [Ranked(TOPIC_OF[each.name], each.confidence) for each in ranking if each.name in TOPIC_OF]
    whole = sum(each.confidence for each in about) or 1.0
    scaled = [Ranked(each.name, round(each.confidence / whole, 3)) for each in about]
    return [each for each in scaled if each.confidence]

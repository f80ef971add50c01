"""What a single message means, outside of any conversation: nothing is stored, nothing is logged."""

from collections.abc import Mapping
from typing import Any

from rasa.core.channels.channel import UserMessage
from rasa.core.processor import MessageProcessor

from ruxue_engine.understanding.intents.classifier import QUESTIONS, TOPICS
from ruxue_engine.understanding.intents.topics import TOPICS as ALL_TOPICS
from ruxue_engine.understanding.places import ANY_OF, ELSEWHERE
from ruxue_engine.understanding.told.names import FACTS

# Longer ones are cut by the web process before they come here.
LONGEST_TEXT = 5000


async def understand(processor: MessageProcessor, text: str, metadata: Mapping[str, Any]) -> dict[str, Any]:
    """Say what a message wants, is about, tells and asks; all topics come with their confidence."""
    parsed = await processor.parse_message(UserMessage(_as_words(text), metadata=dict(metadata)))
    named = parsed["intent"]
    return {
        "intent": {"name": named["name"], "confidence": round(float(named["confidence"]), 3)},
        "topics": _all_topics(parsed.get(TOPICS, [])),
        "facts": [
            {"name": each["entity"], "value": each["value"], "start": each["start"], "end": each["end"]}
            for each in parsed["entities"]
            if each["entity"] in FACTS and not _left_open(each)
        ],
        "questions": parsed.get(QUESTIONS, []),
    }


def _as_words(text: str) -> str:
    """A message that begins with a slash would be taken for a picked choice."""
    return f"／{text[1:]}" if text.startswith("/") else text


def _left_open(entity: Mapping[str, Any]) -> bool:
    """Whether a place is none that is served, or may be several."""
    return entity["value"] == ELSEWHERE or str(entity["value"]).endswith(ANY_OF)


def _all_topics(likely: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The likely topics first, then the others at nought."""
    named = {each["name"] for each in likely}
    return [*likely, *({"name": topic, "confidence": 0.0} for topic in ALL_TOPICS if topic not in named)]

"""The component that hands the facts of a message to Rasa."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from ruxue_engine.understanding.facts import facts_in, only_tells_a_case, tells_a_case
from ruxue_engine.understanding.findings import holds_id_number
from ruxue_engine.understanding.lone_words import lone_word
from ruxue_engine.understanding.places import named_in
from ruxue_engine.understanding.slips import asks_on, is_slip

_METADATA = "metadata"
_UNCLEAR = "nlu_fallback"
_OF_ONE_WORD = {"name": "lone_word", "confidence": 1.0}
_CORRECTS = {"name": "correct", "confidence": 1.0}
_TELLS = {"name": "inform", "confidence": 1.0}
# China Standard Time; without a `today` in the metadata (a training run) the machine's day has to do.
_SHANGHAI = timedelta(hours=8)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class FactExtractor(GraphComponent, EntityExtractorMixin):
    """Finds facts by rules: dates and denials need exactness that a trained extractor does not give."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "FactExtractor":
        """Create the component; it has no configuration."""
        del config, model_storage, resource, execution_context
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the facts of each message to its entities."""
        for message in messages:
            metadata = message.get(_METADATA) or {}
            findings = metadata.get("findings") or ()
            found = facts_in(message.get(TEXT) or "", _today(metadata), findings, named_in(metadata))
            text = message.get(TEXT) or ""
            if (
                holds_id_number(findings)
                or (_is_unclear(message) and tells_a_case(found, text))
                or (_is_question(message) and only_tells_a_case(found, text))
            ):
                # Whatever the words around them, a number that was sent is looked at, facts told are taken.
                message.set(INTENT, dict(_TELLS), add_to_output=True)
            elif is_slip(message.get(TEXT) or "", tells=tells_a_case(found, "")):
                message.set(INTENT, dict(_CORRECTS), add_to_output=True)
            if asks_on(message.get(TEXT) or ""):
                found = []
            if alone := lone_word(message.get(TEXT) or ""):
                message.set(INTENT, dict(_OF_ONE_WORD), add_to_output=True)
                found = [*alone, *(each for each in found if each.entity == "county")]
            entities = [
                {"entity": each.entity, "value": each.value, "start": each.start, "end": each.end}
                for each in found
            ]
            message.set(
                ENTITIES,
                [*message.get(ENTITIES, []), *self.add_extractor_name(entities)],
                add_to_output=True,
            )
        return messages


def _is_unclear(message: Message) -> bool:
    return (message.get(INTENT) or {}).get("name") == _UNCLEAR


def _is_question(message: Message) -> bool:
    return str((message.get(INTENT) or {}).get("name")).startswith("ask_")


def _today(metadata: dict[str, Any]) -> date:
    said = metadata.get("today")
    return date.fromisoformat(said) if isinstance(said, str) else (datetime.now(UTC) + _SHANGHAI).date()

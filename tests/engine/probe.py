"""A component of the fixture's pipeline that picks a numbered choice out of a message's metadata."""

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.message import Message


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class ChoiceProbe(GraphComponent):
    """Reads "2" as the second of the choices offered last."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "ChoiceProbe":
        """Make the component."""
        del config, model_storage, resource, execution_context
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the picked choice as an entity."""
        for message in messages:
            offered = (message.get("metadata") or {}).get("last_choices", [])
            if (message.get("text") or "") == "2" and len(offered) > 1:
                picked = {"entity": "colour", "value": offered[1], "start": 0, "end": 1}
                message.set("entities", [*message.get("entities", []), picked], add_to_output=True)
        return messages

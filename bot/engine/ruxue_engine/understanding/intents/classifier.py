"""The component that hands the intent, the topics and the questions of a message to Rasa."""

from collections.abc import Sequence
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier as RasaIntentClassifier
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from ruxue_engine.understanding.intents.model import IntentModel
from ruxue_engine.understanding.intents.questions import CLEAR, Asked, asked_in, deciding
from ruxue_engine.understanding.intents.topics import Ranked, folded, topics_of
from ruxue_engine.understanding.places import Places, named_in
from ruxue_engine.understanding.text import narrowed

TOPICS, QUESTIONS = "topics", "questions"
# The entity that tells the actions of each question, where a message asks several.
QUESTION = "question"
_NOTHING_SAID = {"name": "nlu_fallback", "confidence": 0.0}
_LONGEST_READ = 1000
_RANKED = 10


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class IntentClassifier(RasaIntentClassifier, GraphComponent, EntityExtractorMixin):
    """Classifies messages by our own model, blind to the names of counties."""

    def __init__(self, storage: ModelStorage, resource: Resource, model: IntentModel | None = None) -> None:
        self._storage = storage
        self._resource = resource
        self._model = model

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "IntentClassifier":
        """Create an untrained component; it has no configuration."""
        del config, execution_context
        return cls(model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,  # noqa: ANN401 - Rasa's signature
    ) -> "IntentClassifier":
        """Load the trained component."""
        del config, execution_context, kwargs
        with model_storage.read_from(resource) as folder:
            return cls(model_storage, resource, IntentModel.load(folder))

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from every example of every intent."""
        examples = [each for each in training_data.intent_examples if each.get(TEXT)]
        texts = [Places().alike(narrowed(each.get(TEXT))) for each in examples]
        self._model = IntentModel.learnt(texts, [each.get(INTENT) for each in examples])
        with self._storage.write_to(self._resource) as folder:
            self._model.save(folder)
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Pass the examples on as they are: no other component learns from what this one finds."""
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Set the intent, the topics and the questions of each message."""
        for message in messages:
            self._understand(message)
        return messages

    def _understand(self, message: Message) -> None:
        text = str(message.get(TEXT) or "")[:_LONGEST_READ]
        places = named_in(message.get("metadata") or {})
        ranking = self._ranking(text, places)
        topics = topics_of(ranking)

        def about(part: str) -> list[Ranked]:
            return topics_of(self._ranking(part, places))

        if ranking and ranking[0].confidence < CLEAR and (question := deciding(text, about)):
            ranking = self._ranking(question, places)
            topics = topics_of(ranking)
        asked = asked_in(text, topics, about)
        intent = ranking[0]._asdict() if ranking else dict(_NOTHING_SAID)
        message.set(INTENT, intent, add_to_output=True)
        message.set(INTENT_RANKING_KEY, [each._asdict() for each in ranking[:_RANKED]], add_to_output=True)
        message.set(TOPICS, [each._asdict() for each in topics], add_to_output=True)
        message.set(QUESTIONS, [_described(each) for each in asked], add_to_output=True)
        if len(asked) > 1:
            entities = [
                {"entity": QUESTION, "value": each.topics[0].name, "start": each.start, "end": each.end}
                for each in asked
            ]
            message.set(
                ENTITIES,
                [*message.get(ENTITIES, []), *self.add_extractor_name(entities)],
                add_to_output=True,
            )

    def _ranking(self, text: str, places: Places) -> list[Ranked]:
        """One intent for each topic, and those without a topic; none where nothing of a text is known."""
        if self._model is None:
            return []
        likely = self._model.probabilities(places.alike(narrowed(text)))
        if not likely.any():
            return []
        return folded(
            Ranked(name, float(share)) for name, share in zip(self._model.intents, likely, strict=True)
        )


def _described(asked: Asked) -> dict[str, Any]:
    topics: Sequence[Ranked] = asked.topics
    return {"start": asked.start, "end": asked.end, "topics": [each._asdict() for each in topics]}

"""The intent classifier: Rasa's logistic regression, which fails on a message it has no features of.

An empty message, or one of spaces alone, ends Rasa's own classifier with an error and the turn with it.
"""

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.classifiers.logistic_regression_classifier import LogisticRegressionClassifier
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

_NOTHING_SAID = {"name": "nlu_fallback", "confidence": 0.0}


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class IntentClassifier(LogisticRegressionClassifier):
    """Classifies what has features; anything else is "not understood"."""

    def process(self, messages: list[Message]) -> list[Message]:
        """Set the intent of each message."""
        readable = [message for message in messages if message.get_sparse_features(TEXT)[1] is not None]
        if readable:
            super().process(readable)
        for message in messages:
            if message.get(INTENT) is None:
                message.set(INTENT, dict(_NOTHING_SAID), add_to_output=True)
        return messages

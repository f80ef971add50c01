"""The intent classifier: Rasa's logistic regression over features of even length.

Rasa's own ends with an error on a message without features (an empty one, or one of spaces alone), and it is
the surer the longer a message is, whatever it says: a long question was answered with any article near it.
"""

from typing import Any

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.logistic_regression_classifier import LogisticRegressionClassifier
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from scipy.sparse import csr_matrix
from scipy.sparse.linalg import norm

_NOTHING_SAID = {"name": "nlu_fallback", "confidence": 0.0}
# How long every message's features are made; found by cross-validation (4 to 8 do about as well).
_LENGTH = 6
# Each sign of a message makes a feature by itself and one with its neighbour.
_PARTS_PER_SIGN = 2


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class IntentClassifier(LogisticRegressionClassifier):
    """Classifies what has features, long and short messages alike; anything else is "not understood"."""

    def __init__(
        self, config: dict[str, Any], name: str, model_storage: ModelStorage, resource: Resource
    ) -> None:
        super().__init__(config, name, model_storage, resource)
        # An intent with many examples is a likely one: "no article on this" has to win a near thing.
        self.clf.set_params(class_weight=None)

    def _create_X(self, messages: list[Message]) -> csr_matrix:  # noqa: N802 - Rasa's name
        features = super()._create_X(messages)
        # What is unknown in a message counts too: one known sign among strange ones says little.
        whole = np.sqrt([max(1, _PARTS_PER_SIGN * len(message.get(TEXT) or "")) for message in messages])
        longer = np.maximum(whole, norm(features, axis=1))
        return csr_matrix(features.multiply(_LENGTH / longer[:, np.newaxis]))

    def process(self, messages: list[Message]) -> list[Message]:
        """Set the intent of each message."""
        readable = [message for message in messages if message.get_sparse_features(TEXT)[1] is not None]
        if readable:
            super().process(readable)
        for message in messages:
            if message.get(INTENT) is None:
                message.set(INTENT, dict(_NOTHING_SAID), add_to_output=True)
        return messages

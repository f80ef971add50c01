"""Cuts a message into words, blind to the names of counties: a new one is understood without training."""

from typing import Any

import jieba
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.tokenizers.jieba_tokenizer import JiebaTokenizer
from rasa.nlu.tokenizers.tokenizer import Token
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from ruxue_engine.understanding.places import named_in
from ruxue_engine.understanding.text import narrowed


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=True)
class PlaceBlindTokenizer(JiebaTokenizer):
    """Jieba's words of a text in which every county bears the same name."""

    def tokenize(self, message: Message, attribute: str) -> list[Token]:
        """Cut one attribute of a message into words."""
        text: str = message.get(attribute)
        if attribute == TEXT:
            metadata: dict[str, Any] = message.get("metadata") or {}
            text = named_in(metadata).alike(narrowed(text))
        words = [Token(word, start) for word, start, _ in jieba.tokenize(text)]
        return list(self._apply_token_pattern(words))

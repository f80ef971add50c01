"""The model learns from examples, is kept as numbers and names, and knows what it does not know."""

from pathlib import Path

import numpy as np
import pytest
from ruxue_engine.understanding.intents.model import IntentModel

EXAMPLES = {
    "time": ["什么时候报名", "几号开始报名", "报名哪天截止", "什么时间能报"],
    "papers": ["要带什么材料", "需要哪些证件", "户口本要带吗", "材料要复印吗"],
    "thank": ["谢谢", "谢谢您", "多谢", "感谢"],
}


@pytest.fixture(scope="module")
def model() -> IntentModel:
    """A model of three intents."""
    pairs = [(text, intent) for intent, texts in EXAMPLES.items() for text in texts]
    return IntentModel.learnt([text for text, _ in pairs], [intent for _, intent in pairs])


def likeliest(model: IntentModel, text: str) -> str:
    """The likeliest intent of a message."""
    return model.intents[int(model.probabilities(text).argmax())]


@pytest.mark.parametrize(
    ("text", "intent"), [("报名几号截止啊", "time"), ("證件要帶哪些", "papers"), ("谢谢啦", "thank")]
)
def test_intent_is_found_when_a_message_is_worded_anew(model: IntentModel, text: str, intent: str) -> None:
    """Also in traditional characters."""
    assert likeliest(model, text) == intent


def test_shares_add_up_to_one(model: IntentModel) -> None:
    """They are probabilities."""
    assert model.probabilities("要带什么材料").sum() == pytest.approx(1.0)


def test_model_is_the_same_when_it_was_saved_and_loaded(model: IntentModel, tmp_path: Path) -> None:
    """Nothing is lost on the way, and nothing but numbers and names is written."""
    model.save(tmp_path / "model")
    loaded = IntentModel.load(tmp_path / "model")

    assert sorted(path.name for path in (tmp_path / "model").iterdir()) == ["names.json", "weights.npz"]
    assert loaded.intents == model.intents
    assert np.allclose(loaded.probabilities("几号报名"), model.probabilities("几号报名"))


def test_certainty_falls_when_known_words_stand_among_strange_ones(model: IntentModel) -> None:
    """One known sign among many strange ones says little."""
    strange = "龘靐齉爩麤籱龖鱻驫飝謝" * 3

    assert model.probabilities(f"材料{strange}").max() < model.probabilities("要带什么材料").max()


def test_short_message_means_what_it_was_taught_to_mean() -> None:
    """However often its words stand in sentences about something else."""
    others = [
        f"{school}怎么报名" for school in ("幼儿园", "高中", "大学", "驾校", "夜校", "体校", "技校", "党校")
    ]
    begins, greets = ["怎么报名", "报名", "想报名"], ["您好", "你好", "老师好"]
    intents = [*["beyond"] * len(others), *["start"] * len(begins), *["greet"] * len(greets)]
    model = IntentModel.learnt([*others, *begins, *greets], intents)

    assert likeliest(model, "您好，怎么报名？") == "start"
    assert likeliest(model, "党校怎么报名") == "beyond"


@pytest.mark.parametrize("text", ["\u200b", "", "嘻嘻嘻", "龘靐齉"])
def test_no_intent_is_likely_when_nothing_of_a_message_is_known(model: IntentModel, text: str) -> None:
    """Invisible signs, nothing at all, and noise."""
    assert not model.probabilities(text).any()

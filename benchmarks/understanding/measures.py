"""What is measured of each variant."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from ruxue_engine.understanding.intents.topics import TOPIC_OF, TOPICS
from sklearn.metrics import f1_score

Array = np.ndarray
COLUMNS = ("top-1", "top-3", "macro F1", "refused", "ECE")
_FALSE_REFUSALS = 0.02
_BINS = 10


def topic_shares(likely: Array, intents: Sequence[str]) -> Array:
    """Fold intents into topics."""
    folding = np.zeros((len(intents), len(TOPICS)))
    for place, intent in enumerate(intents):
        if intent in TOPIC_OF:
            folding[place, TOPICS.index(TOPIC_OF[intent])] = 1
    sums = likely @ folding
    return np.asarray(sums / np.maximum(sums.sum(axis=1, keepdims=True), 1e-9))


def figures(topics: Array, told: Sequence[str]) -> list[str]:
    """Top-1, top-3, macro F1, refusals found at 2 % false ones, calibration error."""
    found = [TOPICS[place] for place in topics.argmax(axis=1)]
    right = np.array([one == other for one, other in zip(found, told, strict=True)])
    listed = [
        topic in {TOPICS[place] for place in np.argsort(-row)[:3]}
        for row, topic in zip(topics, told, strict=True)
    ]
    refused = topics[:, TOPICS.index("out_of_scope")]
    beyond = np.array([topic == "out_of_scope" for topic in told])
    recall = (refused[beyond] > np.quantile(refused[~beyond], 1 - _FALSE_REFUSALS)).mean()
    sure = topics.max(axis=1)
    bins = np.minimum((sure * _BINS).astype(int), _BINS - 1)
    gap = sum(
        (bins == each).mean() * abs(sure[bins == each].mean() - right[bins == each].mean())
        for each in set(bins)
    )
    score = f1_score(told, found, average="macro", labels=sorted(set(told)))
    return [f"{right.mean():.3f}", f"{np.mean(listed):.3f}", f"{score:.3f}", f"{recall:.3f}", f"{gap:.3f}"]

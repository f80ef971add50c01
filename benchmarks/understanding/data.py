"""The training data and the frozen set, as the comparison reads them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from ruxue_engine.understanding.places import Places
from ruxue_engine.understanding.text import narrowed
from sklearn.feature_extraction.text import TfidfVectorizer

from benchmarks.understanding.measures import Array

ROOT = Path(__file__).parents[2]
# Examples more alike than this never stand on both sides.
_ALIKE = 0.7
_COMPARED_AT_ONCE = 500


@dataclass(frozen=True)
class Examples:
    """Texts with counties alike, the intent of each, and the names of all intents."""

    texts: list[str]
    intents: list[str]
    names: list[str]

    def targets(self, places: Sequence[int]) -> Array:
        """The place of the intent of each example in `names`."""
        return np.array([self.names.index(self.intents[place]) for place in places])

    def folds(self, count: int) -> list[tuple[list[int], list[int]]]:
        """What to learn from and what is held out, `count` times; near duplicates are kept together."""
        lots = np.random.default_rng(0).integers(0, count, len(self.texts))[_leaders(self.texts)]
        return [
            (list(np.flatnonzero(lots != fold)), list(np.flatnonzero(lots == fold))) for fold in range(count)
        ]


def examples() -> Examples:
    """All examples of data/nlu."""
    told: dict[str, str] = {}
    for path in sorted((ROOT / "data" / "nlu").rglob("*.yml")):
        for part in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
            for line in part["examples"].splitlines():
                told[alike(line.removeprefix("- ").strip())] = part["intent"]
    return Examples(list(told), list(told.values()), sorted(set(told.values())))


def frozen() -> list[dict[str, Any]]:
    """The validation set, counties alike."""
    lines = (ROOT / "tests/understanding/validation.jsonl").read_text(encoding="utf-8").splitlines()
    return [{**case, "text": alike(case["text"])} for case in map(json.loads, lines)]


def alike(text: str) -> str:
    """A text as the classifier reads it."""
    return Places().alike(narrowed(text))


def _leaders(texts: Sequence[str]) -> list[int]:
    """One of the texts for all that are nearly the same."""
    features = TfidfVectorizer(analyzer="char", ngram_range=(1, 2), dtype=np.float32).fit_transform(texts)
    leaders = list(range(len(texts)))
    for start in range(0, len(texts), _COMPARED_AT_ONCE):
        shared = (features[start : start + _COMPARED_AT_ONCE] @ features.T).tocoo()
        close = shared.data > _ALIKE
        for one, other in zip(shared.row[close] + start, shared.col[close], strict=True):
            if one < other:
                leaders[other] = leaders[one]
    return leaders

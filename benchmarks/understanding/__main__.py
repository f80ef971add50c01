"""Compare the variants: cross-validated on the training data, and on the frozen validation set.

Run with the engine's Python, with pypinyin beside its packages (it is needed for this comparison alone):
`PYTHONPATH=bot/engine:. bot/engine/.venv/bin/python -m benchmarks.understanding [WORDS OF A NAME …]`.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from ruxue_engine.understanding.intents.topics import TOPIC_OF, TOPICS
from ruxue_engine.understanding.places import Places
from ruxue_engine.understanding.text import narrowed
from scipy.sparse import csr_matrix
from sklearn.ensemble import VotingClassifier
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.metrics import f1_score
from sklearn.model_selection import GroupKFold

from benchmarks.understanding.variants import VARIANTS, Signs

Array = np.ndarray
ROOT = Path(__file__).parents[2]
_FOLDS = 3
# Examples more alike than this never stand on both sides of a fold.
_ALIKE = 0.7
_BINS = 10


def examples() -> tuple[list[str], Array]:
    """The texts of the training data and their intents, counties alike."""
    told: dict[str, str] = {}
    for path in sorted((ROOT / "data" / "nlu").rglob("*.yml")):
        for part in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
            for line in part["examples"].splitlines():
                told[Places().alike(narrowed(line.removeprefix("- ").strip()))] = part["intent"]
    return list(told), np.array(list(told.values()))


def groups(texts: Sequence[str]) -> list[int]:
    """One number for texts that are nearly the same."""
    features = TfidfVectorizer(analyzer="char", ngram_range=(1, 2)).fit_transform(texts)
    leader = list(range(len(texts)))
    alike = (features @ features.T).tocoo()
    for one, other, share in zip(alike.row, alike.col, alike.data, strict=True):
        if one < other and share > _ALIKE:
            leader[other] = leader[one]
    return leader


class Reader:
    """Reads texts into even rows of features."""

    def __init__(self, signs: Signs, texts: Sequence[str]) -> None:
        self._signs = signs
        self._counting = CountVectorizer(analyzer=signs, binary=True, min_df=2).fit(texts)

    def read(self, texts: Sequence[str]) -> csr_matrix:
        """One row for each text."""
        lengths = np.sqrt([max(1, len(self._signs(text))) for text in texts])
        return csr_matrix(self._counting.transform(texts).multiply(1 / lengths[:, np.newaxis]))


def shares(classifier: Any, rows: csr_matrix) -> Array:  # noqa: ANN401 - any of scikit-learn's
    """How likely each intent is."""
    if isinstance(classifier, VotingClassifier):
        return np.mean([shares(each, rows) for each in classifier.estimators_], axis=0)
    if not hasattr(classifier, "decision_function"):
        return np.asarray(classifier.predict_proba(rows))
    scores = classifier.decision_function(rows) / (0.7 if hasattr(classifier, "predict_proba") else 0.18)
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True))


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
    recall = (refused[beyond] > np.quantile(refused[~beyond], 0.98)).mean()
    sure = topics.max(axis=1)
    bins = np.minimum((sure * _BINS).astype(int), _BINS - 1)
    gap = sum(
        (bins == each).mean() * abs(sure[bins == each].mean() - right[bins == each].mean())
        for each in set(bins)
    )
    score = f1_score(told, found, average="macro", labels=sorted(set(told)))
    return [f"{right.mean():.3f}", f"{np.mean(listed):.3f}", f"{score:.3f}", f"{recall:.3f}", f"{gap:.3f}"]


def compare(
    name: str, signs: Signs, make: Callable[[], Any], data: tuple[list[str], Array, list[int]]
) -> str:
    """One row of the table."""
    texts, intents, alike = data
    topics: list[Array] = []
    told: list[str] = []
    for learn, test in GroupKFold(_FOLDS).split(texts, intents, alike):
        reader = Reader(signs, [texts[place] for place in learn])
        classifier = make().fit(reader.read([texts[place] for place in learn]), intents[learn])
        about = [place for place in test if intents[place] in TOPIC_OF]
        rows = reader.read([texts[place] for place in about])
        topics.append(topic_shares(shares(classifier, rows), list(classifier.classes_)))
        told += [TOPIC_OF[intents[place]] for place in about]
    frozen = [
        json.loads(line) for line in (ROOT / "tests/understanding/validation.jsonl").read_text().splitlines()
    ]
    began = time.process_time()
    reader = Reader(signs, texts)
    classifier = make().fit(reader.read(texts), intents)
    seconds = time.process_time() - began
    began = time.perf_counter()
    likely = np.vstack([shares(classifier, reader.read([case["text"]])) for case in frozen])
    milliseconds = (time.perf_counter() - began) * 1000 / len(frozen)
    judged = figures(topic_shares(likely, list(classifier.classes_)), [case["topic"] for case in frozen])
    cells = [name, *figures(np.vstack(topics), told), *judged, f"{milliseconds:.1f}", f"{seconds:.0f}"]
    return f"| {' | '.join(cells)} |"


def main(wanted: Sequence[str]) -> None:
    """Print the table, row by row; with words, only the variants whose name has one of them."""
    texts, intents = examples()
    data = (texts, intents, groups(texts))
    head = ["top-1", "top-3", "macro F1", "refused", "ECE"]
    columns = [
        "variant",
        *(f"cv {each}" for each in head),
        *(f"val {each}" for each in head),
        "ms",
        "s to train",
    ]
    print(f"{len(texts)} examples\n\n| {' | '.join(columns)} |\n|{'---|' * len(columns)}", flush=True)  # noqa: T201
    for name, (signs, make) in VARIANTS.items():
        if not wanted or any(word in name for word in wanted):
            print(compare(name, signs, make, data), flush=True)  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])

"""The ways of reading a message and of weighing what was read, that were compared."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import yaml
from pypinyin import lazy_pinyin
from ruxue_engine.understanding.intents import network
from ruxue_engine.understanding.intents.plain import plain, without_fillers
from ruxue_engine.understanding.intents.signs import cutter, pieces, signs_of
from scipy.sparse import csr_matrix
from sklearn.decomposition import TruncatedSVD
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.svm import LinearSVC

Array = np.ndarray
Signs = Callable[[str], set[str]]
_SVM_TEMPERATURE, _REGRESSION_TEMPERATURE = 0.18, 0.7


class Classifier(Protocol):
    """Learns from rows of signs, and says how likely each intent is for others."""

    def learn(self, rows: csr_matrix, intents: Array) -> None:
        """Learn; intents are places in a list."""

    def shares(self, rows: csr_matrix) -> Array:
        """One row for each text, one column for each intent."""


class Linear:
    """A linear support vector machine or a logistic regression, sharpened by a temperature."""

    def __init__(self, kind: LinearSVC | LogisticRegression, temperature: float) -> None:
        self._kind, self._temperature = kind, temperature

    def learn(self, rows: csr_matrix, intents: Array) -> None:
        """Learn by scikit-learn."""
        self._kind.fit(rows, intents)

    def shares(self, rows: csr_matrix) -> Array:
        """The scores, sharpened."""
        return softmax(self._kind.decision_function(rows) / self._temperature)


class Ready:
    """A classifier of scikit-learn that gives probabilities of its own."""

    def __init__(self, kind: Any) -> None:  # noqa: ANN401 - any of scikit-learn's
        self._kind = kind

    def learn(self, rows: csr_matrix, intents: Array) -> None:
        """Learn by scikit-learn."""
        self._kind.fit(rows, intents)

    def shares(self, rows: csr_matrix) -> Array:
        """Its own."""
        return np.asarray(self._kind.predict_proba(rows))


class Networks:
    """The networks that are served."""

    def __init__(self, number: int) -> None:
        self._number = number
        self._learnt: list[network.Network] = []

    def learn(self, rows: csr_matrix, intents: Array) -> None:
        """Each from its own seed."""
        self._learnt = [
            network.learnt(rows, rows, intents, intents.max() + 1, seed) for seed in range(self._number)
        ]

    def shares(self, rows: csr_matrix) -> Array:
        """The mean of all."""
        return np.mean([self._of(each, rows) for each in self._learnt], axis=0)

    @staticmethod
    def _of(learnt: network.Network, rows: csr_matrix) -> Array:
        hidden = rows.astype(np.float32) @ learnt.first.astype(np.float32) + learnt.first_bias
        return softmax(np.maximum(hidden, 0) @ learnt.second + learnt.second_bias)


class Voting:
    """The mean of several."""

    def __init__(self, *voters: Classifier) -> None:
        self._voters = voters

    def learn(self, rows: csr_matrix, intents: Array) -> None:
        """Each by itself."""
        for voter in self._voters:
            voter.learn(rows, intents)

    def shares(self, rows: csr_matrix) -> Array:
        """The mean."""
        return np.mean([voter.shares(rows) for voter in self._voters], axis=0)


def softmax(scores: Array) -> Array:
    """Scores as shares of one."""
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True))


@cache
def _synonyms() -> tuple[re.Pattern[str], dict[str, str]]:
    told = yaml.safe_load(Path(__file__).with_name("synonyms.yml").read_text(encoding="utf-8"))
    usual = {variant: word for word, variants in told.items() for variant in variants}
    return re.compile("|".join(map(re.escape, sorted(usual, key=len, reverse=True)))), usual


def characters(longest: int) -> Signs:
    """Runs of characters alone."""
    return lambda text: set(pieces(without_fillers(plain(text)), longest))


def with_synonyms(text: str) -> set[str]:
    """Besides all else, the usual words for those of dialect and everyday speech."""
    pattern, usual = _synonyms()
    return signs_of(text) | {
        f"={sign}" for sign in signs_of(pattern.sub(lambda found: usual[found[0]], text))
    }


def with_sounds(text: str) -> set[str]:
    """Besides all else, pairs of syllables: a wrong character of the same sound is no other sign."""
    sounds = lazy_pinyin("".join(re.findall(r"\w", without_fillers(plain(text)))))
    return signs_of(text) | {f"s:{one}_{two}" for one, two in pairwise(sounds)}


def without_dictionary(text: str) -> set[str]:
    """Words as jieba cuts them by itself."""
    import jieba  # noqa: PLC0415 - the ready-made cutter, for this comparison alone

    return _pieces_and_words(text, jieba.lcut)


def words_alone(text: str) -> set[str]:
    """Words with our dictionary and no characters."""
    return {f"w:{word}" for word in cutter().lcut(without_fillers(plain(text))) if re.match(r"\w", word)}


def _pieces_and_words(text: str, cut: Callable[[str], Sequence[str]]) -> set[str]:
    said = without_fillers(plain(text))
    words = [word for word in cut(said) if re.match(r"\w", word)]
    pairs = pairwise(words)
    return {*pieces(said, 2), *(f"w:{word}" for word in words), *(f"w:{one}_{two}" for one, two in pairs)}


def support_vectors() -> Linear:
    """A linear support vector machine."""
    return Linear(LinearSVC(C=1.0, tol=1e-2, random_state=0), _SVM_TEMPERATURE)


def regression() -> Linear:
    """A logistic regression, one against the rest."""
    kind = LogisticRegression(C=10.0, solver="liblinear", dual=True, tol=1e-1, random_state=0)
    return Linear(kind, _REGRESSION_TEMPERATURE)


def boosting() -> Ready:
    """Gradient boosting over 100 dimensions to which the signs are folded: trees cannot use sparse signs."""
    trees = HistGradientBoostingClassifier(
        max_iter=30,
        learning_rate=0.1,
        max_leaf_nodes=15,
        early_stopping=False,
        random_state=0,
        l2_regularization=1,
    )
    return Ready(make_pipeline(TruncatedSVD(100, random_state=0), trees))


VARIANTS: dict[str, tuple[Signs, Callable[[], Classifier]]] = {
    "characters 1-2, SVM": (characters(2), support_vectors),
    "characters 1-4, logistic regression": (characters(4), regression),
    "words, logistic regression": (words_alone, regression),
    "characters 1-2 + words, SVM": (signs_of, support_vectors),
    "… without the dictionary": (without_dictionary, support_vectors),
    "… with synonyms": (with_synonyms, support_vectors),
    "… with pinyin": (with_sounds, support_vectors),
    "characters 1-2 + words, logistic regression": (signs_of, regression),
    "… SVM and logistic regression": (signs_of, lambda: Voting(support_vectors(), regression())),
    "… 15 nearest neighbours": (
        signs_of,
        lambda: Ready(KNeighborsClassifier(15, metric="cosine", weights="distance")),
    ),
    "… gradient boosting": (signs_of, boosting),
    "… one network": (signs_of, lambda: Networks(1)),
    "… two networks": (signs_of, lambda: Networks(2)),
    "… two networks, with pinyin": (with_sounds, lambda: Networks(2)),
    "… two networks, with synonyms": (with_synonyms, lambda: Networks(2)),
    "… two networks and SVM": (signs_of, lambda: Voting(Networks(2), support_vectors())),
}

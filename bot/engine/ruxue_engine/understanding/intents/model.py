"""The model of intents: two linear classifiers over the signs of a message, and a memory of the examples.

A linear support vector machine and a logistic regression err in different places; their probabilities are
averaged. A few words ("怎么报名") mean what they were taught to mean, however often they stand in longer
sentences on something else. Arrays and names alone are kept: nothing in a model file could run.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC

from ruxue_engine.understanding.intents.signs import core_of, signs_of

Array = np.ndarray
# Strength and sharpness, found on examples held out (docs/adr/0016).
_SVM_STRENGTH, _SVM_TEMPERATURE = 1.0, 0.18
_REGRESSION_STRENGTH, _REGRESSION_TEMPERATURE = 10.0, 0.7
# A sign seen in one example alone is left out: two thirds of the signs, and no accuracy.
_SEEN = 2
_TRUST_IN_WHAT_WAS_TAUGHT = 0.8
_ARRAYS, _NAMES = "weights.npz", "names.json"


class IntentModel:
    """Says how likely each intent is for a message."""

    def __init__(
        self,
        intents: Sequence[str],
        vocabulary: Sequence[str],
        heads: Sequence[Array],
        taught: Mapping[str, str],
    ) -> None:
        self.intents = tuple(intents)
        self._taught = dict(taught)
        self._vocabulary = {sign: place for place, sign in enumerate(vocabulary)}
        self._heads = tuple(heads)

    @classmethod
    def learnt(cls, texts: Sequence[str], intents: Sequence[str]) -> "IntentModel":
        """Learn from examples; each head is weights and bias, divided by its temperature."""
        found = [signs_of(text) for text in texts]
        counting = CountVectorizer(analyzer=lambda signs: signs, binary=True, min_df=_SEEN)
        features = _even(counting.fit_transform(found).astype(np.float64), found)
        svm = LinearSVC(C=_SVM_STRENGTH, tol=1e-2, random_state=0).fit(features, intents)
        regression = LogisticRegression(
            C=_REGRESSION_STRENGTH, solver="liblinear", dual=True, tol=1e-1, random_state=0
        ).fit(features, intents)
        heads = [_head(svm, _SVM_TEMPERATURE), _head(regression, _REGRESSION_TEMPERATURE)]
        taught = dict(zip(map(core_of, texts), intents, strict=True))
        return cls(
            [str(name) for name in svm.classes_], list(counting.get_feature_names_out()), heads, taught
        )

    def probabilities(self, text: str) -> Array:
        """How likely each intent is, in the order of `intents`; nought where nothing of a text is known."""
        signs = signs_of(text)
        known = [self._vocabulary[sign] for sign in signs if sign in self._vocabulary]
        if not known:
            return np.zeros(len(self.intents))
        # What is unknown counts too: one known sign among strange ones says little.
        scale = 1 / np.sqrt(max(1, len(signs)))
        shares = [_shares(head[known].sum(axis=0) * scale + head[-1]) for head in self._heads]
        likely: Array = np.mean(shares, axis=0)
        taught = self._taught.get(core_of(text))
        if taught is not None:
            likely *= 1 - _TRUST_IN_WHAT_WAS_TAUGHT
            likely[self.intents.index(taught)] += _TRUST_IN_WHAT_WAS_TAUGHT
        return likely

    def save(self, folder: Path) -> None:
        """Write the model into a folder."""
        folder.mkdir(parents=True, exist_ok=True)
        np.savez_compressed(folder / _ARRAYS, *self._heads)
        names = {"intents": self.intents, "vocabulary": list(self._vocabulary), "taught": self._taught}
        (folder / _NAMES).write_text(json.dumps(names, ensure_ascii=False), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> "IntentModel":
        """Read a model from a folder."""
        names = json.loads((folder / _NAMES).read_text(encoding="utf-8"))
        with np.load(folder / _ARRAYS, allow_pickle=False) as arrays:
            heads = [arrays[name] for name in arrays.files]
        return cls(names["intents"], names["vocabulary"], heads, names["taught"])


def _even(features: csr_matrix, found: Sequence[set[str]]) -> csr_matrix:
    """Make long and short messages alike in weight."""
    lengths = np.sqrt([max(1, len(signs)) for signs in found])
    return csr_matrix(features.multiply(1 / lengths[:, np.newaxis]))


def _head(classifier: LinearSVC | LogisticRegression, temperature: float) -> Array:
    """The weights of each sign, and the bias as the last row: (signs + 1, intents)."""
    rows = np.vstack([classifier.coef_.T, classifier.intercept_])
    return np.asarray(rows / temperature, dtype=np.float32)


def _shares(scores: Array) -> Array:
    raised = np.exp(scores - scores.max())
    return raised / raised.sum()

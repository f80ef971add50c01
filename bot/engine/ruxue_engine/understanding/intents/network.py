"""A small network over the signs of a message: one hidden layer, learnt with signs left out by chance.

A third of the signs of an example are left out each time it is seen, and half of what the hidden layer
says: so the network leans on no one word, and refuses what is no enrolment better than linear models do
(docs/adr/0023). Written here because the libraries that bring such a network are a hundred times its size.
"""

from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix, vstack

Array = np.ndarray
Number = np.float32
# Found on examples held out (docs/adr/0023).
_HIDDEN = 128
_TIMES_SEEN = 15
_FEWEST_STEPS = 300
_TOGETHER = 128
_SIGNS_LEFT_OUT, _HIDDEN_LEFT_OUT = 0.3, 0.5
# A label is trusted so far; the rest is spread over all intents, since people err too.
_TRUST = 0.9
_RATE = 0.1
_TEMPERATURE = 0.65


class Network(NamedTuple):
    """Weights from signs to the hidden layer (signs, hidden), and from there to intents (hidden, intents)."""

    first: Array
    first_bias: Array
    second: Array
    second_bias: Array

    def shares(self, known: list[int], scale: float) -> Array:
        """How likely each intent is, given the places of the signs known, each weighed by `scale`."""
        hidden = self.first[known].sum(axis=0, dtype=Number) * Number(scale) + self.first_bias
        scores = np.maximum(hidden, 0) @ self.second + self.second_bias
        raised = np.exp(scores - scores.max())
        return np.asarray(raised / raised.sum())


class _Learning:
    """Weights that are moved against their error, each more slowly the more it has moved (Adagrad)."""

    def __init__(self, weights: Array) -> None:
        self.weights = weights.astype(Number)
        self._moved = np.full(weights.shape, 1e-6, Number)

    def move(self, error: Array, rate: float, rows: Array | slice = slice(None)) -> None:
        """Move the rows given."""
        moved = self._moved[rows] + error**2
        self._moved[rows] = moved
        self.weights[rows] -= Number(rate) * error / np.sqrt(moved)


def learnt(written: csr_matrix, reworded: csr_matrix, targets: Array, intents: int, seed: int) -> Network:
    """Learn from examples, by turns as they were written and as they were reworded.

    Both are rows of signs (examples, signs), in the same order; `targets` has the place of each intent.
    """
    chance = np.random.default_rng(seed)
    examples, signs = written.shape
    features = csr_matrix(vstack([written, reworded]), dtype=Number)
    first = _Learning(chance.normal(0, 0.05, (signs, _HIDDEN)))
    first_bias = _Learning(np.zeros(_HIDDEN))
    second = _Learning(chance.normal(0, _HIDDEN**-0.5, (_HIDDEN, intents)))
    second_bias = _Learning(np.zeros(intents))
    batches = -(-examples // _TOGETHER)
    steps = max(_TIMES_SEEN * batches, _FEWEST_STEPS)
    order = np.empty(0, int)
    for step in range(steps):
        if step % batches == 0:
            order = chance.permutation(examples) + examples * chance.integers(0, 2, examples)
        chosen = order[step % batches * _TOGETHER :][:_TOGETHER]
        seen, places = _without_some(features[chosen], chance)
        hidden = seen @ first.weights[places] + first_bias.weights
        heard = (hidden > 0) * _kept(hidden.shape, _HIDDEN_LEFT_OUT, chance)
        said = hidden * heard
        error = _error(said @ second.weights + second_bias.weights, targets[chosen % examples])
        error_below = (error @ second.weights.T) * heard
        rate = _RATE * (1 - step / steps)
        second.move(said.T @ error, rate)
        second_bias.move(error.sum(axis=0), rate)
        first.move(seen.T @ error_below, rate, places)
        first_bias.move(error_below.sum(axis=0), rate)
    return Network(
        first.weights.astype(np.float16),
        first_bias.weights,
        second.weights / Number(_TEMPERATURE),
        second_bias.weights / Number(_TEMPERATURE),
    )


def _without_some(rows: csr_matrix, chance: np.random.Generator) -> tuple[csr_matrix, Array]:
    """The rows with some of their signs left out, over those signs alone; and the places of these."""
    weights = rows.data * _kept(rows.nnz, _SIGNS_LEFT_OUT, chance)
    places = np.unique(rows.indices)
    moved = np.searchsorted(places, rows.indices)
    return csr_matrix((weights, moved, rows.indptr), shape=(rows.shape[0], len(places))), places


def _kept(shape: int | tuple[int, ...], left_out: float, chance: np.random.Generator) -> Array:
    """Nought for what is left out; what is kept speaks the louder for it."""
    return np.asarray((chance.random(shape) > left_out) / (1 - left_out), Number)


def _error(scores: Array, targets: Array) -> Array:
    """The slope of the cross entropy: what is said less what should be."""
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    said = raised / raised.sum(axis=1, keepdims=True)
    said -= (1 - _TRUST) / scores.shape[1]
    said[np.arange(len(targets)), targets] -= _TRUST
    return np.asarray(said / len(targets), Number)

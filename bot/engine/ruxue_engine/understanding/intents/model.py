"""The model of intents: small networks over the signs of a message, and a memory of the examples.

Two networks begin at different places and err in different ones; what they say is averaged. A few words
("怎么报名") mean what they were taught to mean, however often they stand in longer sentences about another
matter. Arrays and names alone are kept: nothing in a model file could run.
"""

import json
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix

from ruxue_engine.understanding.intents.network import Array, Network, Number, learnt
from ruxue_engine.understanding.intents.rewording import reworded
from ruxue_engine.understanding.intents.signs import core_of, signs_of

_NETWORKS = 2
# A sign seen in fewer examples is left out: most of the signs, and no accuracy.
_SEEN = 3
_TRUST_IN_WHAT_WAS_TAUGHT = 0.8
_ARRAYS, _NAMES = "weights.npz", "names.json"


class IntentModel:
    """Says how likely each intent is for a message."""

    def __init__(
        self,
        intents: Sequence[str],
        vocabulary: Sequence[str],
        networks: Sequence[Network],
        taught: Mapping[str, str],
    ) -> None:
        self.intents = tuple(intents)
        self._taught = dict(taught)
        self._vocabulary = {sign: place for place, sign in enumerate(vocabulary)}
        self._networks = tuple(networks)

    @classmethod
    def learnt(cls, texts: Sequence[str], intents: Sequence[str]) -> "IntentModel":
        """Learn from examples."""
        found = [signs_of(text) for text in texts]
        counts = Counter(sign for signs in found for sign in signs)
        vocabulary = sorted(sign for sign, count in counts.items() if count >= _SEEN)
        names = sorted(set(intents))
        places = {sign: place for place, sign in enumerate(vocabulary)}
        chance = random.Random(0)  # noqa: S311 - the same examples give the same model
        others = [signs_of(reworded(text, chance)) for text in texts]
        rows = _features(found, places), _features(others, places)
        targets = np.array([names.index(intent) for intent in intents])
        # The arithmetic lets other threads run: on two cores the networks learn side by side.
        with ThreadPoolExecutor(_NETWORKS) as threads:
            networks = list(
                threads.map(lambda seed: learnt(*rows, targets, len(names), seed), range(_NETWORKS))
            )
        return cls(names, vocabulary, networks, dict(zip(map(core_of, texts), intents, strict=True)))

    def probabilities(self, text: str) -> Array:
        """How likely each intent is, in the order of `intents`; nought where nothing of a text is known."""
        signs = signs_of(text)
        known = [self._vocabulary[sign] for sign in signs if sign in self._vocabulary]
        if not known:
            return np.zeros(len(self.intents))
        scale = _weight(signs)
        likely: Array = np.mean([network.shares(known, scale) for network in self._networks], axis=0)
        taught = self._taught.get(core_of(text))
        if taught is not None:
            likely *= 1 - _TRUST_IN_WHAT_WAS_TAUGHT
            likely[self.intents.index(taught)] += _TRUST_IN_WHAT_WAS_TAUGHT
        return likely

    def save(self, folder: Path) -> None:
        """Write the model into a folder."""
        folder.mkdir(parents=True, exist_ok=True)
        np.savez_compressed(folder / _ARRAYS, *(array for network in self._networks for array in network))
        names = {"intents": self.intents, "vocabulary": list(self._vocabulary), "taught": self._taught}
        (folder / _NAMES).write_text(json.dumps(names, ensure_ascii=False), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> "IntentModel":
        """Read a model from a folder."""
        names = json.loads((folder / _NAMES).read_text(encoding="utf-8"))
        with np.load(folder / _ARRAYS, allow_pickle=False) as arrays:
            each = iter([arrays[name] for name in arrays.files])
        networks = [Network(*parts) for parts in zip(each, each, each, each, strict=True)]
        return cls(names["intents"], names["vocabulary"], networks, names["taught"])


def _features(found: Sequence[set[str]], vocabulary: Mapping[str, int]) -> csr_matrix:
    """One row for each set of signs, its known ones weighed alike."""
    rows = [sorted(vocabulary[sign] for sign in signs if sign in vocabulary) for signs in found]
    lengths = [len(row) for row in rows]
    weights = np.repeat([_weight(signs) for signs in found], lengths).astype(Number)
    places = np.fromiter(chain.from_iterable(rows), int, sum(lengths))
    return csr_matrix((weights, places, np.cumsum([0, *lengths])), shape=(len(rows), len(vocabulary)))


def _weight(signs: set[str]) -> float:
    """Long and short messages weigh alike; one known sign among many strange ones says little."""
    return float(1 / np.sqrt(max(1, len(signs))))

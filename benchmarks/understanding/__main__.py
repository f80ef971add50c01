"""Compare the variants: cross-validated on the training data, and on the frozen validation set.

Run with the engine's Python, with pypinyin beside its packages (it is needed for this comparison alone):
`PYTHONPATH=bot/engine:. bot/engine/.venv/bin/python -m benchmarks.understanding [WORDS OF A NAME …]`.
DIET needs a stock Rasa: `python -m benchmarks.understanding.diet`.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from functools import cache

import numpy as np
from ruxue_engine.understanding.intents.topics import TOPIC_OF
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import CountVectorizer

from benchmarks.understanding.data import Examples, examples, frozen
from benchmarks.understanding.measures import COLUMNS, Array, figures, topic_shares
from benchmarks.understanding.variants import VARIANTS, Classifier, Signs

_SEEN = 3
_FOLDS = 3


class Reader:
    """Reads texts into even rows of signs."""

    def __init__(self, signs: Signs, texts: Sequence[str]) -> None:
        self._signs = signs
        self._counting = CountVectorizer(analyzer=signs, binary=True, min_df=_SEEN).fit(texts)
        self.signs = len(self._counting.vocabulary_)

    def read(self, texts: Sequence[str]) -> csr_matrix:
        """One row for each text."""
        lengths = np.sqrt([max(1, len(self._signs(text))) for text in texts])
        return csr_matrix(self._counting.transform(texts).multiply(1 / lengths[:, np.newaxis]))


def compare(
    name: str,
    signs: Signs,
    make: Callable[[], Classifier],
    data: Examples,
    folds: Sequence[tuple[list[int], list[int]]],
) -> str:
    """One row of the table; `folds` are the examples to learn from and those held out, each held out once."""
    signs = cache(signs)
    told: list[str] = []
    held_out = []
    for learn, test in folds:
        about = [place for place in test if data.intents[place] in TOPIC_OF]
        held_out.append(_shares(signs, make(), data, learn, [data.texts[place] for place in about]))
        told += [TOPIC_OF[data.intents[place]] for place in about]
    cases = frozen()
    began = time.process_time()
    reader = Reader(signs, data.texts)
    classifier = make()
    classifier.learn(reader.read(data.texts), data.targets(range(len(data.texts))))
    seconds = time.process_time() - began
    began = time.perf_counter()
    likely = np.vstack([classifier.shares(reader.read([case["text"]])) for case in cases])
    milliseconds = (time.perf_counter() - began) * 1000 / len(cases)
    judged = figures(topic_shares(likely, data.names), [case["topic"] for case in cases])
    cells = [
        name,
        *figures(np.vstack(held_out), told),
        *judged,
        f"{milliseconds:.1f}",
        f"{seconds:.0f}",
        f"{reader.signs}",
    ]
    return f"| {' | '.join(cells)} |"


def _shares(
    signs: Signs, classifier: Classifier, data: Examples, learn: Sequence[int], texts: Sequence[str]
) -> Array:
    known = [data.texts[place] for place in learn]
    reader = Reader(signs, known)
    classifier.learn(reader.read(known), data.targets(learn))
    return topic_shares(classifier.shares(reader.read(texts)), data.names)


def main(wanted: Sequence[str]) -> None:
    """Print the table, row by row; with words, only the variants whose name has one of them."""
    data = examples()
    folds = data.folds(_FOLDS)
    columns = [
        "variant",
        *(f"held out {each}" for each in COLUMNS),
        *(f"set {each}" for each in COLUMNS),
        "ms",
        "s to learn",
        "signs",
    ]
    print(  # noqa: T201
        f"{len(data.texts)} examples\n\n| {' | '.join(columns)} |\n|{'---|' * len(columns)}", flush=True
    )
    for name, (signs, make) in VARIANTS.items():
        if not wanted or any(word in name for word in wanted):
            print(compare(name, signs, make, data, folds), flush=True)  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])

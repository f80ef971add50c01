"""The ways of reading a message and of weighing what was read, that were compared."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from pathlib import Path

import yaml
from pypinyin import lazy_pinyin
from ruxue_engine.understanding.intents.plain import plain, without_fillers
from ruxue_engine.understanding.intents.signs import cutter, pieces, signs_of
from sklearn.ensemble import VotingClassifier
from sklearn.linear_model import LogisticRegression, SGDClassifier
from sklearn.naive_bayes import ComplementNB
from sklearn.neighbors import KNeighborsClassifier
from sklearn.svm import LinearSVC

Signs = Callable[[str], set[str]]


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

    said = without_fillers(plain(text))
    words = [word for word in jieba.lcut(said) if re.match(r"\w", word)]
    pairs = pairwise(words)
    return {*pieces(said, 2), *(f"w:{word}" for word in words), *(f"w:{one}_{two}" for one, two in pairs)}


def words_alone(text: str) -> set[str]:
    """Words with our dictionary and no characters."""
    return {f"w:{word}" for word in cutter().lcut(without_fillers(plain(text))) if re.match(r"\w", word)}


def support_vectors() -> LinearSVC:
    """A linear support vector machine."""
    return LinearSVC(C=1.0, tol=1e-2, random_state=0)


def regression() -> LogisticRegression:
    """A logistic regression, one against the rest."""
    return LogisticRegression(C=10.0, solver="liblinear", dual=True, tol=1e-1, random_state=0)


VARIANTS: dict[str, tuple[Signs, Callable[[], object]]] = {
    "characters 1-2, SVM": (characters(2), support_vectors),
    "characters 1-4, SVM": (characters(4), support_vectors),
    "words, logistic regression": (words_alone, regression),
    "characters 1-2 + words, SVM": (signs_of, support_vectors),
    "… without the dictionary": (without_dictionary, support_vectors),
    "… with synonyms": (with_synonyms, support_vectors),
    "… with pinyin": (with_sounds, support_vectors),
    "characters 1-2 + words, logistic regression": (signs_of, regression),
    "… modified Huber (SGD)": (
        signs_of,
        lambda: SGDClassifier(loss="modified_huber", alpha=3e-5, max_iter=12, tol=None, random_state=0),
    ),
    "… complement naive Bayes": (signs_of, lambda: ComplementNB(alpha=0.1)),
    "… 15 nearest neighbours": (
        signs_of,
        lambda: KNeighborsClassifier(15, metric="cosine", weights="distance"),
    ),
    "… SVM and logistic regression": (
        signs_of,
        lambda: VotingClassifier([("svm", support_vectors()), ("regression", regression())]),
    ),
}

"""Precision, recall and F1 of the facts taken from messages, over pairs of name and value."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

Facts = Mapping[str, str]


@dataclass(slots=True)
class Score:
    """How many pairs were right, found wrongly, and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """The part of what was found that is right; 1 where nothing was found."""
        found = self.right + self.wrong
        return self.right / found if found else 1.0

    @property
    def recall(self) -> float:
        """The part of what was told that was found; 1 where nothing was told."""
        told = self.right + self.missed
        return self.right / told if told else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        pairs = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / pairs if pairs else 1.0


@dataclass(slots=True)
class Scores:
    """The score of all facts together and of each."""

    overall: Score = field(default_factory=Score)
    of_each: dict[str, Score] = field(default_factory=lambda: defaultdict(Score))
    exact: int = 0
    messages: int = 0


def scored(pairs: Iterable[tuple[Facts, Facts]]) -> Scores:
    """Compare what was told with what was found, message by message."""
    scores = Scores()
    for told, found in pairs:
        scores.messages += 1
        scores.exact += dict(told) == dict(found)
        for name in told.keys() | found.keys():
            right = name in told and told[name] == found.get(name)
            for score in (scores.overall, scores.of_each[name]):
                score.right += right
                score.wrong += not right and name in found
                score.missed += not right and name in told
    return scores

"""Questions that got no answer or a bad one, gathered into what an office could answer once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from math import sqrt
from typing import Final

_ALIKE: Final = 0.3
"""Questions at least this close stand together; measured on made-up questions in tests."""
_NOT_WORDS: Final = re.compile(r"[\W_]+")
_EMPTY_WORDS: Final = re.compile(
    "请问|您好|你好|谢谢|麻烦|我想问一下|想问下|咨询一下|请教一下|那个|就是|一下"
)
_REFERENCE: Final = re.compile(r"\[[^\[\]]{1,40}\]|\d{4,}")


class GapKind(StrEnum):
    """What went wrong with a question."""

    UNANSWERED = "unanswered"
    """No article answers it."""
    UNCLEAR = "unclear"
    """It was not understood, twice."""
    UNHELPFUL = "unhelpful"
    """The guardian said that the answer was of no use."""


@dataclass(frozen=True, slots=True)
class Gap:
    """One question, as far as it may be kept: shielded before it came here, and sealed where it is stored."""

    id: str
    county: str
    kind: GapKind
    topic: str
    text: str = field(repr=False)
    at: datetime


@dataclass(frozen=True, slots=True)
class Cluster:
    """Questions that ask the same, the one nearest to all of them first."""

    questions: tuple[str, ...] = field(repr=False)
    topic: str
    counties: tuple[str, ...]
    kinds: Mapping[GapKind, int]
    newest: datetime

    @property
    def size(self) -> int:
        """How many guardians asked."""
        return sum(self.kinds.values())


def gather(gaps: Iterable[Gap]) -> tuple[Cluster, ...]:
    """Put questions together that ask the same, the largest group first.

    One pass in the order they came: each joins the group it is nearest to, or begins one. Cost grows with
    the number of groups, not with the square of questions.
    """
    groups: list[_Group] = []
    for gap in sorted(gaps, key=lambda each: each.at):
        signs = _signs(gap.text)
        if not signs:
            continue
        nearest = max(groups, key=lambda group: group.nearness(signs), default=None)
        if nearest is None or nearest.nearness(signs) < _ALIKE:
            nearest = _Group()
            groups.append(nearest)
        nearest.take(gap, signs)
    clusters = [group.cluster() for group in groups]
    return tuple(sorted(clusters, key=lambda cluster: (-cluster.size, -cluster.newest.timestamp())))


def shown(text: str) -> str:
    """A question as it is listed: without references and long numbers."""
    return " ".join(_REFERENCE.sub("…", text).split())


class _Group:
    def __init__(self) -> None:
        self._gaps: list[tuple[Gap, Counter[str]]] = []
        self._sum: Counter[str] = Counter()

    def nearness(self, signs: Counter[str]) -> float:
        """The cosine between a question and the whole group."""
        shared = sum(count * self._sum[sign] for sign, count in signs.items())
        return shared / (_length(signs) * _length(self._sum))

    def take(self, gap: Gap, signs: Counter[str]) -> None:
        self._gaps.append((gap, signs))
        self._sum.update(signs)

    def cluster(self) -> Cluster:
        by_nearness = sorted(self._gaps, key=lambda each: -self.nearness(each[1]))
        gaps: Sequence[Gap] = [gap for gap, _ in by_nearness]
        return Cluster(
            questions=tuple(dict.fromkeys(shown(gap.text) for gap in gaps)),
            topic=Counter(gap.topic for gap in gaps).most_common(1)[0][0],
            counties=tuple(sorted({gap.county for gap in gaps})),
            kinds=Counter(gap.kind for gap in gaps),
            newest=max(gap.at for gap in gaps),
        )


def _signs(text: str) -> Counter[str]:
    """The pairs of signs of a question, without what politeness adds."""
    plain = _NOT_WORDS.sub("", _EMPTY_WORDS.sub("", _REFERENCE.sub("", text))).casefold()
    pairs = [plain[at : at + 2] for at in range(len(plain) - 1)]
    return Counter(pairs or list(plain))


def _length(signs: Counter[str]) -> float:
    return sqrt(sum(count * count for count in signs.values()))

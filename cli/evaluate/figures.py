"""The figures of understanding: how often the right topic comes first, and how sure the engine is of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, median

OUT_OF_SCOPE = "out_of_scope"
NONE = "none"
_LISTED = 3
_BINS = 10
_REFUSED_WRONGLY = 0.02


@dataclass(frozen=True, slots=True)
class Answer:
    """What the engine said of one message: topics with their confidence, the likeliest first."""

    text: str
    topic: str
    ranked: Sequence[tuple[str, float]]
    milliseconds: float

    @property
    def found(self) -> str:
        """The topic the engine takes it for."""
        return self.ranked[0][0] if self.ranked and self.ranked[0][1] > 0 else NONE

    @property
    def confidence(self) -> float:
        """How sure the engine is of it."""
        return self.ranked[0][1] if self.ranked else 0.0

    @property
    def right(self) -> bool:
        """Whether that is the topic."""
        return self.found == self.topic

    @property
    def listed(self) -> bool:
        """Whether the topic is among the first three."""
        return self.topic in {topic for topic, _ in self.ranked[:_LISTED]}


@dataclass(frozen=True, slots=True)
class TopicFigures:
    """How well one topic is found."""

    precision: float
    recall: float
    support: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures of one file of messages."""

    answers: Sequence[Answer]

    @property
    def top1(self) -> float:
        """The part whose topic comes first."""
        return fmean(each.right for each in self.answers)

    @property
    def top3(self) -> float:
        """The part whose topic is among the first three."""
        return fmean(each.listed for each in self.answers)

    @property
    def of_each(self) -> Mapping[str, TopicFigures]:
        """The figures of each topic that occurs."""
        told = Counter(each.topic for each in self.answers)
        found = Counter(each.found for each in self.answers)
        right = Counter(each.topic for each in self.answers if each.right)
        return {
            topic: TopicFigures(
                _part(right[topic], found[topic]), _part(right[topic], told[topic]), told[topic]
            )
            for topic in sorted(told)
        }

    @property
    def macro_f1(self) -> float:
        """The mean of the topics' F1."""
        return fmean(each.f1 for each in self.of_each.values())

    @property
    def out_of_scope_recall(self) -> float:
        """The part of what is not enrolment that is refused; 1 where there is nothing of it."""
        beyond = [each.right for each in self.answers if each.topic == OUT_OF_SCOPE]
        return fmean(beyond) if beyond else 1.0

    @property
    def false_refusals(self) -> float:
        """The part of what is enrolment that is refused all the same."""
        within = [each.found == OUT_OF_SCOPE for each in self.answers if each.topic != OUT_OF_SCOPE]
        return fmean(within) if within else 0.0

    @property
    def recall_at_few_false_refusals(self) -> float:
        """The recall of what is not enrolment if at most 2 % of what is were refused."""
        within = sorted((_refusal(each) for each in self.answers if each.topic != OUT_OF_SCOPE), reverse=True)
        beyond = [_refusal(each) for each in self.answers if each.topic == OUT_OF_SCOPE]
        allowed = int(len(within) * _REFUSED_WRONGLY)
        limit = within[allowed] if allowed < len(within) else 0.0
        return fmean(each > limit for each in beyond) if beyond else 1.0

    @property
    def calibration_error(self) -> float:
        """By how much confidence and correctness differ over ten bins: the expected calibration error."""
        bins: dict[int, list[Answer]] = {}
        for each in self.answers:
            bins.setdefault(min(int(each.confidence * _BINS), _BINS - 1), []).append(each)
        gaps = (len(bin_) * abs(_sureness(bin_) - _correctness(bin_)) for bin_ in bins.values())
        return sum(gaps) / len(self.answers)

    @property
    def milliseconds(self) -> float:
        """The median time of a message."""
        return median(each.milliseconds for each in self.answers)

    @property
    def confusions(self) -> Sequence[tuple[str, str, int]]:
        """The topic, what it was taken for, and how often; the most frequent first."""
        pairs = Counter((each.topic, each.found) for each in self.answers if not each.right)
        return [(topic, found, count) for (topic, found), count in pairs.most_common()]

    def errors(self) -> Iterator[Answer]:
        """The messages whose topic did not come first."""
        return (each for each in self.answers if not each.right)


def _part(some: int, whole: int) -> float:
    return some / whole if whole else 0.0


def _refusal(answer: Answer) -> float:
    return dict(answer.ranked).get(OUT_OF_SCOPE, 0.0)


def _sureness(answers: Sequence[Answer]) -> float:
    return fmean(each.confidence for each in answers)


def _correctness(answers: Sequence[Answer]) -> float:
    return fmean(each.right for each in answers)

"""What was understood of a message: its topics, the facts it tells, and the questions in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from enrolment.model.plan.topics import Topic, topic_named


@dataclass(frozen=True, slots=True)
class Ranked:
    """A topic and how sure the understanding is of it, 0 to 1."""

    topic: Topic
    confidence: float


@dataclass(frozen=True, slots=True)
class ToldFact:
    """A fact told in free text, as docs/told-facts.md names and writes it."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class AskedSpan:
    """One of several questions of a message: where it stands, and what it is about, likeliest first."""

    start: int
    end: int
    topics: tuple[Ranked, ...]


@dataclass(frozen=True, slots=True)
class Understood:
    """A message as it was understood; `topics` are sorted, the likeliest first.

    `intent` is the act or topic the whole message was taken for. `questions` is empty where it asks at most
    one thing.
    """

    intent: str
    topics: tuple[Ranked, ...]
    facts: tuple[ToldFact, ...] = ()
    questions: tuple[AskedSpan, ...] = ()

    @property
    def finer(self) -> str:
        """The question inside a topic that the intent names: `seat_lock` for `ask_seat_lock`.

        Empty where the intent is a topic or an act, and where several things are asked at once.
        """
        name = self.intent.removeprefix(_ASK)
        several = len(self.questions) >= _SEVERAL
        return "" if several or name == self.intent or topic_named(name) else name

    def questions_of(self, text: str) -> Sequence[tuple[str, tuple[Ranked, ...]]]:
        """Each question with its topics, in order; the whole message where it asks at most one thing."""
        if len(self.questions) < _SEVERAL:
            return [(text, self.topics)]
        return [(text[each.start : each.end], each.topics) for each in self.questions[:_MOST]]


_SEVERAL, _MOST = 2, 3
_ASK = "ask_"

"""Articles of the guide (报名指南)."""

from __future__ import annotations

from dataclasses import dataclass

from enrolment.model.plan.topics import Topic
from enrolment.model.rules import Rule


@dataclass(frozen=True, slots=True)
class GuideVariant:
    """Another wording of an article, for families whose own words meet a rule."""

    when: Rule
    text: str
    clauses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GuideArticle:
    """The answer to a common question, by its key; `{…}` placeholders come from the plan.

    `topic` is what it is about, None where its author did not say; `also` are topics that its question is
    taken for as well, when families word it from another side. `asked` are ways in which families ask for
    it: it is found by them, nobody is shown them. The first variant whose rule holds is told instead of
    `text`.
    """

    key: str
    title: str
    text: str
    clauses: tuple[str, ...]
    variants: tuple[GuideVariant, ...] = ()
    topic: Topic | None = None
    asked: tuple[str, ...] = ()
    also: tuple[Topic, ...] = ()

    @property
    def topics(self) -> tuple[Topic, ...]:
        """Every topic that it answers a question on, its own first; none where its author named none."""
        return (self.topic, *self.also) if self.topic else ()

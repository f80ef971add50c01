"""Articles of the guide (报名指南)."""

from __future__ import annotations

from dataclasses import dataclass

from enrolment.model.rules import Rule


@dataclass(frozen=True, slots=True)
class GuideVariant:
    """Another wording of an article, for families whose own words meet a rule."""

    when: Rule
    text: str
    clauses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GuideArticle:
    """The answer to a common question; `topic` is its key, `{…}` placeholders come from the plan.

    The first variant whose rule holds is told instead of `text`.
    """

    topic: str
    title: str
    text: str
    clauses: tuple[str, ...]
    variants: tuple[GuideVariant, ...] = ()

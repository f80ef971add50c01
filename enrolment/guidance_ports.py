"""What an office's own articles, and the questions nobody answered, need from outside, as protocols."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from enrolment.model.guidance.article import OfficeArticle
from enrolment.model.guidance.gaps import Gap


class OfficeArticles(Protocol):
    """The articles of every office. Every method raises StorageUnavailable when it cannot answer."""

    def add(self, articles: Sequence[OfficeArticle]) -> None:
        """Store new articles, all or none."""
        ...

    def get(self, article_id: str) -> OfficeArticle:
        """One article; raise ArticleUnknown."""
        ...

    def of_plan(self, county: str, year: int) -> Sequence[OfficeArticle]:
        """Every article of an authority and year, in the order they came."""
        ...

    def save(self, articles: Sequence[OfficeArticle]) -> None:
        """Store what changed of articles, all or none."""
        ...


class LastQuestions(Protocol):
    """What guardians wrote last."""

    def before_last(self, conversation_id: str) -> str:
        """The words of the last message that was answered, as the dialogue read them; empty for none.

        Nothing personal is among them.
        """
        ...


class Gaps(Protocol):
    """Questions that got no answer, or a bad one. Every method raises StorageUnavailable."""

    def add(self, gap: Gap) -> None:
        """Keep one, sealed."""
        ...

    def since(self, county: str, moment: datetime) -> Sequence[Gap]:
        """Those of a county, oldest first; of every county where none is named."""
        ...

"""An office's articles and the questions nobody answered, in memory."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from enrolment.model.errors import ArticleUnknown
from enrolment.model.guidance.article import OfficeArticle
from enrolment.model.guidance.gaps import Gap


@dataclass(slots=True)
class FakeOfficeArticles:
    """Implements `OfficeArticles`."""

    kept: dict[str, OfficeArticle] = field(default_factory=dict)

    def add(self, articles: Sequence[OfficeArticle]) -> None:
        """Store new articles."""
        self.save(articles)

    def get(self, article_id: str) -> OfficeArticle:
        """One article."""
        if article_id not in self.kept:
            raise ArticleUnknown("no such article")
        return self.kept[article_id]

    def of_plan(self, county: str, year: int) -> Sequence[OfficeArticle]:
        """Every article of an authority and year."""
        return [each for each in self.kept.values() if (each.county, each.year) == (county, year)]

    def save(self, articles: Sequence[OfficeArticle]) -> None:
        """Store what changed."""
        self.kept |= {article.id: article for article in articles}


@dataclass(slots=True)
class FakeGaps:
    """Implements `Gaps`."""

    kept: list[Gap] = field(default_factory=list)

    def add(self, gap: Gap) -> None:
        """Keep one."""
        self.kept.append(gap)

    def since(self, county: str, moment: datetime) -> Sequence[Gap]:
        """Those of a county."""
        return [gap for gap in self.kept if gap.at >= moment and county in {"", gap.county}]


@dataclass(slots=True)
class FakeLastQuestions:
    """Implements `LastQuestions`; `last` holds what each conversation asked last."""

    last: Mapping[str, str]

    def before_last(self, conversation_id: str) -> str:
        """The words asked last."""
        return self.last.get(conversation_id, "")

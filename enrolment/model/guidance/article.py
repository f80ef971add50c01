"""An office's own answer to a question: a draft until published, always below the plan's clauses."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from enrolment.model.errors import ArticleStateRefused
from enrolment.model.guidance.conflicts import Conflict


class ArticleState(StrEnum):
    """How far an article is."""

    DRAFT = "draft"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class OfficeArticle:
    """One question with the office's answer.

    `source` and `row` say where it was taken from (a file's name, or `staff`), `topic` is one of
    docs/topics.md or empty, `version` the plan's version it was held against.
    """

    id: str
    county: str
    year: int
    question: str
    answer: str
    topic: str
    source: str
    row: int
    version: str
    imported_at: datetime
    state: ArticleState = ArticleState.DRAFT
    published_at: datetime | None = None

    @property
    def words(self) -> str:
        """Everything it says."""
        return f"{self.question}\n{self.answer}"

    def published(self, at: datetime, conflicts: tuple[Conflict, ...]) -> OfficeArticle:
        """It, answering from now on.

        Raises ArticleStateRefused where it contradicts the plan, or is no draft.
        """
        if self.state is not ArticleState.DRAFT:
            raise ArticleStateRefused(f"article {self.id} is {self.state}; only a draft can be published")
        if conflicts:
            told = "; ".join(each.told for each in conflicts)
            raise ArticleStateRefused(
                f"article {self.id} contradicts the plan: {told}. "
                "Mend the file and import it again, or mend the plan first"
            )
        return replace(self, state=ArticleState.PUBLISHED, published_at=at)

    def withdrawn(self) -> OfficeArticle:
        """It, answering no more."""
        return replace(self, state=ArticleState.WITHDRAWN)

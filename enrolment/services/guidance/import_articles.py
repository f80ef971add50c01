"""Take an office's own list of questions in, as drafts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from enrolment.guidance_ports import OfficeArticles
from enrolment.model.guidance.article import ArticleState, OfficeArticle
from enrolment.model.guidance.conflicts import Conflict, find_conflicts
from enrolment.ports import Clock, Ids, Plans


@dataclass(frozen=True, slots=True)
class Entry:
    """One question of a list, as it is written there."""

    row: int
    question: str
    answer: str
    topic: str = ""


@dataclass(frozen=True, slots=True)
class ImportArticles:
    """A list of questions, the authority it belongs to, and the name of its file."""

    county: str
    year: int
    source: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Imported:
    """One draft, and what of it contradicts the plan."""

    article: OfficeArticle
    conflicts: tuple[Conflict, ...]


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of a list: new drafts, and how many rows were there already, word for word."""

    drafts: tuple[Imported, ...]
    unchanged: int


def import_articles(
    cmd: ImportArticles, *, articles: OfficeArticles, plans: Plans, ids: Ids, clock: Clock
) -> ImportReport:
    """Store each new row as a draft and hold it against the plan; a changed row replaces its draft.

    What is published stays so until its new draft is published. Raises PlanNotFound.
    """
    plan = plans.get(cmd.county, cmd.year)
    known = [each for each in articles.of_plan(cmd.county, cmd.year) if each.state is not _GONE]
    said = {(each.question, each.answer) for each in known}
    new = [entry for entry in cmd.entries if (entry.question, entry.answer) not in said]
    drafts = [
        OfficeArticle(
            id=ids.new(),
            county=cmd.county,
            year=cmd.year,
            question=entry.question,
            answer=entry.answer,
            topic=entry.topic,
            source=cmd.source,
            row=entry.row,
            version=plan.version,
            imported_at=clock.now(),
        )
        for entry in new
    ]
    articles.save([each.withdrawn() for each in known if _is_replaced(each, drafts)])
    articles.add(drafts)
    report = tuple(Imported(draft, find_conflicts(draft.words, plan)) for draft in drafts)
    return ImportReport(report, len(cmd.entries) - len(new))


_GONE = ArticleState.WITHDRAWN


def _is_replaced(old: OfficeArticle, drafts: Sequence[OfficeArticle]) -> bool:
    return old.state is ArticleState.DRAFT and any(
        (old.source, old.question) == (new.source, new.question) for new in drafts
    )

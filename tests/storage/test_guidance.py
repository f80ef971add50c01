"""Articles and gaps in the database, SQLite and PostgreSQL."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Engine, select

from enrolment.model.access import Reader, Who, Why
from enrolment.model.errors import ArticleUnknown
from enrolment.model.guidance.article import ArticleState, OfficeArticle
from enrolment.model.guidance.gaps import Gap, GapKind
from storage.guidance import SqlGaps, SqlOfficeArticles
from storage.statements import table
from storage.tables import AccessRow, GapRow
from storage.vault import Vault
from tests.storage.samples import NOW

LEARNER = Reader(Who.STAFF, Why.LEARN, "staff-7")
ARTICLE = OfficeArticle("a1", "370102", 2027, "管饭吗", "自愿。", "", "list.csv", 3, "2027-1", NOW)
GAP = Gap("g1", "370102", GapKind.UNANSWERED, "other_in_scope", "学校管饭吗", NOW)


def test_articles_come_back_when_they_were_stored(engine: Engine) -> None:
    """In their order, for their authority and year only."""
    articles = SqlOfficeArticles(engine)
    second = replace(ARTICLE, id="a2", question="有校车吗")
    articles.add([ARTICLE, second, replace(ARTICLE, id="a3", county="370602")])
    articles.add([])
    assert articles.of_plan("370102", 2027) == [ARTICLE, second]
    assert articles.of_plan("370102", 2026) == []
    assert articles.get("a2") == second
    with pytest.raises(ArticleUnknown, match="guide list"):
        articles.get("a9")


def test_article_is_as_far_as_it_was_saved(engine: Engine) -> None:
    """Published at its moment."""
    articles = SqlOfficeArticles(engine)
    articles.add([ARTICLE])
    published = ARTICLE.published(NOW + timedelta(hours=1), ())
    articles.save([published])
    articles.save([])
    assert articles.get("a1") == published
    assert articles.get("a1").state is ArticleState.PUBLISHED


def test_gaps_come_back_when_they_are_young_enough(vault: Vault) -> None:
    """Oldest first; of one county or all."""
    gaps = SqlGaps(vault, LEARNER)
    later = replace(GAP, id="g2", at=NOW + timedelta(days=1), county="370602")
    gaps.add(later)
    gaps.add(GAP)
    assert gaps.since("", NOW) == [GAP, later]
    assert gaps.since("370602", NOW) == [later]
    assert gaps.since("", NOW + timedelta(hours=1)) == [later]


def test_words_of_a_gap_are_sealed_and_its_reader_logged(vault: Vault) -> None:
    """The row holds no word of it; who listed it is written down."""
    gaps = SqlGaps(vault, LEARNER)
    gaps.add(GAP)
    gaps.since("", NOW)
    with vault.engine.begin() as connection:
        stored = connection.scalars(select(table(GapRow).c.text)).one()
        read = connection.execute(select(table(AccessRow))).mappings().one()
    assert GAP.text.encode() not in stored
    assert (read["field"], read["subject_id"], read["staff_id"]) == ("question_gaps.text", "g1", "staff-7")

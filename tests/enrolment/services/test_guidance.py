"""An office's own articles: drafts until published, silent where the plan says otherwise."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest

from enrolment.model.errors import ArticleStateRefused, ArticleUnknown
from enrolment.model.guidance.article import ArticleState, OfficeArticle
from enrolment.model.guidance.gaps import GapKind
from enrolment.services.guidance.import_articles import Entry, ImportArticles, ImportReport, import_articles
from enrolment.services.guidance.list_articles import answering_articles, list_articles
from enrolment.services.guidance.list_gaps import list_gaps
from enrolment.services.guidance.publish_article import publish_article, withdraw_article
from enrolment.services.guidance.record_gap import LONGEST, RecordGap, record_gap
from tests.fakes.guidance import FakeGaps, FakeOfficeArticles
from tests.fakes.ids import CountingIds
from tests.fakes.office import Office

LUNCH = Entry(2, "学校管午饭吗", "各校不一样，可以自愿在校用餐，请问学校。")
WRONG = Entry(3, "几岁能上", "满7周岁才能上。")


@dataclass(slots=True)
class Guide:
    """The services over fakes."""

    office: Office = field(default_factory=Office)
    articles: FakeOfficeArticles = field(default_factory=FakeOfficeArticles)
    ids: CountingIds = field(default_factory=lambda: CountingIds("article"))

    def takes(self, *entries: Entry, source: str = "list.csv") -> ImportReport:
        """Import a list."""
        cmd = ImportArticles("370102", 2027, source, entries)
        return import_articles(
            cmd, articles=self.articles, plans=self.office.plans, ids=self.ids, clock=self.office.clock
        )

    def publishes(self, article_id: str) -> OfficeArticle:
        """Publish a draft."""
        return publish_article(
            article_id, articles=self.articles, plans=self.office.plans, clock=self.office.clock
        )

    def answers(self) -> list[str]:
        """The answers in force."""
        plan = self.office.plans.get("370102", 2027)
        return [each.answer for each in answering_articles(plan, articles=self.articles)]


@pytest.fixture
def guide() -> Guide:
    """A fresh one."""
    return Guide()


def test_rows_become_drafts_that_do_not_answer_when_a_list_is_imported(guide: Guide) -> None:
    """Each with its file and row."""
    report = guide.takes(LUNCH)
    (draft,) = report.drafts
    assert (draft.article.source, draft.article.row, draft.article.state) == ("list.csv", 2, "draft")
    assert draft.conflicts == ()
    assert guide.answers() == []


def test_draft_answers_at_once_when_it_is_published(guide: Guide) -> None:
    """And no more once it is withdrawn."""
    guide.takes(LUNCH)
    published = guide.publishes("article-1")
    assert published.published_at == guide.office.clock.now()
    assert guide.answers() == [LUNCH.answer]
    withdraw_article("article-1", articles=guide.articles)
    assert guide.answers() == []


def test_draft_is_blocked_when_it_contradicts_the_plan(guide: Guide) -> None:
    """The refusal says both figures and what to do."""
    report = guide.takes(WRONG)
    assert [each.written for each in report.drafts[0].conflicts] == ["7周岁"]
    with pytest.raises(ArticleStateRefused, match=r"7周岁.*Mend the file"):
        guide.publishes("article-1")
    assert guide.answers() == []


def test_rows_are_left_alone_when_they_were_imported_before(guide: Guide) -> None:
    """Word for word the same; a changed answer takes the place of its draft."""
    guide.takes(LUNCH, WRONG)
    mended = replace(WRONG, answer="满6周岁才能上。")
    report = guide.takes(LUNCH, mended)
    assert report.unchanged == 1
    assert [each.article.answer for each in report.drafts] == [mended.answer]
    listed = list_articles("370102", 2027, articles=guide.articles, plans=guide.office.plans)
    assert [each.article.answer for each in listed] == [LUNCH.answer, mended.answer]


def test_published_answer_stays_when_its_new_draft_is_not_published_yet(guide: Guide) -> None:
    """Families are never left without the old answer."""
    guide.takes(LUNCH)
    guide.publishes("article-1")
    guide.takes(replace(LUNCH, answer="自愿在校用餐。"))
    assert guide.answers() == [LUNCH.answer]
    guide.publishes("article-2")
    assert guide.answers() == ["自愿在校用餐。"]


def test_published_answer_falls_silent_when_a_new_plan_says_otherwise(guide: Guide) -> None:
    """A plan always outranks an office's article."""
    guide.takes(replace(WRONG, answer="满6周岁才能上。"))
    guide.publishes("article-1")
    plan = guide.office.plans.get("370102", 2027)
    age = replace(plan.ages[next(iter(plan.ages))], years=7)
    changed = replace(plan, ages=dict(plan.ages) | {next(iter(plan.ages)): age})
    assert answering_articles(plan, articles=guide.articles)
    assert answering_articles(changed, articles=guide.articles) == ()


def test_article_is_refused_when_it_is_unknown_or_no_draft(guide: Guide) -> None:
    """Published twice, or never there."""
    guide.takes(LUNCH)
    guide.publishes("article-1")
    with pytest.raises(ArticleStateRefused, match="only a draft"):
        guide.publishes("article-1")
    with pytest.raises(ArticleUnknown):
        withdraw_article("article-9", articles=guide.articles)
    assert guide.articles.get("article-1").state is ArticleState.PUBLISHED


def test_gap_is_listed_when_a_question_was_not_answered(guide: Guide) -> None:
    """Cut to a length that tells what it asks; an empty one is none."""
    gaps = FakeGaps()
    for text in ("学校管午饭吗", "学校管不管午饭" + "啊" * LONGEST, "  "):
        cmd = RecordGap("370102", GapKind.UNANSWERED, "other_in_scope", text)
        record_gap(cmd, gaps=gaps, ids=guide.ids, clock=guide.office.clock)
    assert [len(gap.text) for gap in gaps.kept] == [6, LONGEST]
    listed = list_gaps("370102", 30, gaps=gaps, clock=guide.office.clock)
    assert sum(cluster.size for cluster in listed) == 2
    assert list_gaps("370602", 30, gaps=gaps, clock=guide.office.clock) == ()

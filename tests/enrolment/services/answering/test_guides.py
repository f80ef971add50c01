"""An office's own articles answer at once, below the plan's."""

from __future__ import annotations

from dataclasses import replace

from enrolment.model.answering.answer import Answer, Status
from enrolment.model.guidance.article import ArticleState, OfficeArticle
from enrolment.model.plan.topics import Topic
from enrolment.services.answering import Asked, answer_message
from enrolment.services.answering.guides import Guides
from storage.guide_index import GuideIndexes
from tests.fakes import FakePlans, FrozenClock, demonstration_plan
from tests.fakes.guidance import FakeOfficeArticles
from tests.fakes.guide_search import understood

PLAN = demonstration_plan()
SEARCH = GuideIndexes()
ARTICLE = OfficeArticle(
    "a1",
    "370102",
    2027,
    "校园开放日能参观吗",
    "可以参观{自愿}，请带身份证。",
    "",
    "list.csv",
    3,
    PLAN.version,
    FrozenClock().now(),
    ArticleState.PUBLISHED,
)


def ask(articles: FakeOfficeArticles, text: str, topic: Topic = Topic.OTHER_IN_SCOPE) -> Answer:
    """Ask the demonstration plan with these articles beside it."""
    asked = Asked("370102", text, understood(topic))
    guides, clock = Guides(articles), FrozenClock()
    return answer_message(asked, plans=FakePlans(), search=SEARCH, clock=clock, guides=guides).first


def test_offices_article_answers_at_once_when_it_is_published() -> None:
    """Word for word, named as the office's, on the clauses of its topic; no training."""
    articles = FakeOfficeArticles({"a1": replace(ARTICLE, state=ArticleState.DRAFT)})
    assert ask(articles, "开放日可以去参观不").article != "office_a1"
    articles.save([ARTICLE])
    answer = ask(articles, "开放日可以去参观不")
    assert (answer.status, answer.article) == (Status.ANSWERED, "office_a1")
    assert f"可以参观{{自愿}}，请带身份证。（这是{PLAN.authority}的解答。）" in answer.text
    assert [each.clause for each in answer.citations] == ["历下2027-8.1"]


def test_plans_article_is_told_when_an_offices_fits_as_well() -> None:
    """The official text comes first."""
    same = replace(ARTICLE, question=PLAN.articles["term_starts"].title, topic="other_in_scope")
    answer = ask(FakeOfficeArticles({"a1": same}), "什么时候开学，哪天报到")
    assert answer.article == "term_starts"


def test_offices_article_is_silent_when_the_plan_says_otherwise() -> None:
    """A figure of last year's list never answers."""
    wrong = replace(
        ARTICLE, question="结果最晚哪天出来", answer="2027年8月30日出结果。", topic="review_status_result"
    )
    answer = ask(FakeOfficeArticles({"a1": wrong}), "结果最晚哪天出来", Topic.REVIEW_STATUS_RESULT)
    assert not answer.article.startswith("office_")


def test_guide_is_made_once_when_nothing_changed() -> None:
    """The same articles give the same plan, and no articles the plan itself."""
    articles = FakeOfficeArticles()
    guides = Guides(articles)
    assert guides.of(PLAN) is PLAN
    articles.save([ARTICLE])
    made = guides.of(PLAN)
    assert made is guides.of(PLAN)
    articles.save([ARTICLE.withdrawn()])
    assert "office_a1" not in guides.of(PLAN).articles

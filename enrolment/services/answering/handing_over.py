"""What is said where a person has to answer: the rule as far as there is one, why, and whom to call."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from enrolment.model.answering.answer import Answer, Handoff, Status
from enrolment.model.answering.choosing import main_article
from enrolment.model.guide import fill
from enrolment.model.placeholders import complete
from enrolment.model.plan import GuideArticle, Plan
from enrolment.model.plan.topics import Topic
from enrolment.services.answering.saying import say

_WHY: Final[Mapping[Handoff, str]] = {
    Handoff.LIVE_STATUS: "您家办到哪一步，发“进度”就能看到（要先登录，确认是您本人）；想问得更细的，",
    Handoff.CHANCES: (
        "能不能录上，要等审核和学位情况，谁也不能提前说，我也不猜。"
        "学位不够的时候，先后是：{placement_order}。想再问问的，"
    ),
    Handoff.RANKING: "学校之间我不作比较。公办学校按学区安排，每个地址对应一所。想了解学校的，",
    Handoff.DISCRETION: "要不要按特殊情况考虑，只能由工作人员看了以后定，我做不了主。请您说明情况，",
    Handoff.DISPUTE: "这样的争议要由人来办，我替您判断不了，也不能替代法律意见。",
    Handoff.WISH: "好的，您可以直接找工作人员。",
}
_CALL: Final = "请打{county}招生咨询电话{phone}（{hours}）。"


def hand_over(
    plan: Plan, topic: Topic, reason: Handoff, today: date, *, article: GuideArticle | None = None
) -> Answer:
    """Say why a person has to answer, with the article on the topic before it, and whom to call."""
    if reason is Handoff.ANGER:
        return _take_the_anger(plan, topic, today)
    body, clauses = complete(_WHY[reason] + _CALL, plan), _reason_clauses(plan, reason)
    if article is None:
        return replace(say(plan, topic, Status.HANDOFF, body, clauses), handoff=reason)
    told = fill(article.text, plan, {}, today)
    both = (*article.clauses, *clauses)
    return replace(say(plan, topic, Status.HANDOFF, f"{told}\n{body}", both, article.key), handoff=reason)


def _take_the_anger(plan: Plan, topic: Topic, today: date) -> Answer:
    """Say sorry first, then who takes complaints."""
    article = main_article(plan, Topic.COMPLAINT)
    told, clauses = (fill(article.text, plan, {}, today), article.clauses) if article else ("", ())
    rests_on = (*clauses, *_reason_clauses(plan, Handoff.ANGER))
    answer = say(plan, topic, Status.HANDOFF, f"让您着急生气了，对不起。{told}", rests_on)
    return replace(answer, article=article.key if article else "", handoff=Handoff.ANGER)


def hand_over_year(plan: Plan, topic: Topic, year: str) -> Answer:
    """Say which year is at hand where another one was asked about."""
    body = (
        f"您问的是{year}的规定。我手里只有{plan.county_name}{plan.year}年的方案（版本{plan.version}），"
        f"{year}的说不准，不能拿这一份当{year}的。{complete(_CALL, plan)}{plan.year}年的规定可以直接问我。"
    )
    answer = say(plan, topic, Status.HANDOFF, body, _reason_clauses(plan, Handoff.OTHER_YEAR))
    return replace(answer, handoff=Handoff.OTHER_YEAR)


def _reason_clauses(plan: Plan, reason: Handoff) -> tuple[str, ...]:
    """The clauses behind the reason's words, and those of the consultation offices."""
    own = {Handoff.CHANCES: (plan.placement.clause,), Handoff.RANKING: (plan.zoning_clause,)}.get(reason, ())
    offices = main_article(plan, Topic.CONTACT_PHONE)
    return (*own, *(offices.clauses if offices else ()))

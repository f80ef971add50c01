"""`ruxue evaluate-answers`: is the right article found, and does every answer rest on clauses of its plan."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from bot.places import named_counties
from enrolment.answer_ports import GuideSearch, Understanding, UnderstandingUnavailable
from enrolment.model.answering.answer import Answer, Status
from enrolment.model.answering.choosing import rank_articles
from enrolment.model.answering.understood import Ranked, Understood
from enrolment.model.placeholders import OF_THE_FAMILY, complete
from enrolment.model.plan import Plan
from enrolment.ports import Clock, Plans
from enrolment.services.answering import Asked, answer_message

Say = Callable[[str], None]
_FIRST = 3
_FOUND = 12
_NOBODY = dict.fromkeys(OF_THE_FAMILY, "")
_TOLD = frozenset({Status.ANSWERED, Status.NEED_INFO})


@dataclass(frozen=True, slots=True)
class Question:
    """A question with the article that answers it."""

    authority: str
    text: str
    article: str


@dataclass(frozen=True, slots=True)
class Scores:
    """How many questions found their article, by words and by topic and words; how many answers are sound.

    `understood` says whether topics came from the engine; else they are those of the right articles.
    """

    questions: int
    by_words: int
    by_topic_and_words: int
    told: int
    right_article: int
    cited_right: int
    understood: bool


def read_questions(file: Path) -> list[Question]:
    """Read lines of `{"authority", "text", "article"}`; raise ValueError for a line that is none of these."""
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    try:
        return [Question(**json.loads(line)) for line in lines]
    except TypeError:
        raise ValueError('a line wants "authority", "text" and "article"') from None


class Answering(Protocol):
    """What answers, apart from any run."""

    plans: Plans
    search: GuideSearch
    understanding: Understanding
    clock: Clock


def evaluate_answers(questions: Sequence[Question], answering: Answering, say: Say) -> Scores:
    """Ask every question, and print recall@3, what was answered, citations and milliseconds."""
    plans, search, clock = answering.plans, answering.search, answering.clock
    means, understood = asyncio.run(_understand(questions, answering))
    by_words = by_both = right = 0
    answers: list[tuple[Plan, Answer]] = []
    took: list[float] = []
    for question, meant in zip(questions, means, strict=True):
        plan = plans.current(question.authority)
        fits = {found.article: found.fit for found in search.find(plan, question.text, _FOUND)}
        by_words += question.article in list(fits)[:_FIRST]
        ranked = [article.key for article in rank_articles(plan, meant.topics, fits, meant.finer)]
        by_both += question.article in ranked[:_FIRST]
        begun = time.perf_counter()
        given = answer_message(
            Asked(question.authority, question.text, meant), plans=plans, search=search, clock=clock
        )
        took.append(time.perf_counter() - begun)
        right += any(question.article == part.article for part in given.parts)
        answers += [(plan, part) for part in given.parts]
    told = [(plan, answer) for plan, answer in answers if answer.status in _TOLD]
    scores = Scores(
        questions=len(questions),
        by_words=by_words,
        by_topic_and_words=by_both,
        told=len(told),
        right_article=right,
        cited_right=sum(rests_on_its_clauses(plan, answer) for plan, answer in told),
        understood=understood,
    )
    _print(scores, sorted(took), say)
    return scores


def rests_on_its_clauses(plan: Plan, answer: Answer) -> bool:
    """Whether an answer cites clauses of the plan in force, names each, and all those of the words it tells.

    An answer that is computed whole tells no article, and rests on what it was computed from.
    """
    cited = {each.clause for each in answer.citations}
    named = all(f"{each.clause}（{each.title}）" in answer.text for each in answer.citations)
    in_force = all(each.version == plan.version for each in answer.citations)
    behind = all(clause in cited for clause in _behind(plan, answer))
    return bool(cited) and cited <= plan.clauses.keys() and named and in_force and behind


def _behind(plan: Plan, answer: Answer) -> Iterator[str]:
    """The clauses of the article, or the wording of it, whose words stand in the answer."""
    article = plan.articles.get(answer.article)
    if article is None:
        return
    wordings = [(article.text, article.clauses), *((each.text, each.clauses) for each in article.variants)]
    for text, clauses in wordings:
        if complete(text, plan, _NOBODY).strip() in answer.text:
            yield from clauses


async def _understand(questions: Sequence[Question], answering: Answering) -> tuple[list[Understood], bool]:
    """What the engine makes of each question; the right topics where there is no engine."""
    today, served = answering.clock.today().isoformat(), list(answering.plans.counties())
    try:
        return [
            await answering.understanding.understand(
                each.text, {"today": today, "counties": named_counties(each.text, served)}
            )
            for each in questions
        ], True
    except UnderstandingUnavailable:
        return [_right(each, answering.plans) for each in questions], False


def _right(question: Question, plans: Plans) -> Understood:
    topic = plans.current(question.authority).articles[question.article].topic
    return Understood("", (Ranked(topic, 1.0),) if topic else ())


def _print(scores: Scores, took: Sequence[float], say: Say) -> None:
    where = "topics by the engine" if scores.understood else "no engine runs: topics taken as understood"
    say(f"answers: {scores.questions} questions, {where}")
    say(f"recall@3 by words alone: {scores.by_words / scores.questions:.1%}")
    say(f"recall@3 by topic and words: {scores.by_topic_and_words / scores.questions:.1%}")
    say(f"answered from the right article: {scores.right_article / scores.questions:.1%}")
    say(f"citations right: {scores.cited_right} of {scores.told} answers")
    say(f"ms an answer: p50 {_ms(took, 0.5):.2f}, p99 {_ms(took, 0.99):.2f}")


def _ms(took: Sequence[float], share: float) -> float:
    return took[min(int(len(took) * share), len(took) - 1)] * 1000

"""`ruxue evaluate-answers`: is the right article found, and does every answer rest on clauses of its plan."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from enrolment.answer_ports import GuideSearch
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
    """How many questions found their article; how many answers were told and sound; seconds each, sorted."""

    ranked: int
    right_article: int
    told: int
    cited_right: int
    took: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """How many of the questions found their article by words alone; the rest by two ways of knowing topics.

    `engine` are the topics the trained model finds, `right` those of the right articles: what could be had.
    """

    questions: int
    by_words: int
    engine: Scores
    right: Scores


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
    clock: Clock


def evaluate_answers(
    questions: Sequence[Question], means: Sequence[Understood], answering: Answering, say: Say
) -> Figures:
    """Ask every question, and print recall@3, what was answered, citations and milliseconds.

    `means` is what the engine made of each; all is measured a second time with the topics taken as right.
    """
    plans, search = answering.plans, answering.search
    by_words = sum(
        each.article
        in [found.article for found in search.find(plans.current(each.authority), each.text, _FIRST)]
        for each in questions
    )
    right = [_right(each, plans) for each in questions]
    figures = Figures(
        len(questions),
        by_words,
        engine=_measured(questions, means, answering),
        right=_measured(questions, right, answering),
    )
    _print(figures, say)
    return figures


def _measured(questions: Sequence[Question], means: Sequence[Understood], answering: Answering) -> Scores:
    plans, search, clock = answering.plans, answering.search, answering.clock
    ranked = right = 0
    told: list[tuple[Plan, Answer]] = []
    took: list[float] = []
    for question, meant in zip(questions, means, strict=True):
        plan = plans.current(question.authority)
        fits = {found.article: found.fit for found in search.find(plan, question.text, _FOUND)}
        nearest = rank_articles(plan, meant.topics, fits, meant.finer)[:_FIRST]
        ranked += question.article in [article.key for article in nearest]
        begun = time.perf_counter()
        given = answer_message(
            Asked(question.authority, question.text, meant), plans=plans, search=search, clock=clock
        )
        took.append(time.perf_counter() - begun)
        right += any(question.article == part.article for part in given.parts)
        told += [(plan, part) for part in given.parts if part.status in _TOLD]
    return Scores(
        ranked=ranked,
        right_article=right,
        told=len(told),
        cited_right=sum(rests_on_its_clauses(plan, answer) for plan, answer in told),
        took=tuple(sorted(took)),
    )


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


def _right(question: Question, plans: Plans) -> Understood:
    topic = plans.current(question.authority).articles[question.article].topic
    return Understood("", (Ranked(topic, 1.0),) if topic else ())


def _print(figures: Figures, say: Say) -> None:
    each = (figures.engine, figures.right)
    say(
        f"answers: {figures.questions} questions; recall@3 by words alone {_share(figures.by_words, figures)}"
    )
    say(f"{'topics':<36}{'by the engine':>16}{'taken as right':>16}")
    for name, cells in (
        ("recall@3 by topic and words", [_share(scores.ranked, figures) for scores in each]),
        ("answered from the right article", [_share(scores.right_article, figures) for scores in each]),
        ("citations right, of answers", [f"{scores.cited_right} of {scores.told}" for scores in each]),
        ("ms an answer, p50", [_ms(scores.took, 0.5) for scores in each]),
        ("ms an answer, p99", [_ms(scores.took, 0.99) for scores in each]),
    ):
        say(f"{name:<36}" + "".join(f"{cell:>16}" for cell in cells))


def _share(count: int, figures: Figures) -> str:
    return f"{count / figures.questions:.1%}"


def _ms(took: Sequence[float], share: float) -> str:
    return f"{took[min(int(len(took) * share), len(took) - 1)] * 1000:.2f}"

"""Say a thing once, where several answers to a message would say it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from enrolment.model.answering.answer import Answer


def once(answers: Iterable[Answer]) -> tuple[Answer, ...]:
    """The answers in their order, without those that say nothing new.

    One that goes on from an article told before says only what it adds: another figure, or that a person
    is called.
    """
    kept: list[Answer] = []
    said: set[str] = set()
    articles: set[str] = set()
    for answer in answers:
        lines = _lines(answer)
        new = [line for line in lines if line not in said]
        if new:
            goes_on = answer.article in articles
            kept.append(_saying(answer, new) if goes_on else answer)
        said.update(lines)
        articles.update(filter(None, [answer.article]))
    return tuple(kept)


def _lines(answer: Answer) -> list[str]:
    """The lines of an answer, without the last of one that names its clauses there."""
    lines = answer.text.split("\n")
    return lines[:-1] if answer.citations else lines


def _saying(answer: Answer, lines: list[str]) -> Answer:
    ground = answer.text.split("\n")[-1:] if answer.citations else []
    return replace(answer, text="\n".join([*lines, *ground]))

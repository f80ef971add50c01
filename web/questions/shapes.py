"""What the interface for questions takes and gives."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field, StrictInt, StrictStr

from enrolment.model.answering.answer import Answer, Answers, Citation, Status, TopicChoice


class QuestionBody(BaseModel):
    """A question about enrolment, to be answered by one authority's plan."""

    model_config = ConfigDict(extra="forbid")

    authority: StrictStr = Field(min_length=1, max_length=20, description="code of an authority (GB/T 2260)")
    year: StrictInt | None = Field(None, description="year of the plan; the one in force when left out")
    text: StrictStr = Field(description="what the guardian wrote, less than 5,000 characters")
    facts: dict[str, Any] | None = Field(
        None,
        max_length=60,
        description="what is known of the family, by the names of docs/told-facts.md or of the plan",
    )


class CitationView(BaseModel):
    """A clause an answer rests on."""

    clause: str
    title: str
    source: str
    version: str


class TopicView(BaseModel):
    """A topic the question may be about."""

    topic: str
    title: str


class PartView(BaseModel):
    """The answer to one of the questions of a message."""

    status: Status
    topic: str
    answer: str
    citations: list[CitationView]


class AsOfView(BaseModel):
    """The plan an answer is from."""

    authority: str
    year: int
    version: str


class AnswerView(BaseModel):
    """The answer; `status` and `topic` are those of the first question, the rest is of all of them.

    `parts` holds the answers one by one where a message asks several things.
    """

    status: Status
    topic: str
    answer: str
    citations: list[CitationView]
    missing: list[str] = Field(description="facts that would settle the family's own case")
    choices: list[TopicView]
    as_of: AsOfView
    parts: list[PartView]


def view(answers: Answers) -> AnswerView:
    """Write answers as they are sent."""
    plan, first = answers.plan, answers.first
    return AnswerView(
        status=first.status,
        topic=first.topic,
        answer=answers.text,
        citations=[_cited(each) for each in answers.citations],
        missing=list(answers.missing),
        choices=[_choice(each) for each in answers.choices],
        as_of=AsOfView(authority=plan.county, year=plan.year, version=plan.version),
        parts=[_part(each) for each in answers.parts],
    )


def _part(answer: Answer) -> PartView:
    cited = [_cited(each) for each in answer.citations]
    return PartView(status=answer.status, topic=answer.topic, answer=answer.text, citations=cited)


def _cited(citation: Citation) -> CitationView:
    return CitationView(
        clause=citation.clause, title=citation.title, source=citation.source, version=citation.version
    )


def _choice(choice: TopicChoice) -> TopicView:
    return TopicView(topic=choice.topic, title=choice.title)

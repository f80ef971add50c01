"""An answer to one question, and the answers to a message."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from enrolment.model.plan import Plan
from enrolment.model.plan.topics import Topic


class Status(StrEnum):
    """What became of a question."""

    ANSWERED = "answered"
    NEED_INFO = "need_info"
    """The rule is told; for the family's own case the facts under `missing` are needed."""
    CLARIFY = "clarify"
    HANDOFF = "handoff"
    OUT_OF_SCOPE = "out_of_scope"


class Handoff(StrEnum):
    """Why a person has to answer."""

    LIVE_STATUS = "live_status"
    CHANCES = "chances"
    RANKING = "ranking"
    DISCRETION = "discretion"
    DISPUTE = "dispute"
    ANGER = "anger"
    WISH = "wish"
    OTHER_YEAR = "other_year"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Citation:
    """A clause an answer rests on: its number, title, the rule it restates, and the plan's version."""

    clause: str
    title: str
    source: str
    version: str


@dataclass(frozen=True, slots=True)
class TopicChoice:
    """A topic offered where a question was not clear, in the words of its article."""

    topic: Topic
    title: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one question, ready to be said: `text` names its clauses, its year and its version.

    `article` is the guide's article it is from, empty for none; `question` asks for the first of what is
    missing and stands in the text. `handoff` says why a person has to answer.
    """

    status: Status
    topic: Topic
    text: str
    citations: tuple[Citation, ...] = ()
    article: str = ""
    missing: tuple[str, ...] = ()
    choices: tuple[TopicChoice, ...] = ()
    handoff: Handoff | None = None
    question: str = ""

    @property
    def told(self) -> str:
        """The text without its question, for whoever asks it apart."""
        return self.text.replace(f"{self.question}\n", "", 1) if self.question else self.text


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers to a message by one plan, one for each question in its order; there is at least one."""

    plan: Plan
    parts: tuple[Answer, ...]

    @property
    def first(self) -> Answer:
        """The answer to the first question: its status and topic stand for the message."""
        return self.parts[0]

    @property
    def text(self) -> str:
        """All answers, one below the other."""
        return "\n\n".join(part.text for part in self.parts)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every clause an answer rests on, each once."""
        return tuple(dict.fromkeys(each for part in self.parts for each in part.citations))

    @property
    def missing(self) -> tuple[str, ...]:
        """Every fact that is needed."""
        return tuple(dict.fromkeys(name for part in self.parts for name in part.missing))

    @property
    def choices(self) -> tuple[TopicChoice, ...]:
        """Every topic offered."""
        return tuple(dict.fromkeys(each for part in self.parts for each in part.choices))

"""Facts: questions about a family, each with one of five answers, and the evidence behind them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

FactValue = bool | int | str | date


class Answer(StrEnum):
    """What is known about a fact."""

    CONFIRMED = "confirmed"
    """A record says so."""
    CONTRADICTED = "contradicted"
    """A record says otherwise than the guardian; the value is the record's."""
    NOT_FOUND = "not_found"
    """The department has no record, or, where there is evidence, one that does not show it."""
    UNAVAILABLE = "unavailable"
    """The department did not answer, or may not be asked."""
    DECLARED = "declared"
    """The guardian says so; nobody was asked yet."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What backs a fact: one department record, named without its contents.

    `digest` is the SHA-256 of the record as received, in hex.
    """

    data_item: str
    department: str
    grant_id: str
    obtained_at: datetime
    digest: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One question about a family with its answer.

    `value` is the best value known: the record's when there is one, else the declared one, else None.
    """

    name: str
    answer: Answer
    value: FactValue | None = None
    evidence: Evidence | None = None

    @property
    def settled(self) -> bool:
        """Whether a record stands behind the value."""
        return self.answer is Answer.CONFIRMED or self.answer is Answer.CONTRADICTED


Facts = Mapping[str, Fact]


def declared(values: Mapping[str, FactValue]) -> dict[str, Fact]:
    """Turn what a guardian said into declared facts."""
    return {name: Fact(name, Answer.DECLARED, value) for name, value in values.items()}

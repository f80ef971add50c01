"""What is wrong with a plan file, said so that its author can mend it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from enrolment.model.errors import EnrolmentError


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with a file: where, what, and what to write instead."""

    file: str
    line: int | None
    place: str
    problem: str

    def __str__(self) -> str:
        where = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{where}: {self.place}: {self.problem}" if self.place else f"{where}: {self.problem}"


class PlanInvalid(EnrolmentError):
    """A plan cannot be used; the message names the file, the line, the place, and what to write.

    `problems` holds everything found at once, the message the first of it.
    """

    def __init__(self, problems: Sequence[Problem]) -> None:
        first = problems[0]
        super().__init__(str(first))
        self.problems = tuple(problems)
        self.file, self.line, self.place, self.problem = first.file, first.line, first.place, first.problem


class Mistake(Exception):
    """A mistake at one place of a plan, before it is known in which file."""

    def __init__(self, place: str, problem: str) -> None:
        super().__init__(f"{place}: {problem}")
        self.place = place
        self.problem = problem

"""What is wrong with a plan file, said so that its author can mend it."""

from __future__ import annotations

from enrolment.model.errors import EnrolmentError


class PlanInvalid(EnrolmentError):
    """A plan file cannot be used; the message names the file, the place in it, and what to write."""

    def __init__(self, file: str, place: str, problem: str) -> None:
        super().__init__(f"{file}: {place}: {problem}" if place else f"{file}: {problem}")
        self.file = file
        self.place = place
        self.problem = problem


class Mistake(Exception):
    """A mistake at one place of a plan, before it is known in which file."""

    def __init__(self, place: str, problem: str) -> None:
        super().__init__(f"{place}: {problem}")
        self.place = place
        self.problem = problem

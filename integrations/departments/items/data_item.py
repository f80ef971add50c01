"""A data item: how one department's resource is asked for and read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from enrolment.model.establishing.records import DepartmentRecord, Particular

Given = tuple[tuple[Particular, str], ...]
"""What may be asked by besides the ID number, and the field that holds it."""


class Subject(StrEnum):
    """Whose ID number a data item may be asked by, under a grant for a child."""

    CHILD = "child"
    GUARDIAN = "guardian"


class DataItem(Protocol):
    """One data item of the exchange."""

    @property
    def resource(self) -> str:
        """What the exchange calls it (rid)."""
        ...

    @property
    def asked_by(self) -> str:
        """The field of the query that holds the ID number."""
        ...

    @property
    def given(self) -> Given:
        """The fields of the query that hold what a guardian read off the paper."""
        ...

    @property
    def subject(self) -> Subject:
        """Whose ID number that is."""
        ...

    def read(self, data: object, id_number: str, obtained_at: datetime) -> Sequence[DepartmentRecord]:
        """Turn an answer into records, none when there are none.

        Raises AnswerMalformed, and AnswerUntrustworthy when the number asked about is not in it.
        """
        ...

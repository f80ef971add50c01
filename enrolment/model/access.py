"""Who reads personal data, and why: nothing sealed is opened without saying so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Who(StrEnum):
    """Who reads."""

    ASSISTANT = "assistant"
    GUARDIAN = "guardian"
    STAFF = "staff"


class Why(StrEnum):
    """What it is read for."""

    SIGN_IN = "sign_in"
    TALK = "talk"
    APPLY = "apply"
    VERIFY = "verify"
    FILE = "file"
    SHOW = "show"
    PAPERS = "papers"
    REVIEW = "review"
    HOTLINE = "hotline"
    LEARN = "learn"


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads, and why; staff are named by their id, so that the guardian can ask who it was."""

    who: Who
    why: Why
    staff_id: str | None = None

    def __post_init__(self) -> None:
        """Refuse staff without an id, and an id without staff."""
        if (self.who is Who.STAFF) != (self.staff_id is not None):
            raise ValueError("staff read under their id, nobody else does")


@dataclass(frozen=True, slots=True)
class Access:
    """One read of one field, as it is logged: never its value."""

    at: datetime
    reader: Reader
    field: str

"""One page of a paper, as it is kept."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from enrolment.model.papers.advice import Advice

MOST_OF_A_PAPER = 20
"""Pages of one paper; a contract is asked for by its telling pages only."""
MOST_OF_A_CASE = 60
"""Pages of all papers of one application."""


class PictureSize(StrEnum):
    """The sizes a page is kept in: to read, and to recognise in a list."""

    FULL = "full"
    SMALL = "small"


@dataclass(frozen=True, slots=True)
class Picture:
    """A page that was opened, cleaned and measured: JPEG without any data but its pixels."""

    full: bytes = field(repr=False)
    small: bytes = field(repr=False)
    width: int
    height: int
    advice: tuple[Advice, ...] = ()

    @property
    def sha256(self) -> str:
        """What tells two pictures apart."""
        return hashlib.sha256(self.full).hexdigest()


@dataclass(frozen=True, slots=True)
class PaperPage:
    """What is known of one page: never its content, never the name its file had.

    `document` is the paper's key in the plan, `place` its place among that paper's pages, `size` and
    `sha256` are those of the cleaned picture. Once handed in a page stays.
    """

    id: str
    application_id: str
    document: str
    place: int
    size: int
    sha256: str
    width: int
    height: int
    advice: tuple[Advice, ...]
    added_at: datetime
    handed_in_at: datetime | None = None

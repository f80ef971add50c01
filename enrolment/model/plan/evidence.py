"""What the plan wants to know of a family, and what can show it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from enrolment.model.facts import FactValue

STAGE_FACT = "stage"
"""A fact by this name is settled by the stage filed for: nobody is asked and no paper shows it."""


class FactKind(StrEnum):
    """The type of a fact's value; `months` and `share` are whole numbers."""

    YES_NO = "yes_no"
    MONTHS = "months"
    DATE = "date"
    SHARE = "share"
    CHOICE = "choice"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class DataItem:
    """One data item a department shares; words are for guardians, `valid_days` bounds a grant.

    An answer younger than `fresh_hours` is not asked for again.
    """

    key: str
    title: str
    department: str
    department_title: str
    purpose: str
    valid_days: int
    fresh_hours: int = 72


@dataclass(frozen=True, slots=True)
class Remedy:
    """What a family can still do about a fact: `do` in words, done at the latest `by`.

    `to` is the value the fact then has; None for a date, which then is the day it is done. Without `by`
    the rules alone say how late is too late.
    """

    do: str
    clause: str
    by: date | None = None
    to: FactValue | None = None


@dataclass(frozen=True, slots=True)
class FactSpec:
    """A fact the plan uses: which data items can settle it, and which paper can where they can't.

    `documents_if_no` replaces `documents` where the guardian says no: nobody can bring a paper about a
    home that does not exist. `documents_if_not_shown` does where a record was read and does not show it: a
    paper that only repeats the record would not help. `choices` are the values a choice can take. `question`
    asks a guardian for it.
    """

    name: str
    kind: FactKind
    title: str
    data_items: tuple[str, ...]
    documents: tuple[str, ...]
    documents_if_no: tuple[str, ...] | None = None
    documents_if_not_shown: tuple[str, ...] | None = None
    choices: tuple[str, ...] = ()
    question: str = ""
    remedy: Remedy | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A paper that may be asked for; `cost` orders alternatives by trouble for the family (1 is least).

    `pages` are the pages to photograph, `advice` how.
    """

    key: str
    title: str
    cost: int
    pages: tuple[str, ...] = ()
    advice: str = ""

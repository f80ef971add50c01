"""How long each kind of data is kept, and why so long: the shortest time that serves its purpose."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

_TERM_BEGINS = (9, 1)
THREE_YEARS = timedelta(days=3 * 365 + 1)


class Kind(StrEnum):
    """What is kept under a rule of its own."""

    SIGN_INS = "sign_ins"
    MESSAGES = "messages"
    TYPED_VALUES = "typed_values"
    HANDOVERS = "handovers"
    HELD_PICTURES = "held_pictures"
    DRAFTS = "drafts"
    RECORDS = "records"
    FILINGS = "filings"
    CONSENTS = "consents"
    ACCESS_LOG = "access_log"
    GAPS = "gaps"
    TOLD_CLAUSES = "told_clauses"
    PEOPLE = "people"
    DIALOGUES = "dialogues"
    WORKFLOWS = "workflows"


@dataclass(frozen=True, slots=True)
class Rule:
    """How long a kind is kept, counted from when, and on what ground.

    `ends` says what happens then: a row is deleted, or emptied where its frame must stay (a timeline).
    """

    kind: Kind
    what: str
    keep: timedelta
    counted_from: str
    ends: str
    ground: str


RULES: tuple[Rule, ...] = (
    Rule(
        Kind.SIGN_INS,
        "sign-ins under way",
        timedelta(days=1),
        "the end of their ten minutes",
        "deleted",
        "PIPL 19: the shortest time that serves the purpose",
    ),
    Rule(
        Kind.MESSAGES,
        "messages and replies of a chat, and the choices offered last",
        timedelta(days=30),
        "the message",
        "deleted",
        "PIPL 19; a complaint about an answer comes within weeks",
    ),
    Rule(
        Kind.TYPED_VALUES,
        "numbers typed in a chat",
        timedelta(days=30),
        "the message",
        "deleted",
        "PIPL 19; nobody needs them once the departments answered",
    ),
    Rule(
        Kind.HANDOVERS,
        "conversations handed over to a person: why, and what was understood by then",
        timedelta(days=30),
        "their closing, else their beginning",
        "deleted",
        "PIPL 19; as long as the messages they are about",
    ),
    Rule(
        Kind.HELD_PICTURES,
        "pictures sent while a person had the conversation, of which nobody said what paper they show",
        timedelta(days=30),
        "their sending",
        "deleted",
        "PIPL 19; as long as the messages they came with",
    ),
    Rule(
        Kind.DRAFTS,
        "what was said for an application that was never filed",
        timedelta(days=90),
        "the last event of the case",
        "emptied; the timeline of keys stays",
        "PIPL 19; longer than any filing window with its supplements",
    ),
    Rule(
        Kind.RECORDS,
        "records pulled from departments, facts taken from them, and pictures of papers",
        timedelta(days=30),
        "the first school day of the year of enrolment (1 September)",
        "deleted; facts emptied",
        "PIPL 19, 28-31; 政务数据共享条例: used for the purpose shared for",
    ),
    Rule(
        Kind.FILINGS,
        "filed applications: what was declared and decided",
        THREE_YEARS,
        "the filing",
        "emptied; the timeline of keys stays",
        "网络数据安全管理条例: records of sharing are kept three years",
    ),
    Rule(
        Kind.CONSENTS,
        "consents",
        THREE_YEARS,
        "their end or withdrawal",
        "deleted",
        "网络数据安全管理条例: records of sharing are kept three years",
    ),
    Rule(
        Kind.ACCESS_LOG,
        "the log of who read what",
        THREE_YEARS,
        "the read",
        "deleted",
        "logs at least six months; 未成年人网络保护条例 36-37, and three years as what it is evidence for",
    ),
    Rule(
        Kind.TOLD_CLAUSES,
        "which clauses a conversation was given, and the notices that wait where one changed",
        timedelta(days=180),
        "the answer, or the notice",
        "deleted",
        "PIPL 19; a plan may change from its publication until everybody has a school",
    ),
    Rule(
        Kind.GAPS,
        "questions that got no answer, or a bad one",
        timedelta(days=90),
        "the question",
        "deleted",
        "PIPL 19; an office answers within the season, or not",
    ),
    Rule(
        Kind.PEOPLE,
        "names and ID numbers of guardians and children about whom nothing is kept any more",
        timedelta(days=90),
        "the last sign-in",
        "deleted; emptied where a timeline still names them by id",
        "PIPL 19, 47",
    ),
    Rule(
        Kind.DIALOGUES,
        "where a conversation stood: what was understood, the answers of its forms",
        timedelta(days=30),
        "the last message",
        "deleted",
        "PIPL 19; as long as the messages themselves",
    ),
    Rule(
        Kind.WORKFLOWS,
        "finished work: ids of cases, and when each was asked about",
        timedelta(days=7),
        "its end",
        "deleted",
        "PIPL 19; nobody resumes what is done",
    ),
)
"""In the order in which they are applied: people go once nothing about them is left."""


def kept_since(rule: Rule, now: datetime) -> datetime:
    """What counts from before this moment is over."""
    return now - rule.keep


def last_term_begun(day: date) -> int:
    """The latest year whose first school day has come by this day."""
    return day.year if day >= date(day.year, *_TERM_BEGINS) else day.year - 1

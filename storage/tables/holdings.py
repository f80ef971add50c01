"""What every column may hold: the sealed ones, and the open ones with the reason each is needed.

A column that is on neither list fails a test. Names, ID numbers, phones, addresses, what departments
answered and what people wrote may stand in a sealed column only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sealed:
    """The sealed columns of a table, and the column whose value each is bound to."""

    row_id: str
    columns: tuple[str, ...]


SEALED: Mapping[str, Sealed] = {
    "guardians": Sealed("id", ("id_number", "name")),
    "children": Sealed("id", ("id_number", "name")),
    "applications": Sealed("id", ("declared", "facts", "outcome")),
    "conversations": Sealed("id", ("offered",)),
    "turns": Sealed("id", ("inbound", "replies")),
    "vault": Sealed("reference", ("value",)),
    "department_replies": Sealed("id", ("reply",)),
    "papers": Sealed("id", ("key",)),
    "held_pictures": Sealed("id", ("media", "key")),
    "question_gaps": Sealed("id", ("text",)),
    "particulars": Sealed("id", ("given",)),
    "handovers": Sealed("id", ("summary",)),
}

_ID = "random, tells nothing"
_HASH = "keyed hash, to find a value again without keeping it"
_WHEN = "retention and order"
_ORDER = "the order of rows"

OPEN: Mapping[str, Mapping[str, str]] = {
    "guardians": {"id": _ID, "id_number_hash": _HASH},
    "children": {"id": _ID, "id_number_hash": _HASH},
    "households": {"guardian_id": _ID, "child_id": _ID},
    "sign_ins": {
        "state_hash": _HASH,
        "conversation_id": _ID,
        "started_at": _WHEN,
        "expires_at": _WHEN,
        "used_at": "a sign-in serves once",
    },
    "bindings": {"conversation_id": _ID, "guardian_id": _ID, "bound_at": _WHEN},
    "consent_grants": {
        "number": _ORDER,
        "id": _ID,
        "child_id": _ID,
        "data_item": "which item was agreed to, a key",
        "department": "which department, a key",
        "purpose": "what for, a key",
        "text_version": "which wording was shown",
        "granted_by": _ID,
        "channel": "where it was given",
        "granted_at": "proof of consent",
        "expires_at": "no department is asked later",
        "revoked_at": "no department is asked later",
    },
    "applications": {
        "number": _ORDER,
        "id": _ID,
        "guardian_id": _ID,
        "child_id": _ID,
        "county": "which authority decides, a public code",
        "year": "one application a child and year",
        "stage": "primary or junior",
        "state": "what can be done next",
        "receipt_number": "what the guardian quotes; made of county, year and a serial",
        "submitted_at": "proof of filing in time",
    },
    "events": {
        "application_id": _ID,
        "sequence": _ORDER,
        "type": "what happened, a key",
        "at": "when; part of the hash",
        "details": "keys of facts, data items and stages; never a value",
        "previous_hash": "no event can be taken out",
        "hash": "no event can be changed",
    },
    "receipt_serials": {"county": "a public code", "year": "counts begin anew", "last": "the counter"},
    "conversations": {"id": _ID, "channel": "where to answer", "address_hash": _HASH},
    "turns": {
        "number": _ORDER,
        "id": _ID,
        "message_hash": _HASH,
        "conversation_id": _ID,
        "channel": "where to answer",
        "received_at": _WHEN,
        "stage": "whether an answer is outstanding",
        "attempts": "a message that cannot be answered is not tried for ever",
    },
    "vault": {
        "reference": _ID,
        "conversation_id": _ID,
        "kind": "what kind of value, a key",
        "kept_at": _WHEN,
    },
    "papers": {
        "id": _ID,
        "application_id": _ID,
        "document": "which paper, a key of the plan",
        "place": _ORDER,
        "size": "how large the picture is",
        "sha256": "the digest of a picture, which nobody can turn back",
        "width": "whether it can be read",
        "height": "whether it can be read",
        "advice": "whether it can be read, keys",
        "added_at": _WHEN,
        "handed_in_at": "proof of handing in",
    },
    "held_pictures": {
        "id": _ID,
        "conversation_id": _ID,
        "width": "whether it can be read",
        "height": "whether it can be read",
        "advice": "whether it can be read, keys",
        "sent_at": _WHEN,
    },
    "handovers": {
        "number": _ORDER,
        "id": _ID,
        "conversation_id": _ID,
        "county": "whose desk shows it, a public code",
        "reason": "why a person is needed, a key",
        "state": "whether a person has it",
        "opened_at": "who waits longest",
        "taken_by": "an id, so that a guardian can ask who it was",
        "taken_at": "how long a guardian waited",
        "closed_at": _WHEN,
    },
    "counters": {"name": "what is counted, a key", "total": "a count"},
    "plan_versions": {
        "number": _ORDER,
        "county": "a public code",
        "year": "which plan",
        "serial": "which version",
        "version": "which version, in words",
        "sha256": "no version can be changed",
        "effective_from": "when it is in force",
        "published_at": "when it was published",
        "document": "the plan, which is public",
    },
    "office_articles": {
        "number": _ORDER,
        "id": _ID,
        "county": "a public code",
        "year": "which plan",
        "question": "written by the office, to be published",
        "answer": "written by the office, to be published",
        "topic": "what it is about, a key",
        "source": "the name of the office's file",
        "row": "where it stands in the file",
        "version": "the plan's version it was held against",
        "imported_at": _WHEN,
        "state": "whether it answers",
        "published_at": "since when it answers",
    },
    "question_gaps": {
        "id": _ID,
        "county": "which office could answer, a public code",
        "kind": "what went wrong, a key",
        "topic": "what it is about, a key",
        "at": _WHEN,
    },
    "told_clauses": {
        "conversation_id": _ID,
        "county": "which plan, a public code",
        "year": "which plan",
        "clause": "what was given, a public number",
        "version": "by which words",
        "told_at": _WHEN,
    },
    "clause_notices": {
        "conversation_id": _ID,
        "county": "which plan, a public code",
        "year": "which plan",
        "version": "the words that are new",
        "clauses": "what changed, public numbers",
        "queued_at": _WHEN,
    },
    "wrapping_keys": {
        "id": _ID,
        "cipher": "how it encrypts",
        "state": "whether it is in use",
        "wrapped": "the key, encrypted under the secret",
        "created_at": "when to rotate",
        "retired_at": "proof that it was destroyed",
    },
    "data_keys": {
        "id": _ID,
        "family": "whose values it seals, a table's name",
        "cipher": "how it encrypts",
        "wrapping_key_id": _ID,
        "wrapped": "the key, encrypted under a key-encryption key",
        "created_at": "when to begin another",
    },
    "department_replies": {
        "number": _ORDER,
        "id": _ID,
        "question_hash": _HASH,
        "child_id": _ID,
        "grant_id": "deleted with the consent it was pulled under",
        "data_item": "which item, a key",
        "asked_at": "freshness, and retention",
    },
    "particulars": {
        "id": _ID,
        "grant_id": "deleted with the consent it was given under",
        "child_id": _ID,
        "data_item": "which item, a key",
        "given_at": _WHEN,
    },
    "verification_runs": {
        "application_id": _ID,
        "run": _ID,
        "asking_until": "no department is asked twice at once",
    },
    "accesses": {
        "number": _ORDER,
        "at": "when it was read",
        "subject_id": _ID,
        "field": "which column, never its value",
        "who": "assistant, guardian or staff",
        "staff_id": "an id, so that a guardian can ask who it was",
        "why": "what for, a key",
        "bucket": "what the assistant reads is one row a day",
    },
}

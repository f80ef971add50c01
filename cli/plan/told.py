"""`ruxue plan told`: which conversations were given a clause that reads otherwise now."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from enrolment.model.answering.told_clauses import ToldClause

Say = Callable[[str], None]


def tell(outdated: Sequence[ToldClause], say: Say) -> None:
    """Say it conversation by conversation: each clause, by which version, and when."""
    for conversation, told in groupby(outdated, key=lambda each: each.conversation_id):
        say(f"conversation {conversation}")
        for each in told:
            say(f"  {each.clause}, by {each.version}, on {each.told_at:%Y-%m-%d %H:%M}")
    conversations = len({each.conversation_id for each in outdated})
    say(f"{conversations} conversations were given {len(outdated)} clauses that read otherwise now.")

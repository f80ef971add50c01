"""A picture kept for the person who has a conversation, before anybody said which paper it shows."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from enrolment.model.papers.advice import Advice

MOST_HELD = 60
"""Pictures of one conversation, as many as an application may have pages."""


@dataclass(frozen=True, slots=True)
class HeldPicture:
    """What is known of one, never its content; `media` is the channel's name of it, sealed where kept."""

    id: str
    conversation_id: str
    media: str = field(repr=False)
    width: int
    height: int
    advice: tuple[Advice, ...]
    sent_at: datetime

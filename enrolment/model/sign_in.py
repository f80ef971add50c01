"""A sign-in under way: which conversation asked for it, and until when it may come back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class SignIn:
    """One sign-in; `state` is the secret that travels to the identity service and back, once."""

    state: str
    conversation_id: str
    started_at: datetime
    expires_at: datetime

"""Consent: a guardian lets one department's data item serve one child's enrolment (PIPL 14, 28-31)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime


@dataclass(frozen=True, slots=True)
class ConsentGrant:
    """One grant: child, data item, purpose, wording, by whom, where, from when until when."""

    id: str
    child_id: str
    data_item: str
    department: str
    purpose: str
    text_version: str
    granted_by: str
    channel: str
    granted_at: datetime
    expires_at: datetime
    revoked_at: datetime | None = None

    def is_live(self, at: datetime) -> bool:
        """Whether a department may be asked under it at this moment."""
        return self.revoked_at is None and self.granted_at <= at < self.expires_at

    def revoked(self, at: datetime) -> ConsentGrant:
        """The same grant, withdrawn (PIPL 15)."""
        return self if self.revoked_at else replace(self, revoked_at=at)

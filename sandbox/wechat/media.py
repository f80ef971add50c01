"""Temporary media: what users sent, for three days."""

import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sandbox.settings import Clock

LIFE = timedelta(days=3)


@dataclass(slots=True)
class Media:
    """Pictures by media id."""

    clock: Clock
    _kept: dict[str, tuple[bytes, datetime]] = field(default_factory=dict)

    def keep(self, content: bytes) -> str:
        """Keep a picture and name it."""
        media_id = secrets.token_urlsafe(48)
        self._kept[media_id] = content, self.clock()
        return media_id

    def get(self, media_id: str) -> bytes | None:
        """A picture, as long as it lasts."""
        content, since = self._kept.get(media_id, (None, self.clock()))
        return content if since + LIFE > self.clock() else None

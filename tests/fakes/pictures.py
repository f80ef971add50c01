"""A channel that keeps pictures, in memory."""

from __future__ import annotations

from dataclasses import dataclass, field

from enrolment.model.papers.refusals import PictureGone


@dataclass(slots=True)
class FakePictureSource:
    """Implements `PictureSource`; `failure` is raised while set."""

    kept: dict[str, bytes] = field(default_factory=dict)
    failure: Exception | None = None
    fetched: list[str] = field(default_factory=list)

    async def fetch(self, media: str) -> bytes:
        """The bytes of a picture."""
        self.fetched.append(media)
        if self.failure is not None:
            raise self.failure
        if media not in self.kept:
            raise PictureGone("not kept any more")
        return self.kept[media]

"""Pictures held for the person who has a conversation."""

from __future__ import annotations

import base64
from collections.abc import Sequence

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from enrolment.model.papers.advice import Advice
from enrolment.model.papers.held import HeldPicture
from enrolment.model.papers.refusals import PageUnknown
from storage.sealing import Sealing
from storage.tables import HeldPictureRow

MEDIA, KEY = "held_pictures.media", "held_pictures.key"
"""The columns that are sealed."""


class SqlHeldPictures:
    """Implements `enrolment.paper_ports.HeldPictures`."""

    def __init__(self, session: Session, sealing: Sealing) -> None:
        self._session = session
        self._sealing = sealing

    def of_conversation(self, conversation_id: str) -> Sequence[HeldPicture]:
        """Those of a conversation, in the order they came."""
        rows = self._session.scalars(
            select(HeldPictureRow)
            .where(HeldPictureRow.conversation_id == conversation_id)
            .order_by(HeldPictureRow.sent_at, HeldPictureRow.id)
        )
        return [self._held(row) for row in rows]

    def add(self, picture: HeldPicture, key: bytes) -> None:
        """Store one and the key it is sealed under."""
        self._session.add(
            HeldPictureRow(
                id=picture.id,
                conversation_id=picture.conversation_id,
                width=picture.width,
                height=picture.height,
                advice=[each.value for each in picture.advice],
                sent_at=picture.sent_at,
                media=self._sealing.seal(MEDIA, picture.id, picture.media),
                key=self._sealing.seal(KEY, picture.id, base64.b64encode(key).decode()),
            )
        )
        self._session.flush()

    def key_of(self, conversation_id: str, picture_id: str) -> bytes:
        """The key of one; raise PageUnknown for one that is not this conversation's."""
        sealed = self._session.scalars(
            select(HeldPictureRow.key).where(
                HeldPictureRow.id == picture_id, HeldPictureRow.conversation_id == conversation_id
            )
        ).one_or_none()
        if sealed is None:
            raise PageUnknown("there is no such picture")
        return base64.b64decode(self._sealing.open(KEY, picture_id, sealed, subject=conversation_id))

    def remove(self, picture_id: str) -> None:
        """Forget one and its key."""
        self._session.execute(delete(HeldPictureRow).where(HeldPictureRow.id == picture_id))

    def _held(self, row: HeldPictureRow) -> HeldPicture:
        return HeldPicture(
            id=row.id,
            conversation_id=row.conversation_id,
            media=self._sealing.open(MEDIA, row.id, row.media, subject=row.conversation_id),
            width=row.width,
            height=row.height,
            advice=tuple(Advice(each) for each in row.advice),
            sent_at=row.sent_at,
        )

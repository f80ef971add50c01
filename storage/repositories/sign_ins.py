"""Sign-ins under way and the guardians bound to conversations."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from enrolment.model.errors import SignInRefused
from enrolment.model.sign_in import SignIn
from storage.sealing import Sealing
from storage.statements import dialect_of, insert
from storage.tables import BindingRow, SignInRow

PURPOSE = "sign_ins.state"


class SqlSignIns:
    """Implements `enrolment.ports.SignIns`."""

    def __init__(self, session: Session, sealing: Sealing) -> None:
        self._session = session
        self._sealing = sealing

    def add(self, sign_in: SignIn) -> None:
        """Store a sign-in that was started; only a keyed hash of its state is kept."""
        self._session.add(
            SignInRow(
                state_hash=self._sealing.find(PURPOSE, sign_in.state),
                conversation_id=sign_in.conversation_id,
                started_at=sign_in.started_at,
                expires_at=sign_in.expires_at,
            )
        )
        self._session.flush()

    def take(self, state: str, at: datetime) -> SignIn:
        """Use up a sign-in; raise SignInRefused when its state is unknown, used or expired."""
        # One statement decides, so that of two requests with one state only one is served.
        taken = self._session.execute(
            update(SignInRow)
            .where(
                SignInRow.state_hash == self._sealing.find(PURPOSE, state),
                SignInRow.used_at.is_(None),
                SignInRow.expires_at > at,
            )
            .values(used_at=at)
            .returning(SignInRow.conversation_id, SignInRow.started_at, SignInRow.expires_at)
            .execution_options(synchronize_session=False)
        ).one_or_none()
        if taken is None:
            raise SignInRefused("the sign-in is unknown, used or expired; start a new one")
        return SignIn(state, taken.conversation_id, taken.started_at, taken.expires_at)

    def bind(self, conversation_id: str, guardian_id: str, at: datetime) -> None:
        """Remember that this conversation is with this guardian, instead of any before."""
        self._session.execute(
            insert(dialect_of(self._session), BindingRow)
            .values(conversation_id=conversation_id, guardian_id=guardian_id, bound_at=at)
            .on_conflict_do_update(
                index_elements=["conversation_id"], set_={"guardian_id": guardian_id, "bound_at": at}
            )
        )

    def guardian_of(self, conversation_id: str) -> str | None:
        """The guardian bound to a conversation, if any."""
        return self._session.scalars(
            select(BindingRow.guardian_id).where(BindingRow.conversation_id == conversation_id)
        ).one_or_none()

    def conversations_of(self, guardian_id: str) -> Sequence[str]:
        """Every conversation bound to a guardian."""
        return self._session.scalars(
            select(BindingRow.conversation_id).where(BindingRow.guardian_id == guardian_id)
        ).all()

    def unbind(self, conversation_id: str) -> None:
        """Forget the binding."""
        self._session.execute(delete(BindingRow).where(BindingRow.conversation_id == conversation_id))

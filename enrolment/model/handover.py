"""A conversation handed over to a person: why, with what summary, and who has it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from enrolment.model.errors import HandoverRefused


class HandoverReason(StrEnum):
    """Why a person is needed."""

    SAFETY = "safety"
    ASKED = "asked"
    COMPLAINT = "complaint"
    UNCLEAR = "unclear"
    FAILED_ANSWERS = "failed_answers"
    FAILED_SIGN_INS = "failed_sign_ins"
    LIVE_STATUS = "live_status"
    CHANCES = "chances"
    LEGAL_DISPUTE = "legal_dispute"
    DISCRETION = "discretion"
    OTHER_YEAR = "other_year"
    UNANSWERED = "unanswered"

    @property
    def urgent(self) -> bool:
        """Whether it comes before everybody else in the queue."""
        return self is HandoverReason.SAFETY


class HandoverState(StrEnum):
    """How far a handover is; while a person has it, the assistant is silent."""

    WAITING = "waiting"
    TAKEN = "taken"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Asked:
    """One question a guardian asked, by its topic, and whether the assistant had an answer."""

    topic: str
    answered: bool


@dataclass(frozen=True, slots=True)
class Summary:
    """What a person reads first: the step, the facts told by name, the topics asked about.

    It quotes nobody: facts are values of the dialogue (`hukou: elsewhere`), questions are topics. `pictures`
    came while a person had the conversation: the paper each was kept with, empty where none is picked yet.
    """

    step: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
    asked: tuple[Asked, ...] = ()
    pictures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """One conversation in the queue; a conversation has at most one that is not closed."""

    id: str
    conversation_id: str
    county: str
    reason: HandoverReason
    summary: Summary
    opened_at: datetime
    state: HandoverState = HandoverState.WAITING
    taken_by: str | None = None
    taken_at: datetime | None = None
    closed_at: datetime | None = None

    def again(self, reason: HandoverReason, county: str, summary: Summary) -> Handover:
        """The same one asked for again: the newest summary there is, and an urgent reason over any other."""
        stands = self.reason if self.reason.urgent and not reason.urgent else reason
        newest = replace(summary, pictures=self.summary.pictures) if summary != Summary() else self.summary
        return replace(self, reason=stands, county=county or self.county, summary=newest)

    def with_picture(self, paper: str) -> Handover:
        """The same, with one more picture sent and the paper it was kept with."""
        pictures = (*self.summary.pictures, paper)
        return replace(self, summary=replace(self.summary, pictures=pictures))

    def taken(self, staff_id: str, at: datetime) -> Handover:
        """Give it to a person; raise HandoverRefused unless it waits."""
        if self.state is not HandoverState.WAITING:
            raise HandoverRefused(f"it is {self.state.value}, and only what waits can be taken")
        return replace(self, state=HandoverState.TAKEN, taken_by=staff_id, taken_at=at)

    def released(self) -> Handover:
        """Put it back into the queue; raise HandoverRefused unless a person has it."""
        if self.state is not HandoverState.TAKEN:
            raise HandoverRefused(f"it is {self.state.value}, and only what is taken can be put back")
        return replace(self, state=HandoverState.WAITING, taken_by=None, taken_at=None)

    def closed(self, at: datetime) -> Handover:
        """End it, and let the assistant speak again; raise HandoverRefused when it was ended before."""
        if self.state is HandoverState.CLOSED:
            raise HandoverRefused("it is closed already")
        return replace(self, state=HandoverState.CLOSED, closed_at=at)

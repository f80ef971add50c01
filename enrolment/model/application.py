"""An application: its states, who may move it on, and what happened to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from enrolment.model.decision import Outcome
from enrolment.model.errors import TransitionRefused
from enrolment.model.facts import Fact, FactValue
from enrolment.model.plan import Stage
from enrolment.model.story import timeline
from enrolment.model.story.timeline import Event, EventType


class State(StrEnum):
    """Where an application stands (ARCHITECTURE 5)."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    VERIFYING = "verifying"
    UNDER_REVIEW = "under_review"
    NEEDS_DOCUMENTS = "needs_documents"
    APPROVED = "approved"
    RETURNED = "returned"
    DECLINED = "declined"
    ADMITTED = "admitted"
    PLACED = "placed"
    ADJUSTED = "adjusted"
    CONFIRMED = "confirmed"
    WITHDRAWN = "withdrawn"


TRANSITIONS: Mapping[State, frozenset[State]] = {
    State.DRAFT: frozenset({State.SUBMITTED, State.WITHDRAWN}),
    State.SUBMITTED: frozenset({State.VERIFYING, State.WITHDRAWN}),
    State.VERIFYING: frozenset({State.UNDER_REVIEW, State.NEEDS_DOCUMENTS, State.WITHDRAWN}),
    State.NEEDS_DOCUMENTS: frozenset({State.UNDER_REVIEW, State.WITHDRAWN}),
    State.UNDER_REVIEW: frozenset(
        {State.APPROVED, State.RETURNED, State.DECLINED, State.NEEDS_DOCUMENTS, State.WITHDRAWN}
    ),
    State.RETURNED: frozenset({State.SUBMITTED, State.WITHDRAWN}),
    State.APPROVED: frozenset({State.ADMITTED, State.WITHDRAWN}),
    State.DECLINED: frozenset({State.UNDER_REVIEW, State.WITHDRAWN}),
    State.ADMITTED: frozenset({State.PLACED, State.ADJUSTED, State.WITHDRAWN}),
    State.PLACED: frozenset({State.CONFIRMED, State.WITHDRAWN}),
    State.ADJUSTED: frozenset({State.CONFIRMED, State.WITHDRAWN}),
    State.CONFIRMED: frozenset(),
    State.WITHDRAWN: frozenset(),
}


@dataclass(frozen=True, slots=True)
class Application:
    """One child's application for one year, with everything known and everything that happened.

    `receipt_number` is set when it is filed. `declared` is what the guardian said, `facts` what is
    known of it now, `outcome` the last decision.
    """

    id: str
    guardian_id: str
    child_id: str
    county: str
    year: int
    stage: Stage
    state: State = State.DRAFT
    declared: Mapping[str, FactValue] = field(default_factory=dict)
    facts: Mapping[str, Fact] = field(default_factory=dict)
    outcome: Outcome | None = None
    receipt_number: str | None = None
    submitted_at: datetime | None = None
    events: tuple[Event, ...] = ()

    def moved_to(self, state: State) -> Application:
        """The same application in its next state; raise TransitionRefused when nobody may make that step."""
        if state not in TRANSITIONS[self.state]:
            raise TransitionRefused(f"an application that is {self.state} cannot become {state}")
        return replace(self, state=state)

    def recording(self, kind: EventType, at: datetime, **details: str) -> Application:
        """The same application with one more event on its timeline."""
        return replace(self, events=(*self.events, timeline.append(self.events, kind, at, details)))

"""Every state and every event has its words."""

from __future__ import annotations

import string
from collections import deque

import pytest

from enrolment.model.application import TRANSITIONS, Application, State
from enrolment.model.errors import TransitionRefused
from enrolment.model.plan import Stage
from enrolment.model.story.labels import EVENTS, STATES, Audience, label, next_step
from enrolment.model.story.timeline import EventType

FINAL = {State.CONFIRMED, State.WITHDRAWN}


def case_in(state: State) -> Application:
    """An application that stands in a state."""
    return Application("a", "g", "c", "370102", 2027, Stage.PRIMARY, state=state)


@pytest.mark.parametrize("state", list(State))
def test_state_has_a_label_for_each_audience_when_shown(state: State) -> None:
    """Nobody reads a code name."""
    assert all(label(state, audience) for audience in Audience)
    assert set(STATES) == set(State)


@pytest.mark.parametrize("state", list(State))
def test_next_step_is_one_sentence_when_told_to_a_guardian(state: State) -> None:
    """It ends once, and politely."""
    step = next_step(state)
    assert step.endswith("。")
    assert step.count("。") == 1


@pytest.mark.parametrize("kind", list(EventType))
def test_event_has_words_when_told_to_a_guardian(kind: EventType) -> None:
    """Its blanks are among those the history fills."""
    named = {name for _, name, _, _ in string.Formatter().parse(EVENTS[kind]) if name}
    assert named <= {"item", "department", "fact", "category"}


@pytest.mark.parametrize("state", list(State))
def test_transition_is_made_or_refused_by_name_when_tried(state: State) -> None:
    """The table is the whole truth about who may move on where."""
    for target in State:
        if target in TRANSITIONS[state]:
            assert case_in(state).moved_to(target).state is target
        else:
            with pytest.raises(TransitionRefused, match=target.value):
                case_in(state).moved_to(target)


def test_every_state_is_reached_and_can_end_when_the_table_is_walked() -> None:
    """No state is an island, and none but the final ones a dead end."""
    seen, waiting = {State.DRAFT}, deque([State.DRAFT])
    while waiting:
        for target in TRANSITIONS[waiting.popleft()] - seen:
            seen.add(target)
            waiting.append(target)
    assert seen == set(State)
    assert {state for state in State if not TRANSITIONS[state]} == FINAL


@pytest.mark.parametrize("state", sorted(set(State) - FINAL))
def test_withdrawal_is_allowed_when_the_seat_is_not_confirmed(state: State) -> None:
    """A guardian may always step back."""
    assert State.WITHDRAWN in TRANSITIONS[state]

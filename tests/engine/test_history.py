"""A shortened conversation is answered exactly as a whole one."""

import json

import pytest
from driver import Dialogue
from rasa.shared.core.events import (
    ActionExecuted,
    ActionExecutionRejected,
    ActiveLoop,
    AllSlotsReset,
    ConversationPaused,
    Event,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker
from ruxue_engine.store.history import shortened
from ruxue_engine.store.tracker_store import ConversationStore

# Every kind of turn a form meets: answers, questions in between, not understood, ended, begun again.
SCRIPT = [
    *(
        "您好",
        "领养宠物",
        "咨询电话是多少",
        "白色",
        "回声",
        "天书奇谈云云",
        "咨询电话是多少",
        "猫",
        "咨询电话是多少",
    ),
    *(
        "回声",
        "对",
        "您好",
        "领养宠物",
        "黑色",
        "您好",
        "咨询电话是多少",
        "咨询电话是多少",
        "回声",
        "您好",
        "狗",
    ),
    *("天书奇谈云云", "对", "回声"),
]


def _talk(dialogue: Dialogue, most_events: int, database: str) -> list[list[tuple[str | None, str]]]:
    dialogue.use(ConversationStore(host=database, most_events=most_events))
    answers = []
    for text in SCRIPT * 2:
        replies = dialogue.say(text, sender=f"limit{most_events}").replies
        answers.append([(reply["text"], _without_counts(reply["custom"])) for reply in replies])
    return answers


def _without_counts(card: dict[str, object] | None) -> str:
    return json.dumps(
        {name: value for name, value in (card or {}).items() if name != "events"}, ensure_ascii=False
    )


@pytest.mark.parametrize("most_events", [1, 8, 13, 21, 34, 60])
def test_replies_are_those_of_the_whole_history_when_it_is_cut_anywhere(
    dialogue: Dialogue, database: str, most_events: int
) -> None:
    """Wherever the cut falls, in a form or out of it, the policies go on as if nothing had been dropped."""
    assert _talk(dialogue, most_events, database) == _talk(dialogue, 100_000, database)


def test_row_stops_growing_when_a_conversation_is_long(dialogue: Dialogue, database: str) -> None:
    """A long conversation costs what a short one does."""
    store = ConversationStore(host=database, most_events=60)
    dialogue.use(store)
    sizes = []
    for _ in range(8):
        for text in SCRIPT:
            dialogue.say(text, sender="a")
        sizes.append(len(json.loads(dialogue.run(store.row("a")))))
    assert max(sizes) <= 60 + 10
    assert sizes[-1] <= sizes[1] + 5


def test_slots_survive_when_the_messages_that_set_them_are_dropped(dialogue: Dialogue, database: str) -> None:
    """What was learned at the beginning is known at the end."""
    dialogue.use(ConversationStore(host=database, most_events=20))
    for text in ("领养宠物", "白色", *["咨询电话是多少"] * 12, "猫"):
        dialogue.say(text, sender="a")
    row = dialogue.run(dialogue.agent.tracker_store.row("a"))
    assert '"text": "白色"' not in row
    [reply] = dialogue.say("对", sender="a").replies
    assert reply["custom"]["colour"] == "白色"
    assert reply["custom"]["remembered"] == "colour 白色"


def _turn(intent: str, *events: Event) -> list[Event]:
    return [ActionExecuted("action_listen"), UserUttered(intent, {"name": intent}), *events]


BEGUN = _turn(
    "start_enrolment", ActionExecuted("pet_form"), ActiveLoop("pet_form"), SlotSet("requested_slot", "colour")
)
ANSWERED = _turn("inform", ActionExecuted("pet_form"), SlotSet("colour", "白色"))
REJECTED = _turn("ask_contact", ActionExecutionRejected("pet_form"), ActionExecuted("utter_contact"))


@pytest.mark.parametrize(
    "turns",
    [
        pytest.param([BEGUN, *[ANSWERED] * 6], id="answers"),
        pytest.param([BEGUN, ANSWERED, *[REJECTED] * 6], id="questions in between"),
        pytest.param([BEGUN, ANSWERED, REJECTED, *[_turn("greet")] * 6], id="a rejection left standing"),
        pytest.param([BEGUN, _turn("greet", ConversationPaused()), *[_turn("greet")] * 6], id="a pause"),
        pytest.param(
            [BEGUN, ANSWERED, [ActiveLoop(None), AllSlotsReset()], *[_turn("greet")] * 6], id="a form ended"
        ),
    ],
)
def test_state_is_that_of_the_whole_history_when_its_beginning_is_dropped(
    shared_dialogue: Dialogue, turns: list[list[Event]]
) -> None:
    """Slots, form, rejection, pause and what the rules look at are said again by the leading events."""
    domain = shared_dialogue.agent.domain
    events = [event for turn in turns for event in turn]
    whole = DialogueStateTracker.from_events("a", events, domain.slots)
    kept = shortened(whole, 1)
    rebuilt = DialogueStateTracker.from_events("a", kept, domain.slots)
    assert len(kept) < len(events)
    assert rebuilt.current_slot_values() == whole.current_slot_values()
    assert _form(rebuilt) == _form(whole)
    assert rebuilt.is_paused() == whole.is_paused()
    assert rebuilt.past_states(domain)[-2:] == whole.past_states(domain)[-2:]


def _form(tracker: DialogueStateTracker) -> tuple[str | None, bool] | None:
    return (tracker.active_loop.name, tracker.active_loop.rejected) if tracker.active_loop else None

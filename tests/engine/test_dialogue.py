"""Forms, replays, metadata: what a conversation with the engine is like."""

import asyncio
import time

from driver import Dialogue
from ruxue_engine.store.tracker_store import ConversationStore


def _fill_the_form(dialogue: Dialogue, sender: str) -> None:
    for text in ("领养宠物", "白色", "猫"):
        dialogue.say(text, sender=sender)


def test_form_ends_with_all_its_slots_when_each_answer_met_a_restart(
    dialogue: Dialogue, database: str
) -> None:
    """A restart between any two messages loses nothing."""
    for text in ("领养宠物", "白色", "猫"):
        dialogue.say(text, sender="a")
        dialogue.use(ConversationStore(host=database))
    [reply] = dialogue.say("对", sender="a").replies
    assert reply["custom"] == {
        "colour": "白色",
        "animal": "猫",
        "confirmed": True,
        "remembered": "colour 白色",
    }


def test_form_asks_again_when_a_question_came_in_between(dialogue: Dialogue) -> None:
    """An answer to another question is followed by the form's own."""
    dialogue.say("领养宠物", sender="a")
    assert dialogue.tell("咨询电话是多少", sender="a") == ["请打咨询电话", "什么颜色?"]


def test_replies_are_repeated_when_a_key_was_answered_before(dialogue: Dialogue, database: str) -> None:
    """The same key gets the same replies, buttons included, and moves nothing, even after a restart."""
    first = dialogue.say("领养宠物", sender="a", key="k1")
    dialogue.say("白色", sender="a", key="k2")
    dialogue.use(ConversationStore(host=database))
    again = dialogue.say("领养宠物", sender="a", key="k1")
    assert again.replayed
    assert again.replies == first.replies
    assert again.replies[0]["buttons"]
    assert dialogue.tell("猫", sender="a") == ["对吗?"]


def test_card_is_repeated_when_the_key_ended_a_form(dialogue: Dialogue) -> None:
    """A card made by an action is repeated as it was, though the slots behind it are gone."""
    _fill_the_form(dialogue, "a")
    first = dialogue.say("对", sender="a", key="last")
    assert dialogue.say("对", sender="a", key="last") == (first.replies, True)


def test_key_is_answered_anew_when_another_sender_used_it(dialogue: Dialogue) -> None:
    """A key belongs to one conversation."""
    dialogue.say("您好", sender="a", key="k1")
    assert not dialogue.say("您好", sender="b", key="k1").replayed


def test_silent_turn_is_replayed_when_its_key_comes_again(dialogue: Dialogue) -> None:
    """A turn without a word is an answered turn all the same."""
    dialogue.say("/restart", sender="a", key="k1")
    assert dialogue.say("/restart", sender="a", key="k1").replayed


def test_metadata_reaches_the_components_when_a_choice_is_sent_as_its_number(dialogue: Dialogue) -> None:
    """A component reads the choices offered last from the message's metadata."""
    dialogue.say("领养宠物", sender="a")
    dialogue.say("2", sender="a", last_choices=["白色", "黑色"])
    dialogue.say("猫", sender="a")
    [reply] = dialogue.say("对", sender="a").replies
    assert reply["custom"]["colour"] == "黑色"


def test_metadata_reaches_the_actions_when_a_message_carries_it(dialogue: Dialogue) -> None:
    """An action reads the message's metadata in the latest message."""
    [reply] = dialogue.say("回声", sender="a", desk="web").replies
    assert reply["custom"]["metadata"] == {"desk": "web"}


def test_messages_take_their_turns_when_one_sender_sends_two_at_once(dialogue: Dialogue) -> None:
    """Two messages of one sender are answered one after the other, without a second's wait between."""

    async def _both() -> list[list[str | None]]:
        answers = await asyncio.gather(
            dialogue.agent.answer("a", "领养宠物", "k1", {}), dialogue.agent.answer("a", "白色", "k2", {})
        )
        return [[reply["text"] for reply in answer.replies] for answer in answers]

    started = time.monotonic()
    assert dialogue.run(_both()) == [["什么颜色?"], ["什么动物?"]]
    assert time.monotonic() - started < 1

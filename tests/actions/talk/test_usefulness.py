"""Whether an answer was to the point: asked once for all questions of a message, counted for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.choices import Choice
from actions.services import Services
from actions.talk.take_feedback import TakeFeedback
from actions.talk.usefulness import ASKED_OPINION, NOT_TO_THE_POINT, USEFUL, ask_opinion, asks_opinion
from actions.visit import Visit
from enrolment.model.answering.answer import Answer, Answers, Status
from enrolment.model.answering.understood import AskedSpan, Ranked
from enrolment.model.plan.topics import Topic
from tests.actions.surroundings import Surroundings
from tests.fakes.plans import demonstration_plan

NOW = "2027-06-10T09:30:00+08:00"
START = Choice("给孩子报名", "/start_enrolment")
RENTAL, TIME = Topic.RENTAL, Topic.REGISTRATION_TIME


def question(start: int, end: int, topic: Topic) -> dict[str, Any]:
    """A question the engine found in a message."""
    return {"entity": "question", "start": start, "end": end, "value": topic.value}


def heard(intent: str, *entities: dict[str, Any]) -> dict[str, Any]:
    """A message of the guardian as it stands in the dialogue."""
    understood = {"intent": {"name": intent}, "entities": list(entities)}
    return {"event": "user", "text": "", "metadata": {"now": NOW}, "parse_data": understood}


def visit(
    before: dict[str, Any], latest: dict[str, Any], **slots: str
) -> tuple[Visit, CollectingDispatcher, Tracker]:
    """A message after another one."""
    tracker = Tracker.from_dict(
        {
            "sender_id": "c1",
            "slots": {"county": "370102", **slots},
            "latest_message": latest,
            "events": [before, {"event": "action", "name": "action_listen"}, heard("")],
            "active_loop": {},
        }
    )
    dispatcher = CollectingDispatcher()
    return Visit(dispatcher, tracker), dispatcher, tracker


def answers(*topics: Topic, status: Status = Status.ANSWERED) -> Answers:
    """One answer on each topic."""
    return Answers(demonstration_plan(), tuple(Answer(status, topic, topic.value) for topic in topics))


ASKS = {"text": "啥", "intent": {"name": "ask_rental"}, "metadata": {"now": NOW}}


def test_opinion_is_asked_when_any_of_two_questions_was_asked_before() -> None:
    """The one that is asked again may stand second, now or before."""
    both = (question(0, 3, RENTAL), question(3, 6, TIME))
    before = heard("ask_rental", *both)
    asked = f"{Topic.CONTACT_PHONE}:yes,{RENTAL}:yes,{TIME}:yes"
    for now in ((RENTAL,), (TIME,), (Topic.REQUIRED_DOCUMENTS, RENTAL)):
        seen, *_ = visit(before, ASKS)
        assert asks_opinion(seen, answers(*now), asked)
    for now in ((Topic.REQUIRED_DOCUMENTS,), (Topic.CONTACT_PHONE,)):
        seen, *_ = visit(before, ASKS)
        assert not asks_opinion(seen, answers(*now), asked)


def test_opinion_is_not_asked_when_one_of_two_answers_is_none() -> None:
    """Whoever is asked back or handed over has something else to do."""
    seen, *_ = visit(heard("ask_rental"), ASKS)
    mixed = Answers(
        demonstration_plan(), (*answers(RENTAL).parts, *answers(TIME, status=Status.HANDOFF).parts)
    )
    assert not asks_opinion(seen, mixed, f"{RENTAL}:yes")


def test_opinion_comes_once_with_its_choices_first_when_it_is_asked() -> None:
    """And is remembered by its moment."""
    seen, dispatcher, _ = visit(heard("ask_rental"), ASKS)
    assert ask_opinion(seen, (START,)) == {ASKED_OPINION: NOW}
    (said,) = dispatcher.messages
    assert [each["title"] for each in said["buttons"]] == [USEFUL.title, NOT_TO_THE_POINT.title, START.title]


class Marking:
    """Remembers what was marked."""

    def __init__(self) -> None:
        self.marked: list[tuple[str, str, tuple[AskedSpan, ...]]] = []

    def __call__(self, conversation_id: str, county: str, spans: Sequence[AskedSpan]) -> bool:
        """Implement `mark_unhelpful`."""
        self.marked.append((conversation_id, county, tuple(spans)))
        return True

    def services(self) -> Services:
        """The services with this one."""
        return replace(Surroundings().services(), mark_unhelpful=self)


async def test_thumb_counts_for_both_when_the_message_before_held_two_questions() -> None:
    """Where each stood in it goes along."""
    marking = Marking()
    both = (question(0, 3, RENTAL), question(3, 6, TIME))
    thumb: dict[str, Any] = {
        "text": NOT_TO_THE_POINT.payload,
        "intent": {"name": "give_feedback", "confidence": 1.0},
    }
    thumb |= {"entities": [{"entity": "useful", "value": "no"}]}
    *_, dispatcher, tracker = visit(heard("ask_rental", *both), thumb)
    await TakeFeedback(marking.services()).run(dispatcher, tracker, {})
    ((conversation_id, county, spans),) = marking.marked
    assert (conversation_id, county) == ("c1", "370102")
    assert [(each.start, each.end, each.topics[0].topic) for each in spans] == [(0, 3, RENTAL), (3, 6, TIME)]
    assert spans[0].topics == (Ranked(RENTAL, 0.9),)

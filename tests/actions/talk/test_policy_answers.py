"""Questions of policy in a chat: what is said, offered, handed over and kept."""

from __future__ import annotations

from typing import Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.base import BaseAction
from actions.talk.answer_question import AnswerQuestion
from actions.talk.decline import Decline
from actions.talk.default_fallback import DefaultFallback
from actions.talk.understood import ranked, topic_of, understood
from actions.visit import Visit
from enrolment.model.answering.understood import ToldFact
from enrolment.model.handover import HandoverState
from enrolment.model.plan.topics import Topic
from tests.actions.surroundings import Surroundings
from tests.fakes.plans import demonstration_plan

PLAN = demonstration_plan()


def tracker_of(slots: dict[str, Any], message: dict[str, Any]) -> Tracker:
    """What the engine tells an action."""
    return Tracker.from_dict(
        {"sender_id": "c1", "slots": slots, "latest_message": message, "events": [], "active_loop": {}}
    )


class Chat:
    """One conversation of which each message was understood as a test says."""

    def __init__(self, action: type[BaseAction] = AnswerQuestion, **slots: str) -> None:
        self.action = action
        self.surroundings = Surroundings()
        self.slots: dict[str, Any] = {"county": "370102", **slots}
        self.heard: list[dict[str, Any]] = []

    async def hears(self, text: str, *entities: dict[str, Any], **ranking: float) -> str:
        """Let the action answer a message; give what it says."""
        names = sorted(ranking, key=lambda name: -ranking[name])
        message = {
            "text": text,
            "intent": {"name": names[0], "confidence": ranking[names[0]]},
            "intent_ranking": [{"name": name, "confidence": ranking[name]} for name in names],
            "entities": list(entities),
        }
        tracker = tracker_of(self.slots, message)
        dispatcher = CollectingDispatcher()
        action = self.action(self.surroundings.services())
        for event in await action.run(dispatcher, tracker, {}):
            if event["event"] == "slot":
                self.slots[event["name"]] = event["value"]
        self.heard = dispatcher.messages
        return "\n".join(each["text"] or "" for each in dispatcher.messages)

    @property
    def offered(self) -> list[str]:
        """The payloads of the choices of the last answer."""
        return [button["payload"] for button in self.heard[-1]["buttons"]]

    @property
    def reasons(self) -> list[str]:
        """Why conversations wait for a person."""
        with self.surroundings.begin() as work:
            return [each.reason.value for each in work.handovers.in_state([HandoverState.WAITING])]


async def test_answer_names_clause_and_version_when_a_question_is_clear() -> None:
    """And the clauses given are kept, with nothing of what was said."""
    chat = Chat()
    said = await chat.hears("电话多少", ask_contact_phone=0.9)
    assert f"版本{PLAN.version}" in said
    (told,) = chat.surroundings.told.of_plan("370102", 2027)
    assert (told.conversation_id, told.clause) == ("c1", "历下2027-8.1")


async def test_case_known_before_is_used_when_a_question_comes_later() -> None:
    """Hukou and home were told in the form."""
    chat = Chat(hukou="here", home="none")
    assert "按“有户无房居民子女”报名" in await chat.hears("我家算哪一类", ask_category_hukou_only=0.9)


async def test_three_topics_are_offered_then_a_person_when_questions_stay_unclear() -> None:
    """Two clarifications, not a third."""
    chat = Chat()
    doubt = {
        "ask_rental": 0.2,
        "ask_transfer_school": 0.18,
        "ask_contact_phone": 0.17,
        "ask_special_needs": 0.16,
    }
    for _ in range(2):
        assert "您是想问下面的哪一个" in await chat.hears("那个", **doubt)
        assert chat.offered[:3] == ["/ask_rental", "/ask_transfer_school", "/ask_contact_phone"]
        assert chat.reasons == []
    await chat.hears("那个", **doubt)
    assert chat.reasons == ["unclear"]


async def test_count_of_unclear_questions_begins_anew_when_one_was_answered() -> None:
    """Two in a row, not two in a day."""
    chat = Chat()
    doubt = {"ask_rental": 0.3, "ask_transfer_school": 0.28, "ask_contact_phone": 0.27}
    for ranking in (doubt, doubt, {"ask_contact_phone": 0.9}, doubt, doubt):
        await chat.hears("那个", **ranking)
    assert chat.reasons == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [("录取的把握大不大", "chances"), ("能通融一下吗", "discretion"), ("明年的政策会变吗", "other_year")],
)
async def test_person_is_told_when_one_has_to_answer(text: str, reason: str) -> None:
    """The guardian is told so."""
    chat = Chat()
    said = await chat.hears(text, ask_review_status_result=0.9)
    assert "已经帮您转给工作人员" in said
    assert chat.reasons == [reason]


async def test_progress_is_offered_when_a_stranger_asks_for_their_own_status() -> None:
    """It needs a sign-in, and no person."""
    chat = Chat()
    await chat.hears("审了没", ask_review_status_result=0.9)
    assert "/check_status" in chat.offered
    assert chat.reasons == []


async def test_county_is_asked_for_when_several_would_answer_otherwise() -> None:
    """Nothing of any county's rules is said before."""
    chat = Chat()
    chat.surroundings.plans.serve("370102", "370602")
    chat.slots["county"] = None
    said = await chat.hears("居住证要满几个月", ask_social_insurance_residence_permit=0.9)
    assert "您问的是哪个区" in said
    assert "依据" not in said


async def test_waiting_question_keeps_its_finest_article_when_the_county_is_picked() -> None:
    """The question of queues is not answered with the days."""
    chat = Chat()
    chat.surroundings.plans.serve("370102", "370602")
    chat.slots["county"] = None
    await chat.hears("先报先得吗，要不要抢", ask_registration_time=0.9)
    picked = {"entity": "county", "value": "370602"}
    said = await chat.hears("/ask_registration_time", picked, ask_registration_time=1.0)
    assert "不看谁报得早" in said
    assert "芝罘区2027年" in said


async def test_both_questions_are_answered_when_the_county_they_waited_for_is_picked() -> None:
    """The second waits with the first."""
    chat = Chat()
    chat.surroundings.plans.serve("370102", "370602")
    chat.slots["county"] = None
    spans = (asked_at(0, 7, "registration_time"), asked_at(7, 14, "contact_phone"))
    assert "您问的是哪个区" in await chat.hears(
        "什么时候报名？咨询电话多少", *spans, ask_registration_time=0.9
    )
    picked = {"entity": "county", "value": "370602"}
    await chat.hears("/ask_registration_time", picked, ask_registration_time=1.0)
    assert len(chat.heard) == len(spans)
    assert "先报后报" in chat.heard[0]["text"]
    assert "0535" in chat.heard[1]["text"]


async def test_question_is_kept_for_the_office_when_the_guide_has_no_answer() -> None:
    """By its county and topic; nothing of a question that was answered."""
    chat = Chat()
    await chat.hears("电话多少", ask_contact_phone=0.9)
    assert chat.surroundings.gaps.kept == []
    await chat.hears("嗯嗯啊啊", ask_other_in_scope=0.9)
    (gap,) = chat.surroundings.gaps.kept
    assert (gap.county, gap.kind.value, gap.topic) == ("370102", "unanswered", "other_in_scope")


def asked_at(start: int, end: int, topic: str) -> dict[str, Any]:
    """A question the engine found in a message."""
    return {"entity": "question", "start": start, "end": end, "value": topic}


async def test_person_is_told_of_once_when_a_question_after_it_is_answered() -> None:
    """The answer to the second question says nothing of a person; the reason is not lost to it."""
    chat = Chat()
    text = "录取的把握大不大？哪个学校最好？电话多少？"
    spans = (
        asked_at(0, 9, "review_status_result"),
        asked_at(9, 16, "zoning_school_assignment"),
        asked_at(16, 21, "contact_phone"),
    )
    said = await chat.hears(text, *spans, ask_review_status_result=0.9)
    assert len(chat.heard) == len(spans)
    assert said.count("已经帮您转给工作人员") == 1
    assert chat.reasons == ["chances"]


async def test_county_is_asked_for_when_only_the_second_question_depends_on_it() -> None:
    """The rules of a county nobody named are not told."""
    chat = Chat()
    chat.surroundings.plans.serve("370102", "370602")
    chat.slots["county"] = None
    spans = (asked_at(0, 4, "out_of_scope"), asked_at(4, 14, "registration_time"))
    said = await chat.hears("下雨吗？什么时候报名？", *spans, ask_registration_time=0.9)
    assert "您问的是哪个区" in said
    assert "依据" not in said


async def test_gap_is_kept_in_its_own_words_when_another_question_was_answered() -> None:
    """The office reads the question its guide lacks, and not the one it has."""
    chat = Chat()
    spans = (asked_at(0, 6, "contact_phone"), asked_at(6, 11, "other_in_scope"))
    await chat.hears("电话是多少？嗯嗯啊啊？", *spans, ask_contact_phone=0.9)
    (gap,) = chat.surroundings.gaps.kept
    assert (gap.topic, gap.text) == ("other_in_scope", "嗯嗯啊啊？")


def test_topics_are_weighed_among_themselves_when_a_message_tells_facts_too() -> None:
    """What goes to telling facts says nothing of the question."""
    topics = ranked({"inform": 0.5, "ask_rental": 0.4, "ask_lease_filing_timing": 0.05, "greet": 0.05})
    assert [(each.topic, round(each.confidence, 2)) for each in topics] == [(Topic.RENTAL, 0.64)]
    assert ranked({"inform": 0.95, "ask_rental": 0.05})[0].confidence < 0.2


@pytest.mark.parametrize(
    ("intent", "topic"),
    [
        ("ask_rental", Topic.RENTAL),
        ("ask_first_come", Topic.REGISTRATION_TIME),
        ("complain", Topic.COMPLAINT),
        ("out_of_scope", Topic.OUT_OF_SCOPE),
        ("greet", None),
    ],
)
def test_intent_has_its_topic_when_it_asks_something(intent: str, topic: Topic | None) -> None:
    """Acts and finer questions among them."""
    assert topic_of(intent) is topic


def test_places_told_for_another_county_are_left_out_when_a_message_asks_about_this_one() -> None:
    """Here meant somewhere else then."""
    slots = {"county": "370602", "hukou": "here", "birth_date": "2020-10"}
    tracker = tracker_of(slots, {"text": "历下呢"})
    means = understood(Visit(CollectingDispatcher(), tracker), PLAN)
    assert means.facts == (ToldFact("birth_date", "2020-10"),)


@pytest.mark.parametrize("action", [Decline, DefaultFallback])
async def test_question_is_answered_when_its_words_name_the_article_of_a_likely_topic(
    action: type[BaseAction],
) -> None:
    """However far or unclear the whole seemed."""
    chat = Chat(action)
    said = await chat.hears("户口本丢了", out_of_scope=0.55, ask_required_documents=0.43)
    assert "先报名" in said
    assert "依据：" in said


@pytest.mark.parametrize("action", [Decline, DefaultFallback])
async def test_person_is_called_when_a_promise_is_wanted_in_unclear_words(action: type[BaseAction]) -> None:
    """Chances are nobody's to tell."""
    chat = Chat(action)
    said = await chat.hears("敢不敢保证录上", out_of_scope=0.6, ask_transfer_school=0.1)
    assert "谁也不能提前说" in said
    assert chat.reasons == ["chances"]


async def test_message_is_declined_when_nothing_of_ours_is_in_it() -> None:
    """Kindly, with what can be asked."""
    chat = Chat(Decline)
    assert "帮不上您" in await chat.hears("今天天气怎么样", out_of_scope=0.97, ask_contact_phone=0.01)

"""The engine's understanding of one message, over HTTP."""

from __future__ import annotations

from typing import Any

import httpx
import orjson
import pytest

from enrolment.answer_ports import UnderstandingUnavailable
from enrolment.model.answering.understood import AskedSpan, Ranked, ToldFact
from enrolment.model.plan.topics import Topic
from integrations.rasa.understanding import RasaUnderstanding

ANSWER: dict[str, Any] = {
    "intent": {"name": "ask_rental", "confidence": 0.8},
    "topics": [
        {"name": "contact_phone", "confidence": 0.1},
        {"name": "rental", "confidence": 0.8},
        {"name": "a_label_of_tomorrow", "confidence": 0.05},
    ],
    "facts": [{"name": "lease_filed", "value": "no", "start": 0, "end": 4}],
    "questions": [{"start": 0, "end": 4, "topics": [{"name": "rental", "confidence": 0.7}]}],
}


def over(answer: httpx.Response | Exception, heard: list[httpx.Request] | None = None) -> RasaUnderstanding:
    """An understanding whose engine gives this answer."""

    def give(request: httpx.Request) -> httpx.Response:
        if heard is not None:
            heard.append(request)
        if isinstance(answer, Exception):
            raise answer
        return answer

    return RasaUnderstanding("http://engine.test", transport=httpx.MockTransport(give))


async def test_message_is_understood_when_the_engine_answers() -> None:
    """Topics sorted, facts and questions taken over; unknown labels are left out."""
    heard: list[httpx.Request] = []
    found = await over(httpx.Response(200, json=ANSWER), heard).understand("没备案", {"today": "2027-06-10"})
    assert found.intent == "ask_rental"
    assert found.topics == (Ranked(Topic.RENTAL, 0.8), Ranked(Topic.CONTACT_PHONE, 0.1))
    assert found.facts == (ToldFact("lease_filed", "no"),)
    assert found.questions == (AskedSpan(0, 4, (Ranked(Topic.RENTAL, 0.7),)),)
    assert heard[0].url.path == "/webhooks/ruxue/understand"
    assert orjson.loads(heard[0].content) == {"text": "没备案", "metadata": {"today": "2027-06-10"}}


@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(500),
        httpx.Response(200, content=b"<html>"),
        httpx.Response(200, json=[]),
        httpx.Response(200, json={"intent": None}),
        httpx.Response(200, json={**ANSWER, "topics": [{"name": "rental"}]}),
        httpx.Response(200, json={**ANSWER, "topics": 3}),
        httpx.ConnectError("no route"),
    ],
)
async def test_understanding_is_away_when_the_engine_answers_nothing_readable(
    answer: httpx.Response | Exception,
) -> None:
    """One named failure, whatever went wrong."""
    with pytest.raises(UnderstandingUnavailable):
        await over(answer).understand("没备案", {})

"""When the action server fails, the turn ends, nothing of it is kept, and the same key works later."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager

import pytest
from aiohttp import web
from driver import Dialogue
from processes import Process, free_port
from ruxue_engine.action_client import ActionServer
from ruxue_engine.failures import ActionsUnavailable

Answerer = Callable[[web.Request], Awaitable[web.StreamResponse]]


@contextmanager
def _answering(dialogue: Dialogue, answer: Answerer, patience: float = 2) -> Iterator[None]:
    """Put a stand-in in the action server's place."""
    app = web.Application()
    app.router.add_post("/webhook", answer)
    runner, port = web.AppRunner(app), free_port()
    server = ActionServer(f"http://127.0.0.1:{port}/webhook", seconds_to_answer=patience)
    usual = dialogue.agent.processor.action_endpoint

    async def _open() -> None:
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", port).start()

    async def _close() -> None:
        await server.close()
        await runner.cleanup()

    dialogue.run(_open())
    server.introduce(dialogue.agent.domain)
    dialogue.agent.processor.action_endpoint = server
    try:
        yield
    finally:
        dialogue.agent.processor.action_endpoint = usual
        dialogue.run(_close())


def _with_json(body: object, status: int = 200) -> Answerer:
    async def _answer(_: web.Request) -> web.Response:
        return web.json_response(body, status=status)

    return _answer


async def _with_garbage(_: web.Request) -> web.Response:
    return web.Response(text="<html>", content_type="application/json")


async def _too_late(_: web.Request) -> web.Response:
    await asyncio.Event().wait()
    raise AssertionError


async def _hanging_up(request: web.Request) -> web.Response:
    request.transport.close()
    return web.Response()


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(_with_json({"error": "secret"}, 500), id="an error"),
        pytest.param(_with_json({"error": "no such action", "action_name": "x"}, 404), id="not found"),
        pytest.param(_with_json({"error": "Invalid body request"}, 400), id="a bad request"),
        pytest.param(_with_json(None), id="nothing"),
        pytest.param(_with_json({"events": {}}), id="events that are no list"),
        pytest.param(_with_json({"events": [{"event": "slot"}]}), id="a slot without a name"),
        pytest.param(_with_json({"events": [{"event": "unheard_of"}]}), id="an unknown event"),
        pytest.param(_with_json({"responses": ["text"]}), id="a response that is no object"),
        pytest.param(_with_garbage, id="no JSON"),
        pytest.param(_hanging_up, id="a closed connection"),
    ],
)
def test_turn_is_aborted_and_unsaved_when_the_answer_is_not_a_result(
    dialogue: Dialogue, answer: Answerer
) -> None:
    """Whatever is not an action's result ends the turn before anything of it is saved."""
    with _answering(dialogue, answer), pytest.raises(ActionsUnavailable):
        dialogue.say("回声", sender="a", key="k1")
    assert dialogue.run(dialogue.agent.tracker_store.row("a")) is None
    assert not dialogue.say("回声", sender="a", key="k1").replayed


def test_turn_is_aborted_when_the_answer_comes_too_late(dialogue: Dialogue) -> None:
    """The engine's patience ends before a guardian's."""
    with _answering(dialogue, _too_late, patience=0.2), pytest.raises(ActionsUnavailable):
        dialogue.say("回声", sender="a")


def test_same_key_is_answered_when_the_actions_are_back(
    dialogue: Dialogue, running_actions: tuple[Process, str]
) -> None:
    """A form's answer that met dead actions is neither lost nor counted twice."""
    dialogue.say("领养宠物", sender="a")
    before = dialogue.run(dialogue.agent.tracker_store.row("a"))
    process, _ = running_actions
    process.kill()
    try:
        for _ in range(2):
            with pytest.raises(ActionsUnavailable):
                dialogue.say("白色", sender="a", key="k2")
        assert dialogue.run(dialogue.agent.tracker_store.row("a")) == before
    finally:
        process.start()
    answered = dialogue.say("白色", sender="a", key="k2")
    assert ([reply["text"] for reply in answered.replies], answered.replayed) == (["什么动物?"], False)


def test_form_refuses_the_answer_when_its_validation_rejects_it(dialogue: Dialogue) -> None:
    """A rejection is part of a dialogue, not a failure: another rule may answer."""
    dialogue.say("领养宠物", sender="a")
    rejected = _with_json({"error": "rejected", "action_name": "validate_pet_form"}, 400)
    with _answering(dialogue, rejected):
        assert dialogue.tell("咨询电话是多少", sender="a")[0] == "请打咨询电话"


def test_domain_is_sent_once_when_many_actions_are_called(dialogue: Dialogue) -> None:
    """The domain travels when it is asked for, and only the last turns' events travel at all."""
    calls = []

    async def _remember(request: web.Request) -> web.Response:
        call = await request.json()
        calls.append(call)
        known = len(calls) > 1
        return web.json_response(
            {"events": [], "responses": []} if known else {}, status=200 if known else 449
        )

    with _answering(dialogue, _remember):
        for _ in range(12):
            dialogue.say("回声", sender="a")
    assert ["domain" in call for call in calls[:4]] == [False, True, False, False]
    assert len({call["domain_digest"] for call in calls}) == 1
    assert len(calls[-1]["tracker"]["events"]) == len(calls[5]["tracker"]["events"])

"""What holds for every page: headers, health, documentation, no internals."""

from __future__ import annotations

from dataclasses import replace

import pytest
from structlog.testing import capture_logs

from tests.bot.fakes import until
from tests.web.site import Site, message
from web.app import create_app
from web.recovery import recover_once


@pytest.mark.parametrize(
    "path", ["/", "/docs", "/health", "/static/chat.js", "/nowhere", "/sign-in/callback"]
)
async def test_answer_carries_the_security_headers_when_anything_is_asked(path: str) -> None:
    """Own scripts only, no frames, no referrer."""
    async with Site().client() as client:
        headers = (await client.get(path)).headers
    assert "default-src 'self'" in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == ("public, max-age=300" if path.startswith("/static") else "no-store")


async def test_chat_page_shows_county_and_demonstration_when_opened() -> None:
    """The day it plays on is written at the top; nothing comes from elsewhere."""
    async with Site().client() as client:
        page = (await client.get("/")).text
    assert "入学 · 历下区" in page
    assert "演示数据" in page
    assert "2027年6月10日" in page
    assert "http" not in page.replace("http://www.w3.org", "")
    assert "<script>" not in page
    assert "style=" not in page


async def test_chat_page_shows_no_banner_when_it_is_no_demonstration() -> None:
    """In production there is nothing to warn of."""
    async with Site(demonstration=False).client() as client:
        assert "演示数据" not in (await client.get("/")).text


@pytest.mark.parametrize(
    "name",
    [
        "chat.js",
        "store.js",
        "wire.js",
        "draw.js",
        "cards.js",
        "element.js",
        "menu.js",
        "typing.js",
        "chat.css",
        "cards.css",
        "base.css",
        "icon.svg",
    ],
)
async def test_asset_is_served_from_here_when_the_page_asks(name: str) -> None:
    """No other origin is needed."""
    async with Site().client() as client:
        assert (await client.get(f"/static/{name}")).status_code == 200


async def test_way_back_is_shown_when_a_browser_asks_for_an_unknown_address() -> None:
    """A page for people, JSON for machines, both 404."""
    async with Site().client() as client:
        for_people = await client.get("/nowhere", headers={"accept": "text/html,*/*"})
        for_machines = await client.get("/nowhere")
    assert (for_people.status_code, for_machines.status_code) == (404, 404)
    assert "回到聊天" in for_people.text
    assert for_machines.json() == {"error": "Not Found"}


async def test_other_method_is_refused_when_an_address_does_not_take_it() -> None:
    """As JSON, naming what it takes."""
    async with Site().client() as client:
        answer = await client.get("/channels/web/messages", headers={"accept": "text/html"})
    assert answer.status_code == 405
    assert answer.headers["allow"] == "POST"


async def test_icon_is_found_when_a_browser_guesses_its_address() -> None:
    """Also from pages without markup, such as /health."""
    async with Site().client() as client:
        assert (await client.get("/favicon.ico", follow_redirects=True)).status_code == 200


async def test_health_is_ok_when_every_part_answers() -> None:
    """Each part by name."""
    async with Site().client() as client:
        assert (await client.get("/health")).json() == {
            "status": "ok",
            "parts": {"engine": "ok", "actions": "ok"},
        }


async def test_health_is_degraded_when_a_part_raises() -> None:
    """And says which."""
    async with Site(down={"engine"}).client() as client:
        assert (await client.get("/health")).json() == {
            "status": "degraded",
            "parts": {"engine": "down", "actions": "ok"},
        }


async def test_interface_is_documented_with_examples_when_asked() -> None:
    """For machines and for people, the same."""
    async with Site().client() as client:
        document = (await client.get("/openapi.json")).json()
        page = (await client.get("/docs")).text
    body = document["paths"]["/channels/web/messages"]["post"]["requestBody"]["content"]["application/json"]
    assert set(body["example"]) == {"conversation", "message_id", "text"}
    assert "/channels/web/messages" in page
    assert "message_id" in page
    assert "<code>echostr</code>" in page, "parameters are listed"
    assert "curl http://ruxue.test/channels/web/messages" in page
    assert "&lt;MsgType&gt;" in page, "the WeChat example is shown as text"


async def test_error_shows_nothing_of_its_inside_when_something_unforeseen_breaks() -> None:
    """A plain sentence outside, type and place in the log."""
    site = Site()

    site.chat.conversations.failure = RuntimeError("王小明 370102")
    with capture_logs() as logs:
        async with site.client() as client:
            answer = await client.post("/channels/web/messages", json=message("你好"))
    assert answer.status_code == 503
    assert "王小明" not in answer.text
    assert "王小明" not in str(logs)
    assert (logs[-1]["error"], logs[-1]["at"].split(":")[0]) == ("RuntimeError", "fakes.py")


async def test_waiting_messages_are_answered_when_the_process_starts() -> None:
    """A crash or an outage left them; closing ends the loop and what was open."""
    site = Site()
    closed: list[str] = []

    async def close() -> None:
        closed.append("engine")

    await site.chat.inbox.record(site.chat.message("你好", "k1"), "conversation-1")
    app = create_app(replace(site.deps(), closing=(close,)))
    async with app.router.lifespan_context(app):
        await until(lambda: bool(site.chat.engine.heard))
    assert [heard.key for heard in site.chat.engine.heard] == ["k1"]
    assert closed == ["engine"]


async def test_recovery_outlives_a_turn_when_something_unforeseen_breaks() -> None:
    """The loop goes on, and the log names the error's type alone."""
    site = Site()
    site.chat.inbox.failure = RuntimeError("王小明")
    with capture_logs() as logs:
        assert not await recover_once(site.deps())
    assert logs == [{"event": "recovery_failed", "error": "RuntimeError", "log_level": "error"}]

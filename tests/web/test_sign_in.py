"""Coming back from the unified identity service."""

from __future__ import annotations

import pytest

from bot.messages import ChannelName
from bot.ports import EngineUnavailable, StorageUnavailable
from enrolment.model.errors import IdentityUnavailable, SignInRefused
from tests.web.site import Site, message

CALLBACK = "/sign-in/callback"
ANSWER = {"state": "made-up-state", "code": "made-up-code"}


async def test_conversation_goes_on_when_the_guardian_signed_in() -> None:
    """The engine hears of it, the page leads back, the poll brings the next question."""
    site = Site()
    async with site.client() as client:
        await client.post("/channels/web/messages", json=message("你好"))
        page = await client.get(CALLBACK, params=ANSWER)
        late = await client.post("/channels/web/pending", json={"conversation": "browser-1"})
    assert page.status_code == 200
    assert "登录成功" in page.text
    assert 'href="/"' in page.text
    assert site.chat.engine.heard[-1].text == "/signed_in"
    assert late.json()["replies"][0]["text"] == "您说：/signed_in"


async def test_event_key_holds_nothing_of_the_state_when_the_engine_is_told() -> None:
    """The state is a secret; its hash is the key, so that twice is once."""
    site = Site()
    await site.chat.conversations.find_or_open(ChannelName.WEB, "browser-1")
    async with site.client() as client:
        await client.get(CALLBACK, params=ANSWER)
        await client.get(CALLBACK, params=ANSWER)
    [heard] = site.chat.engine.heard
    assert heard.key.startswith("signed-in:")
    assert ANSWER["state"] not in heard.key


async def test_page_sends_back_to_wechat_when_the_conversation_is_there() -> None:
    """There is no page to go back to, and the word to say is given."""
    site = Site()
    await site.chat.conversations.find_or_open(ChannelName.WECHAT, "openid")
    async with site.client() as client:
        page = await client.get(CALLBACK, params=ANSWER)
    assert "请回到微信，回复“好了”继续" in page.text
    assert 'href="/"' not in page.text


@pytest.mark.parametrize(
    ("failure", "status", "words"),
    [
        (SignInRefused("used"), 400, "这个登录链接不能用了"),
        (IdentityUnavailable("down"), 503, "登录服务暂时没有答复"),
        (StorageUnavailable(), 503, "登录服务暂时没有答复"),
    ],
)
async def test_page_says_what_to_do_when_the_sign_in_failed(
    failure: Exception, status: int, words: str
) -> None:
    """In plain words, with the way back, and the engine hears nothing."""
    site = Site(sign_in_failure=failure)
    async with site.client() as client:
        page = await client.get(CALLBACK, params=ANSWER)
    assert page.status_code == status
    assert words in page.text
    assert 'href="/"' in page.text
    assert site.chat.engine.heard == []


async def test_conversation_hears_of_it_when_the_identity_service_refused() -> None:
    """Three times, and the dialogue hands over to a person."""
    site = Site(sign_in_failure=SignInRefused("refused", "conversation-1"))
    await site.chat.conversations.find_or_open(ChannelName.WEB, "browser-1")
    async with site.client() as client:
        page = await client.get(CALLBACK, params=ANSWER)
    assert page.status_code == 400
    assert site.chat.engine.heard[-1].text == "/sign_in_failed"


async def test_page_is_calm_when_the_guardian_cancelled() -> None:
    """Nothing was released."""
    async with Site().client() as client:
        page = await client.get(CALLBACK, params={"error": "access_denied", "state": "s"})
    assert page.status_code == 200
    assert "您取消了登录" in page.text


@pytest.mark.parametrize("params", [{}, {"state": "s"}, {"code": "c"}, {"state": "s" * 2_000, "code": "c"}])
async def test_page_refuses_when_the_answer_is_incomplete(params: dict[str, str]) -> None:
    """Somebody opened the address by hand."""
    async with Site().client() as client:
        assert (await client.get(CALLBACK, params=params)).status_code == 400


async def test_page_repeats_nothing_of_the_address_when_it_holds_markup() -> None:
    """What comes in the address stays out of the page."""
    async with Site().client() as client:
        page = await client.get(CALLBACK, params={"error": "<script>alert(1)</script>"})
    assert "alert(1)" not in page.text


@pytest.mark.parametrize("failure", [EngineUnavailable("engine"), StorageUnavailable()])
async def test_sign_in_counts_when_the_engine_cannot_be_told_now(failure: Exception) -> None:
    """The guardian is signed in all the same; the event waits."""
    site = Site()
    await site.chat.conversations.find_or_open(ChannelName.WEB, "browser-1")
    site.chat.engine.failure = failure
    async with site.client() as client:
        page = await client.get(CALLBACK, params=ANSWER)
    assert page.status_code == 200
    assert [turn.inbound.text for turn in await site.chat.inbox.waiting(9)] == ["/signed_in"]


async def test_sign_in_counts_when_the_event_cannot_be_recorded() -> None:
    """Then the guardian's own "好了" goes on."""
    site = Site()
    await site.chat.conversations.find_or_open(ChannelName.WEB, "browser-1")
    site.chat.inbox.down = True
    async with site.client() as client:
        page = await client.get(CALLBACK, params=ANSWER)
    assert page.status_code == 200
    assert site.chat.engine.heard == []

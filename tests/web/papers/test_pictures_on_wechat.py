"""A picture sent to the official account: its sender learns where it can be handed in."""

from __future__ import annotations

from bot.messages import ChannelName
from integrations.wechat import words
from tests.integrations.wechat.platform import OPENID, PLAIN, Platform, other_message
from tests.web.papers.counter import Counter

PATH = "/channels/wechat"


async def answered(counter: Counter) -> str:
    """What the account answers to a picture."""
    counter.site.wechat = PLAIN
    platform = Platform()
    delivery = platform.deliver(other_message("image"))
    async with counter.site.client() as client:
        answer = await client.post(PATH, params=delivery.query, content=delivery.body)
    return platform.read(answer.text)["Content"]


async def on_wechat(counter: Counter) -> str:
    """Let the guardian talk on WeChat; give the conversation."""
    conversation = await counter.site.chat.conversations.find_or_open(ChannelName.WECHAT, OPENID)
    counter.papers.office.conversation = conversation
    return conversation


async def test_link_is_given_when_papers_are_asked_for() -> None:
    """The one that opens the page for this conversation."""
    counter = Counter()
    conversation = await on_wechat(counter)
    application = await counter.papers.filed()
    link = counter.links("http://ruxue.test").url(application.id, conversation)
    assert await answered(counter) == words.send_pictures_there([link])


async def test_account_says_it_reads_text_when_no_paper_is_asked_for() -> None:
    """Before anybody signed in, where the departments settled everything, and once all was handed in."""
    counter = Counter()
    assert await answered(counter) == words.ONLY_TEXT
    await on_wechat(counter)
    counter.papers.office.submit(await counter.papers.office.verified())
    assert await answered(counter) == words.ONLY_TEXT


async def test_account_says_it_reads_text_when_the_papers_were_handed_in() -> None:
    """A link that changes nothing would only confuse."""
    counter = Counter()
    await on_wechat(counter)
    application = await counter.papers.filed()
    await counter.papers.add(application)
    counter.papers.hand_in(application)
    assert await answered(counter) == words.ONLY_TEXT


async def test_account_says_it_reads_text_when_the_database_is_away() -> None:
    """Inside the platform's five seconds."""
    counter = Counter()
    await on_wechat(counter)
    await counter.papers.filed()
    counter.site.chat.conversations.down = True
    assert await answered(counter) == words.ONLY_TEXT

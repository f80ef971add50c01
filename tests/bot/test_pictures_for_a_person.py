"""Pictures sent while a person has the conversation."""

from __future__ import annotations

import pytest

from bot.messages import ChannelName, Inbound
from bot.pictures import Pictures
from bot.turn import Turns
from enrolment.model.papers.page import MOST_OF_A_PAPER, Picture
from enrolment.model.papers.refusals import PicturesUnavailable, ReaderBusy
from tests.bot.fakes import Chat
from tests.fakes.paper_office import PaperOffice
from tests.fakes.papers import JPEG
from tests.fakes.pictures import FakePictureSource


class Post(Chat):
    """A conversation on WeChat that takes pictures."""

    def __init__(self) -> None:
        self.office = PaperOffice()
        self.source = FakePictureSource()
        super().__init__()
        self.conversations.ids[ChannelName.WECHAT, "openid"] = self.office.office.conversation

    def new_process(self) -> Turns:
        """The same storage under a process that remembers nothing."""
        office = self.office.office
        turns = super().new_process()
        pictures = Pictures(
            source=self.source,
            begin=office.store.begin,
            plans=office.plans,
            reader=self.office.reader,
            images=self.office.images,
            ids=office.ids,
            clock=office.clock,
            link=lambda application_id, conversation_id: f"http://x/{application_id}/{conversation_id}",
        )
        turns._replying._pictures = pictures  # noqa: SLF001 - all else stays as it is
        return turns

    @property
    def conversation(self) -> str:
        """The conversation of the guardian who was signed in."""
        return self.office.office.conversation

    @property
    def held(self) -> list[str]:
        """The pictures held for a person, by the platform's names."""
        return [held.media for held, _ in self.office.office.store.tables.held.values()]

    async def sends(self, text: str = "", picture: str = "") -> list[str]:
        """Send words or a picture."""
        if picture:
            self.source.kept.setdefault(picture, picture.encode())
        key = f"key-{len(self.inbox.turns) + 1}"
        inbound = Inbound(ChannelName.WECHAT, "openid", key, text, self.clock.now(), picture)
        return [reply.text for reply in (await self.turns.take(inbound)).replies]


async def asked_for_several() -> Post:
    """A guardian who let no department be asked: several papers are wanted."""
    post = Post()
    office = post.office.office
    application = office.open(office.sign_in())
    office.consent(application, ())
    office.submit(await office.verify(application))
    return post


async def test_picture_is_kept_and_noted_when_one_paper_alone_is_asked_for() -> None:
    """Without a word; the person reads which paper it went to."""
    post = Post()
    application = await post.office.filed()
    post.desk.taken.add(post.conversation)

    assert await post.sends(picture="m1") == []
    assert len(post.office.given(application)) == 1
    assert post.desk.pictures == [(post.conversation, "不动产权证书")]


async def test_guardian_is_asked_about_the_pictures_when_the_conversation_is_back() -> None:
    """Several papers are wanted: none is lost over other messages, all go where the guardian says."""
    post = Post()
    office = post.office.office
    application = office.open(office.sign_in())
    office.consent(application, ())
    office.submit(await office.verify(application))
    post.desk.taken.add(post.conversation)
    for picture, text in (("m1", ""), ("", "看到了吗"), ("m2", ""), ("", "我不想活了")):
        await post.sends(text, picture)
    assert post.desk.pictures == [(post.conversation, ""), (post.conversation, "")]
    assert post.source.fetched == ["m1", "m2"]
    assert post.held == ["m1", "m2"]

    post.desk.taken.clear()
    post.source.kept.clear()
    said = await post.sends("1")
    assert said[0] == "您说：1"
    assert "2张照片" in said[1]

    assert "存好了" in (await post.sends("1"))[0]
    assert post.source.fetched == ["m1", "m2"]
    assert post.held == []
    assert len(post.office.images.kept) == len(post.office.given(application)) > 0


async def test_nothing_is_held_any_more_when_the_guardian_wants_no_picture_kept() -> None:
    """What is said not to be kept is not."""
    post = await asked_for_several()
    post.desk.taken.add(post.conversation)
    await post.sends(picture="m1")
    post.desk.taken.clear()
    await post.sends("您好")
    assert post.held == ["m1"]
    assert "没有存" in (await post.sends("先不存"))[0]
    assert (post.held, post.office.images.kept) == ([], {})


@pytest.mark.parametrize("failure", [PicturesUnavailable("away"), ReaderBusy("busy")])
async def test_picture_is_fetched_with_the_next_message_when_it_could_not_be_had_at_once(
    failure: Exception,
) -> None:
    """The guardian does not hear of it, and it is noted once."""
    post = await asked_for_several()
    post.desk.taken.add(post.conversation)
    post.source.failure = failure
    assert await post.sends(picture="m1") == []
    assert post.held == []
    post.source.failure = None
    assert await post.sends("看到了吗") == []
    assert post.held == ["m1"]
    assert post.desk.pictures == [(post.conversation, "")]


async def test_picture_is_held_when_its_paper_takes_no_more() -> None:
    """One paper is asked for, and the picture cannot join it: the person sees it all the same."""
    post = Post()
    await post.office.filed()
    post.desk.taken.add(post.conversation)
    post.office.reader.pictures = tuple(
        Picture(JPEG + bytes([number]), JPEG, 1, 1) for number in range(MOST_OF_A_PAPER + 1)
    )
    await post.sends(picture="m1")
    assert post.desk.pictures == [(post.conversation, "")]
    assert set(post.held) == {"m1"}


async def test_nothing_is_asked_when_no_paper_is_wanted() -> None:
    """The person has seen that it came."""
    post = Post()
    post.desk.taken.add(post.conversation)
    await post.sends(picture="m1")
    assert post.held == ["m1"]
    post.desk.taken.clear()
    assert await post.sends("报名") == ["您说：报名"]
    assert await post.sends("报名") == ["您说：报名"]

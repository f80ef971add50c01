"""Pictures sent in a chat."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from bot.messages import Choice, Outbound
from bot.pictures import Pictures, is_picture_choice
from enrolment.model.application import Application
from enrolment.model.papers.advice import WORDS, Advice
from enrolment.model.papers.page import Picture
from enrolment.model.papers.refusals import PapersUnavailable, PictureGone, PicturesUnavailable, TypeUnknown
from tests.fakes.paper_office import PaperOffice
from tests.fakes.papers import JPEG
from tests.fakes.pictures import FakePictureSource

HOUSEHOLD = "household_book"


@dataclass(slots=True)
class Post:
    """Where pictures arrive: `offered` are the choices of the last reply."""

    office: PaperOffice = field(default_factory=PaperOffice)
    source: FakePictureSource = field(default_factory=FakePictureSource)
    offered: tuple[Choice, ...] = ()

    async def sends(self, media: str) -> Outbound:
        """Send a picture and read the answer."""
        self.source.kept.setdefault(media, media.encode())
        return self._heard(await self._pictures().take(self._conversation, media, self.offered))

    async def picks(self, title: str) -> Outbound:
        """Pick one of the choices."""
        (value,) = {choice.value for choice in self.offered if choice.title == title}
        assert is_picture_choice(value)
        return self._heard(await self._pictures().put(self._conversation, value))

    @property
    def _conversation(self) -> str:
        return self.office.office.conversation

    def _heard(self, reply: Outbound) -> Outbound:
        self.offered = reply.choices
        return reply

    def _pictures(self) -> Pictures:
        office = self.office.office
        return Pictures(
            source=self.source,
            begin=office.store.begin,
            plans=office.plans,
            reader=self.office.reader,
            images=self.office.images,
            ids=self.office.ids,
            clock=office.clock,
            link=lambda application_id, conversation_id: f"http://x/{application_id}/{conversation_id}",
        )


@pytest.fixture
def post() -> Post:
    """A fresh one."""
    return Post()


async def refused_all(post: Post) -> Application:
    """A filed application whose guardian let no department be asked: several papers are wanted."""
    office = post.office.office
    application = office.open(office.sign_in())
    office.consent(application, ())
    return office.submit(await office.verify(application))


async def test_picture_is_kept_at_once_when_one_paper_alone_is_asked_for(post: Post) -> None:
    """The reply names the paper, what is left to do, and the page to hand it in on."""
    application = await post.office.filed()

    reply = await post.sends("m1")

    assert "存好了，放在“不动产权证书”里" in reply.text
    assert "交上去" in reply.text
    assert reply.link is not None
    assert application.id in reply.link.url
    assert reply.choices == ()
    assert post.office.given(application) == ["page-1"]


async def test_guardian_is_asked_which_paper_it_is_when_several_are_asked_for(post: Post) -> None:
    """Nothing is fetched before that; the pick keeps it, and the reply says what is still missing."""
    application = await refused_all(post)
    titles = [paper.title for paper in post.office.list(application).papers]
    assert len(titles) > 1

    asked = await post.sends("m1")
    assert [choice.title for choice in asked.choices] == [*titles, "先不存"]
    assert post.source.fetched == []

    told = await post.picks(titles[1])
    assert f"放在“{titles[1]}”里" in told.text
    assert f"还差：{titles[0]}" in told.text


async def test_pictures_go_together_when_several_came_before_the_pick(post: Post) -> None:
    """Whoever photographs three pages in a row is asked once, and loses none."""
    application = await refused_all(post)
    post.office.reader.pictures = ()
    for media in ("m1", "m2", "m3"):
        asked = await post.sends(media)
    assert "3张照片" in asked.text

    await post.picks(asked.choices[0].title)

    assert post.source.fetched == ["m1", "m2", "m3"]
    assert post.office.given(application) == []


async def test_picture_is_kept_once_when_the_same_step_runs_again(post: Post) -> None:
    """A step cut short by a crash is simply made again."""
    application = await post.office.filed()
    await post.sends("m1")
    await post.sends("m1")
    assert post.office.given(application) == ["page-1"]


async def test_advice_is_given_when_the_picture_is_hard_to_read(post: Post) -> None:
    """Advice only: it is kept all the same."""
    application = await post.office.filed()
    post.office.reader.pictures = (Picture(JPEG, JPEG, 10, 10, (Advice.DARK,)),)
    reply = await post.sends("m1")
    assert WORDS[Advice.DARK] in reply.text
    assert post.office.given(application) == ["page-1"]


async def test_nothing_is_kept_when_no_paper_is_asked_for(post: Post) -> None:
    """Before anybody signed in, and where the departments settled everything."""
    assert "不需要交照片" in (await post.sends("m1")).text
    office = post.office.office
    office.submit(await office.verified())
    assert "不需要交照片" in (await post.sends("m2")).text
    assert post.source.fetched == []


async def test_nothing_is_kept_when_the_guardian_would_rather_not(post: Post) -> None:
    """One pick, and the pictures are forgotten."""
    application = await refused_all(post)
    await post.sends("m1")
    assert "没有存" in (await post.picks("先不存")).text
    assert post.office.given(application) == []
    assert "照片了" in (await post.sends("m2")).text


async def test_place_is_looked_up_anew_when_the_papers_were_handed_in_meanwhile(post: Post) -> None:
    """An old question answered late puts nothing where it is not wanted."""
    application = await refused_all(post)
    asked = await post.sends("m1")
    for paper in post.office.list(application).papers:
        await post.office.add(application, paper.document)
    post.office.hand_in(application)

    assert "不需要交照片" in (await post.picks(asked.choices[0].title)).text
    assert post.source.fetched == []


@pytest.mark.parametrize(
    "failure", [PicturesUnavailable("the platform is away"), PapersUnavailable("the store is away")]
)
async def test_picture_can_be_tried_again_when_something_is_away(post: Post, failure: Exception) -> None:
    """The reply has a choice that does the same again, and the page as another road."""
    application = await post.office.filed()
    post.source.failure = failure
    reply = await post.sends("m1")
    assert [choice.title for choice in reply.choices] == ["再试一次", "先不存"]
    assert reply.link is not None

    post.source.failure = None
    assert "存好了" in (await post.picks("再试一次")).text
    assert post.office.given(application) == ["page-1"]


@pytest.mark.parametrize("refusal", [PictureGone("gone"), TypeUnknown("a video")])
async def test_reason_is_said_when_a_picture_is_refused(
    post: Post, refusal: PictureGone | TypeUnknown
) -> None:
    """In the words of the page, with the page as another road."""
    await post.office.filed()
    post.source.failure = refusal
    reply = await post.sends("m1")
    assert reply.text == refusal.words
    assert reply.link is not None


def test_choice_of_the_engine_is_no_picture_choice() -> None:
    """The two kinds never meet."""
    assert not is_picture_choice("/inform{}")
    assert not is_picture_choice(None)

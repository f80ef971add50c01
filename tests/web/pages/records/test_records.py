"""The page where a guardian corrects what a record is looked up by, and has it looked up again."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from bot.messages import ChannelName
from enrolment.model.application import Application
from enrolment.model.establishing.inquiry import REAL_ESTATE
from storage.page_links import PageLinks
from tests.fakes.family import MOTHER, Share, departments_with, home
from tests.web.site import Site
from web.pages.records.desk import RecordsDesk

NUMBER = "鲁(2017)济南市不动产权第0012345号"


class Desk:
    """A site with a signed-in guardian whose home is not found, and the link to the page."""

    def __init__(self) -> None:
        self.site = Site()
        self.office = office = self.site.office
        office.departments = departments_with()
        self.links = PageLinks(b"k" * 32, office.clock, "http://ruxue.test/records")
        self.site.records = RecordsDesk(
            read_link=self.links.read,
            begin=office.store.begin,
            plans=office.plans,
            clock=office.clock,
            verify=self._verify,
        )

    async def not_found(self) -> Application:
        """Go as far as a decision, without the home."""
        conversations = self.site.chat.conversations
        self.office.conversation = await conversations.find_or_open(ChannelName.WEB, "browser-1")
        return await self.office.verified()

    async def _verify(self, application_id: str, conversation_id: str) -> Application:
        assert conversation_id == self.office.conversation
        return await self.office.verify(self.office.store.tables.cases[application_id])

    @property
    def link(self) -> str:
        """A fresh token."""
        return parse_qs(urlsplit(self.links.url(self.office.conversation)).query)["link"][0]

    async def post(self, client: httpx.AsyncClient, case: Application, **fields: str) -> httpx.Response:
        """Have it looked up again, as the page's form does."""
        form = {"link": self.link, "application": case.id, "item": REAL_ESTATE, **fields}
        return await client.post("/records/recheck", data=form, follow_redirects=True)


@pytest.fixture
def desk() -> Desk:
    """The surroundings."""
    return Desk()


async def test_field_cause_and_inputs_are_shown_when_a_record_is_not_found(desk: Desk) -> None:
    """What is missing, what usually causes it, and what may be read off the paper."""
    await desk.not_found()
    async with desk.site.client() as client:
        shown = await client.get("/records", params={"link": desk.link})
    for words in (
        "自然资源部门没有查到",
        "老房产证还没有换成不动产权证",
        "证书编号",
        "房屋所有权证",
        "再查一次",
    ):
        assert words in shown.text


async def test_record_is_found_and_the_chat_is_told_when_the_number_was_read_off(desk: Desk) -> None:
    """The department gets the number; the engine gets one word, and never what was typed."""
    case = await desk.not_found()
    desk.office.departments.hold(REAL_ESTATE, MOTHER.id_number, home(Share(MOTHER, 100)))
    async with desk.site.client() as client:
        answer = await desk.post(client, case, number=NUMBER)
    assert "查到了" in answer.text
    assert "没有查不到的" in answer.text
    asked = [query for query in desk.office.departments.asked if query.data_item == REAL_ESTATE]
    assert asked[-1].particulars.number == NUMBER.replace("(", "（").replace(")", "）")
    assert [heard.text for heard in desk.site.chat.engine.heard] == ["/records_checked"]
    assert "0012345" not in str(answer.url)


async def test_paper_way_is_shown_when_a_corrected_number_finds_nothing_either(desk: Desk) -> None:
    """Given, corrected, and then no more: the words lead to the paper, and the form is gone."""
    case = await desk.not_found()
    async with desk.site.client() as client:
        first = await desk.post(client, case, number=NUMBER)
        assert "还是没有对上" in first.text
        assert "这是最后一次" in first.text
        second = await desk.post(client, case, number=NUMBER.replace("345", "346"))
        assert "已经重新查过一次" in second.text
        assert "再查一次</button>" not in second.text
        third = await desk.post(client, case, number=NUMBER.replace("345", "347"))
    assert "不能再查了" in third.text


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"number": "<script>"}, "“证书编号”好像不对"),
        ({"kind": "别的证"}, "“证书种类”好像不对"),
        ({"item": "marriage"}, "没有办成"),
        ({"item": "nonsense", "number": "1"}, "没有办成"),
        ({"application": "another"}, "没有办成"),
    ],
)
async def test_nothing_is_looked_up_when_what_was_sent_cannot_be_right(
    desk: Desk, fields: dict[str, str], words: str
) -> None:
    """Said by the field's name; the one look there is stays unused."""
    case = await desk.not_found()
    asked = len(desk.office.departments.asked)
    async with desk.site.client() as client:
        answer = await desk.post(client, case, **fields)
    assert words in answer.text
    assert "script" not in str(answer.url)
    assert len(desk.office.departments.asked) == asked
    assert desk.office.store.tables.particulars == {}


async def test_page_is_closed_when_the_link_is_not_good(desk: Desk) -> None:
    """Nobody sees or asks anything by a link that was not made here, or for another page."""
    case = await desk.not_found()
    other = PageLinks(b"k" * 32, desk.office.clock, "http://ruxue.test/consents").url(
        desk.office.conversation
    )
    token = parse_qs(urlsplit(other).query)["link"][0]
    async with desk.site.client() as client:
        for link in ("", "nonsense", token):
            assert (await client.get("/records", params={"link": link})).status_code == 403
            assert (await desk.post(client, case, link=link)).status_code == 403
        large = await client.post("/records/recheck", data={"number": "x" * 5_000})
    assert large.status_code == 413

"""谁看过我的信息: the page, for its guardian only."""

from __future__ import annotations

from bot.messages import ChannelName
from enrolment.model.access import Access, Reader, Who, Why
from tests.fakes.clock import DEMONSTRATION_NOW
from tests.web.site import Site

ASSISTANT = Reader(Who.ASSISTANT, Why.VERIFY)
STAFF = Reader(Who.STAFF, Why.REVIEW, "0371")


def signed_in() -> Site:
    """A site whose conversation is with a guardian of whom two fields were read."""
    site = Site()
    site.office.sign_in()
    site.office.store.tables.accesses["guardian-1"] = (
        Access(DEMONSTRATION_NOW, STAFF, "applications.facts"),
        Access(DEMONSTRATION_NOW, ASSISTANT, "children.name"),
        Access(DEMONSTRATION_NOW, ASSISTANT, "guardians.name"),
    )
    return site


async def test_page_says_who_read_what_and_why_when_the_link_is_good() -> None:
    """Purpose, reader and fields in words, people first."""
    site = signed_in()
    async with site.client() as client:
        page = await client.get(site.links.url("conversation-1"))
    assert page.status_code == 200
    for words in ("2027年6月10日", "经您同意，向部门核实", "您的姓名、孩子的姓名", "工作人员（编号 0371）"):
        assert words in page.text
    assert page.text.index("0371") < page.text.index("报名助手（系统自动）")
    assert page.headers["cache-control"] == "no-store"


async def test_page_says_so_when_nobody_read_anything() -> None:
    """An empty list is a sentence, not an empty page."""
    site = signed_in()
    site.office.store.tables.accesses.clear()
    async with site.client() as client:
        assert "还没有人看过" in (await client.get(site.links.url("conversation-1"))).text


async def test_page_is_refused_when_the_link_is_not_of_a_signed_in_guardian() -> None:
    """No link, a changed one, and one of a conversation nobody signed in on all end at the same words."""
    site = signed_in()
    addresses = ["/accesses", site.links.url("conversation-1") + "x", site.links.url("stranger")]
    async with site.client() as client:
        pages = [await client.get(address) for address in addresses]
    assert [page.status_code for page in pages] == [403] * 3
    assert all("这个链接不能用了" in page.text for page in pages)
    assert all("核实" not in page.text for page in pages)


async def test_sign_in_leads_to_the_page_when_it_is_done() -> None:
    """Whoever just proved who they are gets the link."""
    site = signed_in()
    await site.chat.conversations.find_or_open(ChannelName.WEB, "browser-1")
    async with site.client() as client:
        done = await client.get("/sign-in/callback", params={"state": "made-up", "code": "made-up"})
        link = done.text.partition('href="http://ruxue.test/accesses')[2].partition('"')[0]
        page = await client.get("/accesses" + link)
    assert "谁看过我的信息" in done.text
    assert page.status_code == 200

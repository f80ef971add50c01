"""The page of a guardian's rights: the matrix, withdrawal, export and deletion behind a signed link."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from bot.messages import ChannelName
from enrolment.model.application import Application, State
from storage.page_links import PageLinks
from tests.fakes.family import CHILD, MOTHER
from tests.web.site import Site
from web.pages.consents.desk import ConsentDesk

PAGE = "http://ruxue.test/consents"


class Rights:
    """A site with a signed-in guardian on a conversation of its own, and the link to the page."""

    def __init__(self) -> None:
        self.site = Site()
        office = self.site.office
        self.office = office
        self.links = PageLinks(b"k" * 32, office.clock, PAGE)
        self.site.consents = ConsentDesk(
            read_link=self.links.read,
            begin=office.store.begin,
            plans=office.plans,
            ids=office.ids,
            clock=office.clock,
            dialogues=self.site.dialogues,
            connected=office.departments.data_items,
        )

    async def verified(self) -> Application:
        """Bind a conversation the chat knows, and go as far as a decision."""
        conversations = self.site.chat.conversations
        self.office.conversation = await conversations.find_or_open(ChannelName.WEB, "browser-1")
        return await self.office.verified()

    @property
    def link(self) -> str:
        """A fresh token."""
        return parse_qs(urlsplit(self.links.url(self.office.conversation)).query)["link"][0]


@pytest.fixture
def rights() -> Rights:
    """The surroundings."""
    return Rights()


async def test_matrix_names_department_purpose_state_and_end_when_the_link_is_good(rights: Rights) -> None:
    """Per child; the child's name is masked, and consent for a child under 14 is said to be separate."""
    await rights.verified()
    async with rights.site.client() as client:
        shown = await client.get("/consents", params={"link": rights.link})

    assert shown.status_code == 200
    for words in ("自然资源部门", "不动产登记信息", "您就不用带房产证了", "2027年9月8日为止", "不满14周岁"):
        assert words in shown.text
    assert "说明第2027-1版" in shown.text
    assert CHILD.name not in shown.text
    assert MOTHER.id_number not in shown.text


@pytest.mark.parametrize("path", ["", "/export.json", "/export.html", "/erase"])
async def test_nothing_is_shown_when_the_link_is_bad_or_over(rights: Rights, path: str) -> None:
    """Forged, missing, made for another page, or too old: one and the same refusal."""
    await rights.verified()
    elsewhere = PageLinks(b"k" * 32, rights.office.clock, "http://ruxue.test/accesses")
    other = parse_qs(urlsplit(elsewhere.url(rights.office.conversation)).query)["link"][0]
    good = rights.link
    async with rights.site.client() as client:
        for token in ("", "nonsense", good[:-2], other):
            refused = await client.get(f"/consents{path}", params={"link": token})
            assert refused.status_code == 403
            assert "不动产" not in refused.text
        rights.office.clock.advance(timedelta(hours=2))
        assert (await client.get(f"/consents{path}", params={"link": good})).status_code == 403


async def test_nothing_is_shown_when_nobody_is_signed_in_any_more(rights: Rights) -> None:
    """The link is worth as much as the conversation's sign-in."""
    await rights.verified()
    with rights.office.store.begin() as work:
        work.sign_ins.unbind(rights.office.conversation)
        work.commit()
    async with rights.site.client() as client:
        assert (await client.get("/consents", params={"link": rights.link})).status_code == 403


async def post(client: httpx.AsyncClient, path: str, **fields: str) -> httpx.Response:
    """Send a form."""
    return await client.post(f"/consents/{path}", data=fields, follow_redirects=True)


async def test_consent_is_withdrawn_and_given_again_when_the_buttons_are_pressed(rights: Rights) -> None:
    """The state changes on the page, and the conversation is told each time."""
    case = await rights.verified()
    shared = {"link": rights.link, "child": case.child_id, "application": case.id, "item": "real_estate"}
    async with rights.site.client() as client:
        withdrawn = await post(client, "withdraw", **shared)
        assert "已经撤回" in withdrawn.text
        live = [each.data_item for each in rights.office.store.tables.grants.values() if not each.revoked_at]
        assert live == ["household_members", "birth_certificate"]

        given = await post(client, "grant", text_version="2027-1", **shared)
    assert "已经记下您的同意" in given.text
    newest = list(rights.office.store.tables.grants.values())[-1]
    assert (newest.data_item, newest.channel, newest.revoked_at) == ("real_estate", "web_page", None)
    assert [each.text for each in rights.site.chat.engine.heard] == ["/consent_changed"] * 2


async def test_consent_is_refused_when_its_wording_changed_meanwhile(rights: Rights) -> None:
    """The page shows the new wording and asks again."""
    case = await rights.verified()
    fields = {"link": rights.link, "application": case.id, "item": "real_estate", "text_version": "2026-9"}
    async with rights.site.client() as client:
        answer = await post(client, "grant", **fields)
    assert "授权的说明刚刚更新过" in answer.text
    assert len(rights.office.store.tables.grants) == 3


@pytest.mark.parametrize("item", ["marriage", "nonsense", ""])
async def test_consent_is_refused_when_the_page_does_not_offer_it(rights: Rights, item: str) -> None:
    """Nobody agrees to what is not needed, or to nothing."""
    case = await rights.verified()
    fields = {"link": rights.link, "application": case.id, "item": item, "text_version": "2027-1"}
    async with rights.site.client() as client:
        answer = await post(client, "grant", **fields)
    assert "没有办成" in answer.text
    assert len(rights.office.store.tables.grants) == 3


async def test_everything_kept_is_exported_when_the_guardian_wants_it(rights: Rights) -> None:
    """Once for machines, once for people; both hold the case with its consents and history."""
    await rights.verified()
    async with rights.site.client() as client:
        data = (await client.get("/consents/export.json", params={"link": rights.link})).json()
        readable = await client.get("/consents/export.html", params={"link": rights.link})

    assert data["guardian"] == {"name": MOTHER.name, "id_number": MOTHER.id_number}
    assert [grant["data_item"] for grant in data["children"][0]["consents"]] == [
        "household_members",
        "real_estate",
        "birth_certificate",
    ]
    (case,) = data["applications"]
    assert {fact["name"] for fact in case["facts"]} >= {"home_share", "hukou_in_county"}
    assert case["history"]
    for words in (MOTHER.name, CHILD.id_number, "房户一致", "已核实"):
        assert words in readable.text


async def test_draft_is_deleted_at_once_when_the_guardian_confirms(rights: Rights) -> None:
    """What was said and found, the answers kept, the consent, and whom the chat is with."""
    case = await rights.verified()
    async with rights.site.client() as client:
        asked = await client.get("/consents/erase", params={"link": rights.link})
        assert "依法还要保留" in asked.text
        assert rights.office.store.tables.cases[case.id].facts
        done = await post(client, "erase", link=rights.link)
        after = await client.get("/consents", params={"link": rights.link})

    tables = rights.office.store.tables
    emptied = tables.cases[case.id]
    assert (emptied.state, emptied.declared, emptied.facts, emptied.outcome) == (
        State.WITHDRAWN,
        {},
        {},
        None,
    )
    assert tables.replies == {}
    assert all(grant.revoked_at for grant in tables.grants.values())
    assert tables.bound == {}
    assert "删除了1份" in done.text
    assert after.status_code == 403


async def test_filed_case_is_kept_and_said_to_be_when_the_guardian_deletes(rights: Rights) -> None:
    """With its receipt and the reason; what it rests on stays."""
    filed = rights.office.submit(await rights.verified())
    async with rights.site.client() as client:
        done = await post(client, "erase", link=rights.link)

    kept = rights.office.store.tables.cases[filed.id]
    assert kept == filed
    assert filed.receipt_number is not None
    assert filed.receipt_number in done.text
    assert "保存三年" in done.text
    assert rights.office.store.tables.bound == {}

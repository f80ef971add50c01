"""A guardian comes with a county: by the link of its page, or by the scene of a QR code."""

from __future__ import annotations

import httpx
import pytest

from integrations.wechat import words
from tests.actions.surroundings import SHIPPED
from tests.fakes.office import Office
from tests.fakes.plans import FakePlans
from tests.integrations.wechat.platform import PLAIN, SAFE, Platform, event
from tests.web.site import Site

CHOOSE = "/channels/web/county"
FIRST_SCAN = "<EventKey><![CDATA[qrscene_370602]]></EventKey><Ticket><![CDATA[t]]></Ticket>"
LATER_SCAN = "<EventKey><![CDATA[370602]]></EventKey><Ticket><![CDATA[t]]></Ticket>"


def site(**parts: object) -> Site:
    """A site that serves two counties."""
    return Site(office=Office(plans=FakePlans(SHIPPED["370102"], SHIPPED["370602"])), **parts)  # type: ignore[arg-type]  # passed on as they are


def chosen(county: str) -> dict[str, str]:
    """The body of a choice."""
    return {"conversation": "browser-1", "message_id": "c1", "county": county}


async def test_page_speaks_of_the_county_when_its_link_names_one() -> None:
    """The title, the example, and what the script tells the conversation."""
    async with site().client() as client:
        page = (await client.get("/", params={"county": "370602"})).text
    assert "入学 · 芝罘区" in page
    assert 'data-county="370602"' in page
    assert "历下" not in page


@pytest.mark.parametrize("county", ["", "370699", "'\"><script>"])
async def test_page_presumes_no_county_when_its_link_names_none_that_is_served(county: str) -> None:
    """An unknown code is no error, and is not repeated."""
    async with site().client() as client:
        answer = await client.get("/", params={"county": county})
    assert answer.status_code == 200
    assert 'data-county=""' in answer.text
    assert "<script>" not in answer.text.replace('<script type="module"', "")


async def test_conversation_is_told_of_the_county_when_the_page_of_one_was_opened() -> None:
    """The engine hears it as an event, and its greeting comes back at once."""
    place = site()
    async with place.client() as client:
        answer = await client.post(CHOOSE, json=chosen("370602"))
        again = await client.post(CHOOSE, json=chosen("370602"))
    assert answer.json()["state"] == "answered"
    assert answer.json() == again.json(), "the same choice sent again is the same choice"
    assert [heard.text for heard in place.chat.engine.heard] == ['/county_chosen{"county": "370602"}']


@pytest.mark.parametrize(
    ("body", "status"), [(chosen("370699"), 404), ({"county": "370602"}, 400), (chosen(""), 400)]
)
async def test_choice_is_refused_when_the_county_is_not_served(body: dict[str, str], status: int) -> None:
    """Nothing reaches the engine."""
    place = site()
    async with place.client() as client:
        answer = await client.post(CHOOSE, json=body)
    assert answer.status_code == status
    assert place.chat.engine.heard == []


async def test_choice_is_not_kept_when_the_database_is_away() -> None:
    """The page asks again the next time; the chat can be used without it."""
    place = site()
    place.chat.conversations.down = True
    async with place.client() as client:
        answer = await client.post(CHOOSE, json=chosen("370602"))
    assert answer.json()["state"] == "not_kept"


async def send(client: httpx.AsyncClient, platform: Platform, xml: str) -> str:
    """Send an event as the platform does, and read what comes back."""
    delivery = platform.deliver(xml)
    answer = await client.post("/channels/wechat", params=delivery.query, content=delivery.body)
    assert answer.status_code == 200
    return platform.read(answer.text)["Content"] if answer.text else ""


@pytest.mark.parametrize("safe", [False, True])
@pytest.mark.parametrize("xml", [event("subscribe", FIRST_SCAN), event("SCAN", LATER_SCAN)])
async def test_county_is_preset_when_a_qr_code_is_scanned(xml: str, *, safe: bool) -> None:
    """Following by a code, or scanning one later; plain and encrypted; sent again, answered once."""
    place = site(wechat=SAFE if safe else PLAIN)
    platform = Platform(safe=safe)
    async with place.client() as client:
        first = await send(client, platform, xml)
        again = await send(client, platform, xml)
    assert first == again == '您说：/county_chosen{"county": "370602"}'
    assert len(place.chat.engine.heard) == 1


@pytest.mark.parametrize("scene", ["qrscene_5", "qrscene_370699", "qrscene_"])
async def test_follower_is_greeted_when_the_scene_is_no_county(scene: str) -> None:
    """Posters of other times and places still lead to a greeting."""
    place = site(wechat=SAFE)
    xml = event("subscribe", f"<EventKey>{scene}</EventKey>")
    async with place.client() as client:
        assert await send(client, Platform(safe=True), xml) == words.greeting("历下区")
    assert place.chat.engine.heard == []


async def test_scan_is_passed_over_when_its_scene_is_no_county() -> None:
    """Nothing to say to somebody who was here before."""
    async with site(wechat=SAFE).client() as client:
        assert await send(client, Platform(safe=True), event("SCAN", "<EventKey>7</EventKey>")) == ""


async def test_follower_is_greeted_when_the_database_is_away() -> None:
    """A new follower is not met with an outage."""
    place = site(wechat=SAFE)
    place.chat.conversations.down = True
    async with place.client() as client:
        said = await send(client, Platform(safe=True), event("subscribe", FIRST_SCAN))
    assert said == words.greeting("历下区")

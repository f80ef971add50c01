"""The chat page in a real browser: what a guardian taps, writes, loses and finds again."""

from __future__ import annotations

import shutil
import socket
import threading
from collections.abc import Iterator, Sequence

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, Route, expect, sync_playwright

from bot.messages import Choice, EngineReply
from tests.bot.fakes import Chat, Heard
from tests.bot.identity_numbers import number
from tests.web.site import Site
from web.app import create_app

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here: apt-get install chromium")


def asking(heard: Heard) -> Sequence[EngineReply]:
    """Offer two choices, then say what came."""
    if heard.text == "开始报名":
        return (EngineReply("上小学还是初中？", (Choice("上小学", "/primary"), Choice("上初中", "/junior"))),)
    return (EngineReply(f"收到：{heard.text}"),)


@pytest.fixture(name="site", scope="module")
def _site() -> Iterator[tuple[Site, str]]:
    site = Site(Chat(asking))
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        server = uvicorn.Server(
            uvicorn.Config(create_app(site.deps()), log_level="critical", access_log=False)
        )
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        yield site, f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join()


@pytest.fixture(name="browser", scope="module")
def _browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture(name="page")
def _page(browser: Browser, site: tuple[Site, str]) -> Iterator[Page]:
    """A phone with an empty memory; any error of the page's own script fails the test."""
    page = browser.new_page(viewport={"width": 390, "height": 844})
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda told: errors.append(told.text) if "Security" in told.text else None)
    page.goto(site[1])
    yield page
    page.close()
    assert errors == []


def write(page: Page, text: str) -> None:
    """Write a message and press Enter."""
    page.fill("#text", text)
    page.press("#text", "Enter")


def test_guardian_reaches_the_question_when_tapping_only(page: Page) -> None:
    """Two taps, no typing; an answered question keeps its buttons to read, with the picked one marked."""
    page.click("text=开始报名")
    page.click("#messages .choice >> text=上小学")
    expect(page.locator("text=收到：/primary")).to_be_visible()
    expect(page.locator(".mine .bubble")).to_have_text(["开始报名", "上小学"])
    expect(page.locator("#messages .choice")).to_have_text(["上小学", "上初中"])
    expect(page.locator("#messages .choice:enabled")).to_have_count(0)
    expect(page.locator("#messages .picked")).to_have_text(["上小学"])


def test_choices_stand_once_when_a_question_is_asked_again(page: Page) -> None:
    """The earlier buttons of the same question go away, the new ones can be picked, also after a reload."""
    write(page, "开始报名")
    expect(page.locator("#messages .choice")).to_have_count(2)
    write(page, "开始报名")
    expect(page.locator(".mine")).to_have_count(2)
    expect(page.locator("#messages .turn").last.locator(".choice:enabled")).to_have_count(2)
    expect(page.locator("#messages .choice")).to_have_count(2)
    page.reload()
    expect(page.locator("#messages .choice:enabled")).to_have_count(2)


def test_talk_is_shown_again_when_the_page_is_reloaded(page: Page) -> None:
    """Also what can still be picked, under the same conversation."""
    page.click("text=开始报名")
    expect(page.locator("text=上初中")).to_be_visible()
    page.reload()
    page.click("text=上初中")
    expect(page.locator("text=收到：/junior")).to_be_visible()


def test_talk_is_gone_when_started_over(page: Page) -> None:
    """After asking once."""
    write(page, "你好")
    expect(page.locator("text=收到：你好")).to_be_visible()
    page.click("#menu-button")
    page.click("#start-over")
    page.click("dialog .strong")
    expect(page.locator("#messages")).to_be_empty()
    expect(page.locator("#welcome")).to_be_visible()


def test_message_counts_once_when_the_network_lost_its_answer(page: Page, site: tuple[Site, str]) -> None:
    """It is sent again by itself, under the same id."""
    lost: list[str] = []

    def lose_first(route: Route) -> None:
        if lost:
            route.continue_()
            return
        lost.append("answer")
        route.fetch()  # it reaches the server, but its answer does not come back
        route.abort()

    page.route("**/channels/web/messages", lose_first)
    write(page, "网络不好")
    expect(page.locator("text=收到：网络不好")).to_have_count(1)
    assert [heard.text for heard in site[0].chat.engine.heard].count("网络不好") == 1


def test_message_can_be_sent_again_when_the_network_is_down(page: Page) -> None:
    """The guardian is told, and one tap sends it."""
    page.clock.install()
    page.route("**/channels/web/messages", lambda route: route.abort())
    write(page, "断网了")
    for _ in range(4):
        page.clock.run_for(3_500)
    again = page.locator("text=没有发出去")
    expect(again).to_be_visible()
    page.unroute("**/channels/web/messages")
    again.click()
    expect(page.locator("text=收到：断网了")).to_be_visible()


def test_message_is_answered_when_the_page_was_reloaded_before_its_answer(
    page: Page, site: tuple[Site, str]
) -> None:
    """It goes out again by itself under its id, and is heard once."""
    page.route("**/channels/web/messages", lambda route: (route.fetch(), None)[1])
    write(page, "刷新了")
    expect(page.locator("#typing")).to_be_visible()
    page.unroute("**/channels/web/messages")
    page.reload()
    expect(page.locator("text=收到：刷新了")).to_have_count(1)
    assert [heard.text for heard in site[0].chat.engine.heard].count("刷新了") == 1


def test_phone_remembers_no_id_number_when_one_was_sent(page: Page) -> None:
    """It is masked in what the browser keeps."""
    write(page, f"孩子{number()}")
    expect(page.locator("text=收到：孩子")).to_be_visible()
    assert number() not in page.evaluate("JSON.stringify(localStorage)")
    page.reload()
    expect(page.locator(".mine .bubble")).to_have_text([f"孩子370****{number()[-4:]}"])


def test_address_holds_nothing_when_talking(page: Page, site: tuple[Site, str]) -> None:
    """Neither the conversation's key nor what was said."""
    write(page, "你好")
    expect(page.locator("text=收到：你好")).to_be_visible()
    assert page.url == f"{site[1]}/"
    assert len(page.evaluate("JSON.parse(localStorage.getItem('ruxue.chat')).conversation")) >= 22


def test_markup_is_shown_as_text_when_somebody_writes_it(page: Page) -> None:
    """Nothing said is ever run."""
    write(page, "<img src=x onerror=alert(1)>")
    expect(page.locator("#messages img")).to_have_count(0)
    expect(page.locator(".mine .bubble")).to_have_text(["<img src=x onerror=alert(1)>"])

"""谁看过我的信息 on a phone: nothing is cut off, however much was read."""

from __future__ import annotations

import shutil
import socket
import threading
from collections.abc import Iterator
from datetime import timedelta

import pytest
import uvicorn
from playwright.sync_api import expect, sync_playwright

from enrolment.model.access import Access, Reader, Who, Why
from enrolment.model.access_words import FIELDS
from tests.fakes.clock import DEMONSTRATION_NOW
from tests.web.site import Site
from web.app import create_app

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here: apt-get install chromium")

READERS = (
    Reader(Who.STAFF, Why.HOTLINE, "370102-hotline-0000000000000017"),
    *(Reader(Who.ASSISTANT, why) for why in (Why.TALK, Why.APPLY, Why.VERIFY, Why.FILE, Why.SHOW)),
)


@pytest.fixture(name="address")
def _address() -> Iterator[str]:
    """Where a guardian sees two days on which everything was read by everybody."""
    site = Site()
    site.office.sign_in()
    site.office.store.tables.accesses["guardian-1"] = tuple(
        Access(DEMONSTRATION_NOW - timedelta(days=days), reader, field)
        for days in range(2)
        for reader in READERS
        for field in FIELDS
    )
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        server = uvicorn.Server(
            uvicorn.Config(create_app(site.deps()), log_level="critical", access_log=False)
        )
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        link = site.links.url("conversation-1").removeprefix("http://ruxue.test")
        yield f"http://127.0.0.1:{listening.getsockname()[1]}{link}"
        server.should_exit = True
        thread.join()


@pytest.mark.parametrize("width", [320, 390])
def test_page_fits_the_phone_when_much_was_read(address: str, width: int) -> None:
    """No line runs out of the screen, people come first, and the way back is there."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": width, "height": 844})
        page.goto(address)
        expect(page.locator("h1")).to_have_text("谁看过我的信息")
        expect(page.locator("section")).to_have_count(2)
        expect(page.locator("section").first.locator("article").first).to_contain_text(
            "工作人员（编号 370102"
        )
        assert page.evaluate("document.documentElement.scrollWidth") == width
        expect(page.locator("a.button")).to_be_visible()
        browser.close()

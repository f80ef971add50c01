"""The papers' page in a real browser, with real photographs, opened and sealed as in production."""

from __future__ import annotations

import asyncio
import shutil
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, FilePayload, Page, expect, sync_playwright

from enrolment.model.application import State
from enrolment.model.papers.advice import WORDS, Advice
from enrolment.model.papers.refusals import TypeUnknown
from integrations.papers.reader import ProcessReader
from storage.papers.images import in_folder
from tests.fakes.paper_office import CERTIFICATE
from tests.integrations.papers.pages import blurred, cut, dark, heic, jpeg, page, pdf
from tests.web.papers.counter import Counter
from web.app import create_app

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here: apt-get install chromium")

SECTION = f"#{CERTIFICATE}"
ADD = f"{SECTION} > .upload input[type=file]"


def file(content: bytes, name: str = "王晓梅.jpg") -> FilePayload:
    """A file picked on the phone."""
    return {"name": name, "mimeType": "image/jpeg", "buffer": content}


@pytest.fixture(name="browser", scope="module")
def _browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture(name="counter")
def _counter(tmp_path: Path) -> Counter:
    return Counter(reader=ProcessReader(), images=in_folder(tmp_path / "papers"))


@pytest.fixture(name="site")
def _site(counter: Counter) -> Iterator[str]:
    """The server's address and the link's path; the family has filed."""
    # The browser's own loop runs in this thread.
    filing = threading.Thread(target=lambda: asyncio.run(counter.papers.filed()))
    filing.start()
    filing.join()
    (application,) = counter.papers.office.store.tables.cases.values()
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        server = uvicorn.Server(
            uvicorn.Config(create_app(counter.site.deps()), log_level="critical", access_log=False)
        )
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}{counter.link(application)}"
        server.should_exit = True
        thread.join()


@pytest.fixture(name="phone")
def _phone(browser: Browser, site: str) -> Iterator[Page]:
    """A phone that followed the link; any error of the page's own script fails the test."""
    phone = browser.new_page(viewport={"width": 390, "height": 844}, device_scale_factor=2)
    errors: list[str] = []
    phone.on("pageerror", lambda error: errors.append(str(error)))
    phone.on("console", lambda told: errors.append(told.text) if "Security" in told.text else None)
    phone.on("dialog", lambda dialog: dialog.accept())
    phone.goto(site)
    yield phone
    phone.close()
    assert errors == []


def state(counter: Counter) -> State:
    """Where the application stands."""
    return next(iter(counter.papers.office.store.tables.cases.values())).state


def test_papers_are_handed_in_when_photographed_on_a_phone(phone: Page, counter: Counter) -> None:
    """A dark photo is advised against, taken again, a second page comes from a newer phone."""
    assert "link=" not in phone.url
    expect(phone.locator(".hand-in button")).to_be_disabled()
    phone.set_input_files(ADD, [file(jpeg(dark(page()))), file(heic(page(table=150, seed=2)))])
    expect(phone.locator(f"{SECTION} .page")).to_have_count(2, timeout=20_000)
    expect(phone.locator(f"{SECTION} .advice")).to_have_text([WORDS[Advice.DARK]])
    phone.set_input_files(f"{SECTION} .doubtful .again input", file(jpeg(page())))
    expect(phone.locator(f"{SECTION} .advice")).to_have_count(0, timeout=20_000)
    expect(phone.locator(f"{SECTION} .mark")).to_have_text("已拍2页")
    expect(phone.locator("#told")).to_be_hidden()
    for image in phone.locator(".picture img").all():
        expect(image).to_have_js_property("complete", True)  # noqa: FBT003 - the property's value
        assert image.evaluate("image => image.naturalWidth") > 100
    phone.click(".hand-in button")
    expect(phone.locator(".lead.good")).to_contain_text("材料已经交上去了")
    expect(phone.locator("form")).to_have_count(0)
    assert state(counter) is State.UNDER_REVIEW


def test_reason_is_shown_when_a_file_is_not_taken(phone: Page) -> None:
    """Pages sent before it stay, and the page can be used on."""
    phone.set_input_files(ADD, [file(jpeg(blurred(page()))), file(b"MZ\x90\x00 a program")])
    expect(phone.locator("#told")).to_have_text(TypeUnknown.words, timeout=20_000)
    expect(phone.locator(f"{SECTION} .page")).to_have_count(1)
    expect(phone.locator(f"{SECTION} .advice")).to_have_text([WORDS[Advice.BLURRED]])
    phone.set_input_files(ADD, file(pdf(page(), cut())))
    expect(phone.locator(f"{SECTION} .page")).to_have_count(3, timeout=20_000)
    expect(phone.locator("#told")).to_be_hidden()


def test_pages_are_moved_and_removed_when_tapped(phone: Page) -> None:
    """What stood first stands last, and the last one goes."""
    phone.set_input_files(ADD, file(pdf(page(), page(seed=2), page(seed=3))))
    pictures = phone.locator(f"{SECTION} .picture")
    expect(pictures).to_have_count(3, timeout=20_000)
    before = [each.get_attribute("href") for each in pictures.all()]
    phone.get_by_role("button", name="第1页往后移").click()
    expect(pictures.nth(1)).to_have_attribute("href", before[0] or "")
    phone.locator(f"{SECTION} .page").nth(2).get_by_role("button", name="删掉").click()
    expect(pictures).to_have_count(2)
    assert [each.get_attribute("href") for each in pictures.all()] == [before[1], before[0]]


def test_guardian_sees_how_far_it_is_when_the_network_is_slow(phone: Page) -> None:
    """A bar that moves, then what is happening."""
    seen: list[str] = []

    def note(words: str) -> None:
        seen.append(words)

    phone.expose_function("note", note)
    phone.evaluate(
        """() => new MutationObserver(() => {
            const line = document.querySelector(".sending span");
            if (line) window.note(line.textContent);
        }).observe(document.getElementById("papers"), {childList: true, subtree: true})"""
    )
    phone.context.new_cdp_session(phone).send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": 20, "downloadThroughput": -1, "uploadThroughput": 800_000},
    )
    phone.set_input_files(ADD, file(jpeg(page().resize((3000, 4000)))))
    expect(phone.locator(f"{SECTION} .page")).to_have_count(1, timeout=30_000)
    assert any(words.startswith("正在上传") for words in seen)
    assert seen[-1] == "传好了，正在看照片清不清楚…"


def test_page_is_told_lost_when_the_network_is_gone(phone: Page) -> None:
    """And works again afterwards."""
    phone.route("**/pages/**", lambda route: route.abort())
    phone.set_input_files(ADD, file(jpeg(page())))
    expect(phone.locator("#told")).to_contain_text("没有传成")
    phone.unroute("**/pages/**")
    phone.set_input_files(ADD, file(jpeg(page())))
    expect(phone.locator(f"{SECTION} .page")).to_have_count(1, timeout=20_000)


def test_papers_are_handed_in_when_the_browser_runs_no_script(
    browser: Browser, site: str, counter: Counter
) -> None:
    """Everything is a form underneath; a desk's wide screen shows it as well."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 800})
    desktop = context.new_page()
    desktop.goto(site)
    desktop.set_input_files(ADD, file(jpeg(page())))
    desktop.locator(f"{SECTION} > .upload .send").click()
    expect(desktop.locator(f"{SECTION} .page")).to_have_count(1)
    desktop.click(".hand-in button")
    expect(desktop.locator(".lead.good")).to_be_visible()
    context.close()
    assert state(counter) is State.UNDER_REVIEW


def test_nothing_hangs_over_the_edge_when_the_phone_is_small(phone: Page) -> None:
    """320 pixels, and every button is large enough for a thumb."""
    phone.set_viewport_size({"width": 320, "height": 640})
    phone.set_input_files(ADD, [file(jpeg(dark(page()))), file(jpeg(page()))])
    expect(phone.locator(f"{SECTION} .page")).to_have_count(2, timeout=20_000)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 320
    for button in phone.locator("button:visible, .pick:visible").all():
        box = button.bounding_box()
        assert box is not None
        assert box["height"] >= 44

"""The control page on a phone: headless Chromium makes an item fail and recover."""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
import uvicorn
from playwright.sync_api import expect

from sandbox.app import create_app
from sandbox.exchange.control import WORDS
from sandbox.exchange.faults import FaultKind
from sandbox.settings import SandboxSettings
from tests.journey.looks import faults
from tests.journey.phone import CHROMIUM, DESKTOP, PHONE, chromium

needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here: apt-get install chromium")


@pytest.fixture
def served() -> Iterator[str]:
    """Serve a sandbox on a free loopback port."""
    app = create_app(SandboxSettings(families=8, latency_ms=0))
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, access_log=False, log_level="warning", lifespan="off"))
    serving = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    serving.start()
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.force_exit = server.should_exit = True
    serving.join(timeout=10)
    listening.close()


def test_every_fault_has_words_when_the_sandbox_learns_a_new_one() -> None:
    """The page offers all of them in Chinese."""
    assert WORDS.keys() == set(FaultKind)


@needs_chromium
def test_item_fails_and_recovers_when_told_to_on_the_page(served: str, tmp_path: Path) -> None:
    """Chosen, applied, shown; and shown on a desk as well. Pictures go where JOURNEY_SHOTS says."""
    shots = Path(os.environ.get("JOURNEY_SHOTS", tmp_path))
    with chromium() as browser:
        width, height = PHONE
        page = browser.new_page(viewport={"width": width, "height": height})
        page.goto(f"{served}/control")
        assert faults(page) == []
        item = page.locator('li[data-rid="marriage"]')
        item.get_by_label("故障 fault").select_option("down")
        item.get_by_label("几秒后恢复 recovers in (s)").fill("600")
        item.get_by_role("button").click()
        expect(item.locator(".told")).to_contain_text("停机 down · 恢复于 until")
        order = httpx.get(f"{served}/control/faults", trust_env=False).json()["marriage"]
        assert order["fault"] == "down"
        assert order["recovers_at"]
        assert faults(page) == []
        item.scroll_into_view_if_needed()
        page.screenshot(path=shots / "control-phone.png")
        item.get_by_label("故障 fault").select_option("none")
        item.get_by_role("button").click()
        expect(item.locator(".told")).to_contain_text("正常 none")
        item.get_by_label("延迟秒数 delay (s)").evaluate(
            "input => { input.type = 'text'; input.value = '61'; }"
        )
        item.get_by_role("button").click()
        expect(page.get_by_role("status")).to_contain_text("没有生效 not applied (422)")
        width, height = DESKTOP
        page.set_viewport_size({"width": width, "height": height})
        page.reload()
        assert faults(page) == []
        page.screenshot(path=shots / "control-desk.png")

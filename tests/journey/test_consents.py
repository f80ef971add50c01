"""A guardian's rights on a phone: the chat's link leads to the matrix, and what is done there is told."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.journey.households import Households
from tests.journey.looks import faults
from tests.journey.phone import CHROMIUM, Phone, chromium
from tests.journey.stack import Stack
from tests.journey.test_browser import to_decision

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here: apt-get install chromium")


@pytest.fixture
def phone(stack: Stack, tmp_path: Path) -> Iterator[Phone]:
    """A phone with an empty memory."""
    named = os.environ.get("JOURNEY_SHOTS")
    with chromium() as browser:
        one = Phone(browser, stack.settings.web_url, Path(named) if named else tmp_path)
        yield one
        one.close()


def look(phone: Phone, step: str) -> None:
    """Keep a picture, and find nothing that is hard to read or to tap."""
    phone.shoot(step)
    assert faults(phone.page) == [], step


def to_page(phone: Phone) -> None:
    """Ask for the page in the chat, and open it."""
    phone.say("我同意了哪些")
    phone.page.locator(".go").last.click()


def test_consent_is_withdrawn_on_its_page_when_the_chat_gave_the_link(
    phone: Phone, households: Households
) -> None:
    """The matrix, one tap, the paper that replaces it in the chat, and consent given again."""
    to_decision(phone, households.take())
    to_page(phone)
    row = phone.page.locator("article", has_text="不动产登记信息")
    expect(row.locator(".state")).to_have_text("同意")
    look(phone, "matrix")

    row.locator("button").click()
    expect(phone.page.locator(".told")).to_contain_text("已经撤回")
    expect(row.locator(".state")).to_have_text("已撤回")
    look(phone, "withdrawn")

    phone.open()
    expect(phone.card("decision").locator("dd").first).to_contain_text("不动产权证书")

    to_page(phone)
    row.locator("button").click()
    expect(row.locator(".state")).to_have_text("同意")
    phone.open()
    expect(phone.card("decision").locator("dd").first).to_have_text("不用带任何材料", timeout=30_000)


def test_everything_is_shown_and_the_draft_deleted_when_the_guardian_wants_it(
    phone: Phone, households: Households
) -> None:
    """Readable on a phone; deletion says what is kept, and asks once."""
    family = households.take()
    to_decision(phone, family)
    to_page(phone)
    phone.page.click("text=看我的全部信息")
    expect(phone.page.locator("main")).to_contain_text("不动产")
    look(phone, "export")
    phone.page.click("a:text-is('返回')")
    phone.page.click("text=删除我的信息")
    look(phone, "erase")
    phone.page.click("text=确定删除")
    expect(phone.page.locator("main")).to_contain_text("删除了1份")
    look(phone, "erased")

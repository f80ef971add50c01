"""A home that an ID number alone does not find: said in the chat, corrected on a page, found; or on paper."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import expect

from sandbox.families import Family, Oddity, families
from sandbox.families.drawing.filings import other_name
from tests.journey import path
from tests.journey.guardian import Guardian
from tests.journey.phone import CHROMIUM, Phone, chromium
from tests.journey.stack import Stack
from tests.journey.test_browser import look, to_decision

ODD = {each.filings[0].oddity: each for each in families(203) if each.filings}


@pytest.fixture
def phone(stack: Stack, tmp_path: Path) -> Iterator[Phone]:
    """A phone with an empty memory."""
    named = os.environ.get("JOURNEY_SHOTS")
    with chromium() as browser:
        one = Phone(browser, stack.settings.web_url, Path(named) if named else tmp_path)
        yield one
        one.close()


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here: apt-get install chromium")
def test_old_certificate_is_found_when_its_kind_and_number_are_given(phone: Phone) -> None:
    """From the words under the decision to the page, with a slip first; then no paper is needed any more."""
    family = ODD[Oddity.OLD_KIND]
    to_decision(phone, family)
    expect(phone.page.locator("body")).to_contain_text("自然资源部门没有查到")
    expect(phone.page.locator("body")).to_contain_text("老房产证还没有换成不动产权证")
    phone.page.locator(".go").last.click()
    look(phone, "not-found")

    mistyped = family.homes[0].certificate.replace("第", "第9")
    phone.page.get_by_label("证书编号").fill(mistyped)
    phone.page.get_by_label("证书种类").select_option("房屋所有权证")
    phone.page.click("button:text-is('再查一次')")
    expect(phone.page.locator(".told")).to_contain_text("还是没有对上")
    look(phone, "still-not-found")

    phone.page.get_by_label("证书编号").fill(family.homes[0].certificate)
    phone.page.get_by_label("证书种类").select_option("房屋所有权证")
    phone.page.click("button:text-is('再查一次')")
    expect(phone.page.locator(".told")).to_contain_text("查到了")
    look(phone, "found")
    phone.open()
    expect(phone.card("decision").locator("dd").first).to_have_text("不用带任何材料", timeout=30_000)
    assert phone.errors == []


@pytest.mark.parametrize("oddity", [Oddity.BY_NUMBER, Oddity.OTHER_NAME])
def test_home_is_found_when_the_certificate_was_read_off(
    stack: Stack, guardian: Guardian, oddity: Oddity
) -> None:
    """By its number, or by the name on it; the chat then shows the decision without papers."""
    family = ODD[oddity]
    decided = path.to_decision(guardian, family)
    assert "自然资源部门没有查到" in decided.text
    read_off = (
        {"number": family.homes[0].certificate}
        if oddity is Oddity.BY_NUMBER
        else {"name": other_name(family.signs_in)}
    )
    told = recheck(stack, decided.link or "", family, **read_off)
    assert "查到了" in told
    now = guardian.say("继续").text
    assert "您家属于“房户一致居民子女”" in now
    assert "您不用交任何材料" in now
    assert no_trace(stack, *read_off.values()) == []


def recheck(stack: Stack, link: str, family: Family, **typed: str) -> str:
    """Fill the page's form as a browser does; give the page that follows."""
    shown = httpx.get(link, timeout=30).text
    fields = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', shown))
    assert fields["item"] == "real_estate", family.code
    url = f"{stack.settings.web_url}/records/recheck"
    return httpx.post(url, data={**fields, **typed}, follow_redirects=True, timeout=30).text


def no_trace(stack: Stack, *values: str) -> list[str]:
    """The files of the run in which one of these can be read."""
    files = [place for place in stack.settings.var.rglob("*") if place.is_file()]
    texts = [(place, place.read_bytes()) for place in (*files, *stack.logs())]
    return [place.name for place, content in texts for value in values if value.encode() in content]

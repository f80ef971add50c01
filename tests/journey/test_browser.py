"""The whole path on a phone: headless Chromium on the real stack, judged by what a guardian sees.

Pictures of each step go to the test's folder, or to the one the variable JOURNEY_SHOTS names.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route, expect

from sandbox.families import Family
from tests.journey import path
from tests.journey.households import Households
from tests.journey.looks import faults
from tests.journey.phone import CHROMIUM, DESKTOP, PHONE, Phone, chromium
from tests.journey.stack import Stack

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here: apt-get install chromium")

NewPhone = Callable[..., Phone]
MOTHER = "我家孩子2020年10月出生,户口和房子都在历下,想报明年的小学"
LATE_MS = 40_000


@pytest.fixture(name="browser", scope="module")
def _browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture(name="new_phone")
def _new_phone(
    browser: Browser, stack: Stack, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[NewPhone]:
    """Phones with an empty memory; anything their consoles complain of fails the test."""
    named = os.environ.get("JOURNEY_SHOTS")
    shots = Path(named) / str(request.node.name) if named else tmp_path
    phones: list[Phone] = []

    def new(on: Stack = stack, size: tuple[int, int] = PHONE) -> Phone:
        phones.append(Phone(browser, on.settings.web_url, shots, size=size))
        return phones[-1]

    yield new
    for phone in phones:
        phone.close()
    assert [error for phone in phones for error in phone.errors] == []


def to_decision(phone: Phone, family: Family) -> None:
    """Go the path up to the decision card."""
    to_consent(phone, family)
    phone.tap("全部同意")
    expect(phone.card("decision")).to_be_visible()


def to_consent(phone: Phone, family: Family) -> None:
    """Go the path up to the consent card."""
    phone.open()
    phone.say(path.first_message(family))
    phone.to_sign_in()
    phone.sign_in(family.sign_in_name)
    phone.back()
    phone.tap("月生")
    expect(phone.card("consent")).to_be_visible()


def look(phone: Phone, step: str) -> None:
    """Keep a picture of a step, and find nothing that is hard to read or to tap."""
    phone.shoot(step)
    assert faults(phone.page) == [], step


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_mother_enrols_her_child_when_she_only_has_a_browser(
    new_phone: NewPhone, households: Households, size: tuple[int, int]
) -> None:
    """First message, question, sign-in, child, consent, decision without papers, receipt, progress."""
    family = households.take()
    phone = new_phone(size=size)
    page = phone.page
    phone.open()
    expect(page.locator("#welcome")).to_be_visible()
    look(phone, "welcome")

    phone.say(path.first_message(family))
    expect(page.locator(".bubble", has_text="户口在历下区").last).to_be_visible()
    expect(page.locator(".go")).to_have_text("去登录")
    look(phone, "first")

    phone.say("要带房产证吗")
    expect(page.locator(".source")).to_contain_text("历下2027-6.1")
    expect(page.locator(".go")).to_have_count(1)
    look(phone, "question")

    said = page.locator(".bubble").all_inner_texts()
    page.reload()
    assert page.locator(".bubble").all_inner_texts() == said, "a reload shows the history"

    phone.to_sign_in()
    look(phone, "sign-in")
    phone.sign_in(family.sign_in_name)
    look(phone, "signed-in")
    phone.back()
    look(phone, "child")

    phone.tap("月生")
    consent = phone.card("consent")
    expect(consent.locator("dt")).to_have_text(["公安部门", "自然资源部门", "卫生健康部门"])
    look(phone, "consent")

    page.reload()
    phone.tap("全部同意")
    decision = phone.card("decision")
    expect(decision.locator("h2")).to_have_text("入学类型：房户一致居民子女")
    expect(decision.locator("dd").first).to_have_text("不用带任何材料")
    expect(decision.locator("dl").first).to_contain_text("咨询电话")
    look(phone, "decision")
    reason = decision.locator("details .checked").first
    expect(reason).to_be_hidden()
    decision.locator("summary").click()
    expect(reason).to_be_visible()
    expect(reason.locator(".note")).to_have_text(re.compile(r"部门.*6月10日.*历下2027-"))
    look(phone, "reasons")

    phone.tap("确认提交")
    number = phone.card("receipt").locator("dd").first
    expect(number).to_have_text(re.compile(r"^370102-2027-\d{6}-[\dX]$"))
    look(phone, "receipt")

    phone.say("进度")
    timeline = phone.card("timeline")
    expect(timeline).to_contain_text(number.inner_text())
    expect(timeline).to_contain_text("您提交了报名")
    look(phone, "progress")


def test_sentence_of_the_issue_is_understood_when_the_mother_writes_it(new_phone: NewPhone) -> None:
    """Her own words, on her phone: read back, and nothing asked that she said."""
    phone = new_phone()
    phone.open()
    phone.say(MOTHER)
    told = " ".join(phone.page.locator(".turn:not(.mine) .bubble").all_inner_texts())
    assert all(fact in told for fact in ("上小学", "2020年10月", "户口在历下区", "住房在父母名下"))


def test_application_is_filed_once_when_the_network_loses_the_answer(
    new_phone: NewPhone, households: Households
) -> None:
    """The page sends the message again by itself under its id: one receipt, one event."""
    phone = new_phone()
    to_decision(phone, households.take())
    lost: list[str] = []

    def lose_first(route: Route) -> None:
        if lost:
            route.continue_()
            return
        lost.append("answer")
        route.fetch()  # it reaches the server, but its answer does not come back
        route.abort()

    phone.page.route("**/channels/web/messages", lose_first)
    phone.tap("确认提交")
    expect(phone.page.locator(".card.receipt")).to_have_count(1)
    phone.say("进度")
    assert phone.card("timeline").inner_text().count("您提交了报名") == 1
    expect(phone.page.locator(".again")).to_have_count(0)
    assert lost
    assert all("ERR_FAILED" in error for error in phone.errors)
    phone.errors.clear()


def test_late_answer_appears_by_itself_when_the_engine_is_back(
    fragile: Stack, new_phone: NewPhone, households: Households
) -> None:
    """Engine killed: a plain sentence; engine back: the answer, without a tap."""
    phone = new_phone(fragile)
    phone.open()
    phone.say("你好")
    fragile.kill("engine")
    try:
        phone.say(path.first_message(households.take()))
        expect(phone.page.locator(".bubble").last).to_contain_text("您的话已经记下")
        expect(phone.page.locator(".again")).to_have_count(0)
        look(phone, "recovering")
    finally:
        fragile.start("engine")
    expect(phone.page.locator(".go")).to_be_visible(timeout=LATE_MS)
    look(phone, "answered-late")
    phone.to_sign_in()


def test_departments_are_named_when_one_of_them_is_slow(
    stack: Stack, new_phone: NewPhone, households: Households
) -> None:
    """After two seconds it says who is being asked; then the decision says what is still open."""
    phone = new_phone()
    to_consent(phone, households.take())
    with stack.faulty("real_estate", "slow", 8):
        phone.choice("全部同意").click()
        expect(phone.page.locator("#typing")).to_contain_text("公安、自然资源、卫生健康部门核对")
        look(phone, "asking")
        phone.answered()
    decision = phone.card("decision")
    expect(decision.locator("h2")).to_contain_text("待核实")
    expect(decision.locator("dd").first).to_have_text("不动产权证书")
    look(phone, "open")


def test_guardian_can_sign_in_after_all_when_she_mistyped_and_cancelled(
    new_phone: NewPhone, households: Households
) -> None:
    """Each refusal says what to do, and the way back leads on."""
    family = households.take()
    phone = new_phone()
    page = phone.page
    phone.open()
    phone.say(path.first_message(family))
    phone.to_sign_in()
    page.click("text=同意并登录")
    expect(page.locator("[role=alert]")).to_contain_text("请先填写登录名")
    page.fill("#sign_in_name", "nobody")
    page.click("text=同意并登录")
    expect(page.locator("[role=alert]")).to_contain_text("没有找到这个登录名")
    look(phone, "unknown-name")
    page.click("text=取消")
    expect(page.locator("h1")).to_have_text("您取消了登录")
    look(phone, "cancelled")

    page.click("a:text-is('回到聊天')")
    phone.to_sign_in()
    phone.sign_in(family.sign_in_name)
    used = page.url
    phone.back()
    phone.tap("月生")
    expect(phone.card("consent")).to_be_visible()
    page.goto(used)
    expect(page.locator("h1")).to_have_text("这个登录链接不能用了")
    look(phone, "used-link")
    assert all("Failed to load resource" in error for error in phone.errors), "only the refused pages"
    phone.errors.clear()


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize(
    ("address", "told"),
    [("/nowhere", "没有找到这个页面"), ("/sign-in/callback?error=access_denied", "您取消了登录")],
    ids=["unknown", "cancelled"],
)
def test_page_leads_back_to_the_chat_when_it_leads_nowhere_else(
    new_phone: NewPhone, address: str, told: str, size: tuple[int, int]
) -> None:
    """Pages outside the chat are as easy to read and to leave."""
    phone = new_phone(size=size)
    phone.open(address)
    expect(phone.page.locator("h1")).to_have_text(told)
    look(phone, "page")
    phone.page.click("a:text-is('回到聊天')")
    expect(phone.page.locator("#text")).to_be_visible()
    phone.errors[:] = [error for error in phone.errors if "status of 404" not in error]


def test_talk_can_be_forgotten_when_the_guardian_starts_over(new_phone: NewPhone) -> None:
    """The menu asks once, then the page is as new."""
    phone = new_phone()
    phone.open()
    phone.say("你好")
    phone.page.click("#menu-button")
    look(phone, "menu")
    phone.page.click("#start-over")
    expect(phone.page.locator("#confirm")).to_be_visible()
    look(phone, "asked")
    phone.page.click("#confirm .strong")
    expect(phone.page.locator("#messages .bubble")).to_have_count(0)
    expect(phone.page.locator("#welcome")).to_be_visible()

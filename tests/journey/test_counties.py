"""Families of other counties go the same path; a county nobody heard of goes live by one file."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from sandbox.families import Family, find
from settings import ROOT
from tests.integrations.wechat.platform import Platform, event
from tests.journey import path
from tests.journey.conftest import MakeGuardian
from tests.journey.guardian import Guardian
from tests.journey.stack import Stack, wait_until
from tests.journey.wechat import WeChatGuardian

NEW_COUNTY = "379901"
# The running parts look for newly published plans every few seconds.
LIVE_WITHIN_SECONDS = 15.0


def family_of(name: str) -> Family:
    """The synthetic family that signs in under this name."""
    family = find(name)
    assert family
    return family


@pytest.fixture
def few(tmp_path: Path) -> Iterator[Stack]:
    """Every part, with the plan of one county alone."""
    plans = tmp_path / "plans"
    for code in ("370000", "370100", "370102"):
        shutil.copytree(ROOT / "plans" / code, plans / code)
    stack = Stack(tmp_path, plans=plans)
    try:
        stack.begin()
        yield stack
    finally:
        stack.end()


@pytest.mark.parametrize(
    ("name", "county", "category"),
    [
        ("zhifu001", "芝罘区", "房户一致"),
        ("licang001", "李沧区", "房户一致"),
        ("zhifu002", "芝罘区", "有房无户"),
    ],
)
def test_child_is_enrolled_when_the_family_lives_in_another_county(
    guardian: Guardian, name: str, county: str, category: str
) -> None:
    """From the first message to the receipt, by that county's plan and under its name."""
    family = family_of(name)
    assert f"在{county}上学" in path.to_sign_in(guardian, family).text
    guardian.sign_in(name)
    path.pick_child(guardian, family)
    decision = guardian.choose("全部同意")

    card = decision.cards["decision"]
    assert category in card["title"]
    assert card["footer"].startswith(f"按{county}2027年方案（版本2027-")
    assert decision.row("decision", "对口学校").startswith(f"{county}演示")
    why = guardian.choose("为什么").text
    assert f"按{county}2027年方案" in why
    assert "历下" not in why
    filed = guardian.choose("确认提交").text
    assert re.search(rf"受理编号是{family.county}-2027-\d{{6}}-[\dX]", filed)


def test_nothing_is_to_be_brought_when_another_countys_registers_agree(guardian: Guardian) -> None:
    """Hukou and home in one county: no paper, whichever county it is."""
    decision = path.to_decision(guardian, family_of("zhifu010"))

    assert decision.row("decision", "还需要带的材料") == "不用带任何材料"
    assert "不等于录取" not in guardian.choose("还能做什么").text


def test_county_is_preset_when_a_new_follower_scanned_its_code(stack: Stack) -> None:
    """The scene of the code, over encrypted requests; the county is not asked again."""
    follower = WeChatGuardian(stack.settings.web_url)
    scene = "<EventKey><![CDATA[qrscene_370602]]></EventKey><Ticket><![CDATA[ticket]]></Ticket>"
    xml = event("subscribe", scene, follower.openid)
    answer = follower.deliver(Platform(safe=True).deliver(xml))
    greeting = Platform(safe=True).read(answer.text)["Content"]

    assert "芝罘区的入学报名助手" in greeting
    assert "1. 给孩子报名" in greeting
    assert "上小学一年级" in follower.say("1").choices
    follower.choose("上小学")
    assert "在芝罘区" in follower.say("2020年10月15日").choices


def test_county_is_preset_when_its_page_was_opened(stack: Stack, guardian: Guardian) -> None:
    """The link of a county's own page."""
    body = {"conversation": guardian.conversation, "message_id": "link-1", "county": "370213"}
    told = httpx.post(f"{stack.settings.web_url}/channels/web/county", json=body, timeout=30)

    assert "李沧区" in told.json()["replies"][0]["text"]
    guardian.say("孩子2020年10月15日出生，上小学")
    assert "在李沧区" in guardian.last.choices


def test_county_goes_live_when_its_plan_is_published(few: Stack, on: MakeGuardian) -> None:
    """One file and one command; no part is restarted, nothing is trained again."""
    early = on(few)
    assert "云海新区" not in early.say("我家在云海新区").text
    _publish(few, ROOT / "plans" / NEW_COUNTY / "2027.yml")

    tried: list[Guardian] = []

    def live() -> bool:
        # `web` and `actions` each take a new plan up at their own next look.
        tried.append(on(few))
        said = tried[-1].say("我家在云海新区，孩子2020年10月15日出生，上小学")
        return "在云海新区上学" in said.text

    wait_until(live, LIVE_WITHIN_SECONDS, "the new county is not served")
    guardian = tried[-1]
    assert list(guardian.last.choices) == ["在云海新区", "不在云海新区"]
    assert "〔云海新区2027年招生方案" in guardian.say("要带什么材料").text
    page = httpx.get(few.settings.web_url, params={"county": NEW_COUNTY}, timeout=10).text
    assert "入学 · 云海新区" in page


def _publish(stack: Stack, plan: Path) -> None:
    """Publish a plan into a running house, as its operator does."""
    environment = {
        "RUXUE_VAR": str(stack.settings.var),
        "RUXUE_PLANS": str(stack.settings.plans),
        "PATH": "/usr/bin:/bin",
    }
    folder = stack.settings.plans / plan.parent.name
    folder.mkdir()
    copied = Path(shutil.copy(plan, folder))
    published = subprocess.run(  # noqa: S603 - the project's own command
        [str(ROOT / ".venv" / "bin" / "ruxue"), "plan", "publish", str(copied)],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert published.returncode == 0, published.stdout + published.stderr

"""The path over WeChat, through signed and encrypted requests made by an implementation not written here."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest
from pydantic import SecretStr

from tests.integrations.wechat.platform import Platform, event, text_message
from tests.journey import path
from tests.journey.conftest import MakeGuardian
from tests.journey.guardian import Guardian
from tests.journey.households import Households
from tests.journey.stack import Stack
from tests.journey.wechat import WeChatGuardian, new_message_id

LONGEST_BYTES = 2_048


@pytest.fixture
def on_wechat(stack: Stack) -> WeChatGuardian:
    """A guardian who follows the account in safe mode."""
    return WeChatGuardian(stack.settings.web_url)


@pytest.fixture
def plain(fragile: Stack) -> Iterator[Stack]:
    """A stack whose account has no key."""
    fragile.restart("web", wechat_aes_key=SecretStr(""))
    yield fragile
    fragile.put_back()


def test_guardian_enrols_a_child_when_requests_are_encrypted(
    on_wechat: WeChatGuardian, households: Households
) -> None:
    """The whole path in safe mode, with questions in between; every answer fits the platform."""
    family = households.take()
    born = path.entrant(family)
    said = [on_wechat.say(path.first_message(family)), on_wechat.say("要带房产证吗")]
    assert "历下2027-6.1" in said[-1].text
    assert "登录成功" in on_wechat.sign_in(family.sign_in_name)

    said.append(on_wechat.say("继续看"))
    assert "登录好了" in said[-1].text
    said.append(on_wechat.choose(f"{born.year}年{born.month}月生"))
    for department in ("公安部门", "自然资源部门", "卫生健康部门"):
        assert department in said[-1].text
    said.append(on_wechat.choose("全部同意"))
    assert "房户一致" in said[-1].text
    assert "不用带任何材料" in said[-1].text
    said.append(on_wechat.choose("确认提交"))
    assert "受理编号" in said[-1].text
    said.append(on_wechat.say("进度"))
    assert "您提交了报名" in said[-1].text
    assert all("⟦" not in answer.text and "/inform" not in answer.text for answer in said)
    assert all(len(page.encode()) <= LONGEST_BYTES for page in on_wechat.pages)


def test_guardian_is_answered_when_requests_are_plain(plain: Stack) -> None:
    """Plain mode: the first message, a question in between, a choice by its number."""
    guardian = WeChatGuardian(plain.settings.web_url, safe=False)
    assert "http" in guardian.say("孩子2020年10月15日出生，户口和房子都在历下，想在历下上小学").text
    assert "历下2027-8.1" in guardian.say("咨询电话多少").text
    assert "还没有看到您登录成功" in guardian.choose("我登录好了").text


def test_two_channels_share_one_application_when_the_guardian_changes(
    stack: Stack, on: MakeGuardian, on_wechat: WeChatGuardian, households: Households
) -> None:
    """Filed on WeChat, the application is seen on the web chat after sign-in."""
    family = households.take()
    on_wechat.say(path.first_message(family))
    on_wechat.sign_in(family.sign_in_name)
    on_wechat.say("继续看")
    on_wechat.say("1")
    on_wechat.choose("全部同意")
    filed = on_wechat.choose("确认提交").text
    guardian: Guardian = on(stack)
    path.to_child(guardian, family)
    assert guardian.say("进度").receipt in filed


def test_done_shows_the_child_when_written_after_the_sign_in(
    on_wechat: WeChatGuardian, households: Households
) -> None:
    """“好了” is what people write on coming back: the child is offered, not picked unseen."""
    family = households.take()
    on_wechat.say(path.first_message(family))
    on_wechat.sign_in(family.sign_in_name)
    answer = on_wechat.say("好了")
    assert any("月生" in title for title in answer.choices)
    assert "公安部门" not in answer.text


def test_recorded_reply_comes_when_the_platform_sends_again(on_wechat: WeChatGuardian) -> None:
    """A replay of the very same request, and a retry under a new nonce, get the reply given first."""
    message_id = new_message_id()
    delivery = on_wechat.delivery("孩子2020年10月15日出生，户口和房子都在历下，想在历下上小学", message_id)
    first = Platform(safe=True).read(on_wechat.deliver(delivery).text)["Content"]
    again = Platform(safe=True).read(on_wechat.deliver(delivery).text)["Content"]
    retried = on_wechat.send("孩子2020年10月15日出生，户口和房子都在历下，想在历下上小学", message_id)
    assert first == again == retried
    assert "http" in first, "a new sign-in link would differ"


def test_follower_is_greeted_and_a_picture_is_answered(stack: Stack, on_wechat: WeChatGuardian) -> None:
    """Following gets a greeting in the seal of the platform."""
    answer = on_wechat.deliver(Platform(safe=True).deliver(event("subscribe")))
    assert "入学助手" in Platform(safe=True).read(answer.text)["Content"]
    assert stack.settings.wechat_app_id


@pytest.mark.parametrize(
    ("damage", "status", "counter"),
    [
        ("unsigned", 403, "wechat_unsigned"),
        ("wrongly signed", 403, "wechat_unsigned"),
        ("other token", 403, "wechat_unsigned"),
        ("plain in safe mode", 403, "wechat_unsigned"),
        ("oversized", 413, "wechat_too_large"),
        ("no xml", 400, "wechat_malformed"),
        ("empty", 400, "wechat_malformed"),
        ("not text", 400, "wechat_malformed"),
    ],
)
def test_only_a_counter_is_kept_when_a_request_is_not_the_platforms(
    stack: Stack, on_wechat: WeChatGuardian, damage: str, status: int, counter: str
) -> None:
    """Each gets its 4xx, is counted once, and leaves no turn, no conversation and no log line behind."""
    delivery = on_wechat.delivery("报名", new_message_id())
    match damage:
        case "unsigned":
            delivery.query = {}
        case "wrongly signed":
            delivery.query["msg_signature"] = "0" * 40
        case "other token":
            delivery.query["timestamp"] = "1812591001"
        case "plain in safe mode":
            plain = Platform(safe=False).deliver(text_message("报名", new_message_id(), on_wechat.openid))
            delivery.query, delivery.body = plain.query, plain.body
        case "oversized":
            delivery.body += b" " * 40_000
        case "no xml":
            delivery.body = b"{}"
        case "empty":
            delivery.body = b""
        case _:
            delivery.body = b"\xff" * 100

    def kept() -> list[list[tuple[object, ...]]]:
        return [stack.rows(f"SELECT count(*) FROM {table}") for table in ("turns", "conversations", "vault")]  # noqa: S608 - our own names

    before, logged, counted = kept(), stack.log_of("web").stat().st_size, _count(stack, counter)
    response = on_wechat.deliver(delivery)
    assert response.status_code == status
    assert response.text == ""
    assert kept() == before
    assert stack.log_of("web").stat().st_size == logged
    assert _count(stack, counter) == counted + 1


def test_address_check_is_answered_only_when_signed(stack: Stack) -> None:
    """The platform's GET gets its echostr back; anybody else's gets a 403."""
    query = {**Platform().deliver("").query, "echostr": "42"}
    url = f"{stack.settings.web_url}/channels/wechat"
    assert httpx.get(url, params=query).text == "42"
    refused = httpx.get(url, params={**query, "nonce": "other"})
    assert (refused.status_code, refused.text) == (403, "")


def test_decision_is_read_when_the_platform_has_to_ask_again(fragile: Stack, households: Households) -> None:
    """A slow department holds the answer past the platform's limit or close to it: a retry brings it."""
    guardian = WeChatGuardian(fragile.settings.web_url)
    family = households.take()
    guardian.say(path.first_message(family))
    guardian.sign_in(family.sign_in_name)
    guardian.say("继续看")
    guardian.say("1")
    with fragile.faulty("real_estate", "slow", seconds=30):
        answer = guardian.choose("全部同意")
    assert "自然资源部门" in answer.text
    assert "确认提交" in answer.choices
    assert "受理编号" in guardian.choose("确认提交").text


def _count(stack: Stack, counter: str) -> int:
    counted = stack.rows("SELECT total FROM counters WHERE name = ?", counter)
    return int(str(counted[0][0])) if counted else 0

"""What the platform sends is read strictly."""

from __future__ import annotations

import pytest

from integrations.wechat.errors import Malformed
from integrations.wechat.incoming import Incoming, IncomingKind, read
from integrations.wechat.reply import text_reply
from tests.integrations.wechat.platform import (
    ACCOUNT_ID,
    OPENID,
    Platform,
    event,
    other_message,
    text_message,
)


def test_text_is_read_with_the_platforms_key_when_it_is_a_message() -> None:
    """MsgId is the key."""
    assert read(text_message("你好", "42")) == Incoming(IncomingKind.TEXT, OPENID, ACCOUNT_ID, "42", "你好")


def test_text_is_empty_when_the_message_has_no_words() -> None:
    """An empty text is still a message."""
    assert read(text_message("")).text == ""


@pytest.mark.parametrize("kind", ["voice", "video", "shortvideo", "location", "link", "news2030"])
def test_message_is_of_another_kind_when_it_is_no_text(kind: str) -> None:
    """Known or unknown, it gets a kind sentence."""
    assert read(other_message(kind)).kind is IncomingKind.OTHER_MESSAGE


def test_message_is_a_picture_when_the_platform_says_so() -> None:
    """Nothing of the picture itself is kept."""
    assert read(other_message("image")).kind is IncomingKind.IMAGE


@pytest.mark.parametrize(
    ("xml", "kind"),
    [
        (event("subscribe"), IncomingKind.FOLLOWED),
        (event("subscribe", "<EventKey>qrscene_5</EventKey><Ticket>t</Ticket>"), IncomingKind.FOLLOWED),
        (event("SCAN", "<EventKey>5</EventKey><Ticket>t</Ticket>"), IncomingKind.SCANNED),
        (event("unsubscribe"), IncomingKind.UNFOLLOWED),
        (event("CLICK", "<EventKey>menu</EventKey>"), IncomingKind.OTHER_EVENT),
        (event("something_new"), IncomingKind.OTHER_EVENT),
    ],
)
def test_event_is_understood_when_it_concerns_us(xml: str, kind: IncomingKind) -> None:
    """Following, leaving, and the rest."""
    assert read(xml).kind is kind


def test_event_key_is_name_and_time_when_it_has_no_message_id() -> None:
    """The same event sent again has the same key."""
    assert read(event("unsubscribe")).key == "unsubscribe:1812591000"


@pytest.mark.parametrize(
    "xml",
    [
        "",
        "<xml>",
        "<xml></xml>",
        "no xml",
        "<other/>",
        text_message("好").replace("<MsgId>", "<Id>").replace("</MsgId>", "</Id>"),
        text_message("好").replace("</xml>", "<MsgId>2</MsgId></xml>"),
        text_message("好").replace("</xml>", "<MsgType>text</MsgType></xml>"),
        text_message("好").replace("</xml>", "<Content>2</Content></xml>"),
        text_message("好").replace("<![CDATA[好]]>", "<b>好</b>"),
        text_message("好", sender=""),
        text_message("好", sender="o" * 200),
        text_message("好").replace("<xml>", '<!DOCTYPE x [<!ENTITY a "b">]><xml>'),
        "<xml>" * 900 + "</xml>" * 900,
    ],
)
def test_message_is_refused_when_it_is_not_what_the_platform_sends(xml: str) -> None:
    """Missing, doubled, nested, entities, rubbish: all malformed, none a crash."""
    with pytest.raises(Malformed):
        read(xml)


def test_reply_goes_back_to_the_sender_when_written() -> None:
    """And cannot be broken out of."""
    xml = text_reply(read(text_message("好")), "您好]]><evil/>\x07", 1812591000)
    fields = Platform().read(xml)
    assert (fields["ToUserName"], fields["FromUserName"], fields["CreateTime"]) == (
        OPENID,
        ACCOUNT_ID,
        "1812591000",
    )
    assert (fields["MsgType"], fields["Content"]) == ("text", "您好]] ><evil/>")
    assert "evil" not in fields


@pytest.mark.parametrize(
    ("xml", "scene"),
    [
        (event("subscribe", "<EventKey>qrscene_370602</EventKey><Ticket>t</Ticket>"), "370602"),
        (event("SCAN", "<EventKey>370602</EventKey><Ticket>t</Ticket>"), "370602"),
        (event("subscribe"), ""),
        (event("subscribe", "<EventKey></EventKey>"), ""),
        (event("CLICK", "<EventKey>370602</EventKey>"), ""),
        (text_message("370602"), ""),
    ],
)
def test_scene_is_read_when_a_qr_code_led_here(xml: str, scene: str) -> None:
    """A follower's comes with a prefix, a later scan's without; a menu's key is none."""
    assert read(xml).scene == scene


def test_scene_is_refused_when_it_is_nested() -> None:
    """Not what the platform sends."""
    with pytest.raises(Malformed):
        read(event("SCAN", "<EventKey><b>370602</b></EventKey>"))

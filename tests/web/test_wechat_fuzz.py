"""No body makes the webhook fail: whatever comes is answered with 2xx or 4xx."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from integrations.wechat.signatures import sign
from tests.integrations.wechat.platform import PLAIN, SAFE, TOKEN, Delivery, Platform, event, text_message
from tests.web.site import Site
from tests.web.test_wechat import send

GOOD = text_message("你好")
_tags = st.sampled_from(
    [
        "xml",
        "MsgType",
        "MsgId",
        "Content",
        "FromUserName",
        "ToUserName",
        "CreateTime",
        "Event",
        "Encrypt",
        "a",
    ]
)
_nested = st.recursive(
    st.text(max_size=8),
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>", _tags, st.lists(inner, max_size=4)
    ),
    max_leaves=20,
)
_cut = st.integers(0, len(GOOD)).map(lambda end: GOOD[:end])
_doubled = st.builds(
    lambda tag, inside: GOOD.replace("</xml>", f"<{tag}>{inside}</{tag}></xml>"), _tags, st.text(max_size=8)
)
_swapped = st.builds(
    lambda place, inside: GOOD[:place] + inside + GOOD[place + 1 :],
    st.integers(0, len(GOOD) - 1),
    st.text(max_size=3),
)
_events = st.text(st.characters(codec="utf-8"), max_size=20).map(event)
xmls = st.one_of(_nested, _cut, _doubled, _swapped, _events, st.text(max_size=200))


async def status(site: Site, delivery: Delivery) -> int:
    """The status of one delivery."""
    async with site.client() as client:
        return (await send(client, delivery)).status_code


@settings(max_examples=150, deadline=None)
@given(xmls)
async def test_webhook_never_fails_when_a_signed_message_is_rubbish(xml: str) -> None:
    """Plain and encrypted, with right signatures."""
    for safe in (False, True):
        site = Site(wechat=SAFE if safe else PLAIN)
        text = xml.encode("utf-8", "ignore").decode()
        assert await status(site, Platform(safe=safe).deliver(text)) < 500


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400), st.text(max_size=60))
async def test_webhook_never_fails_when_a_body_is_rubbish(body: bytes, encrypted: str) -> None:
    """Bytes that are no text, and cipher texts that are none, under right signatures."""
    query = Platform().deliver("").query
    assert await status(Site(wechat=PLAIN), Delivery(query, body)) < 500
    encrypted = encrypted.encode("utf-8", "ignore").decode()
    signed = {"timestamp": "1", "nonce": "2", "msg_signature": sign(TOKEN, "1", "2", encrypted)}
    wrapped = f"<xml><Encrypt>{encrypted}</Encrypt></xml>".encode()
    assert await status(Site(wechat=SAFE), Delivery(signed, wrapped)) < 500
    assert await status(Site(wechat=SAFE), Delivery(query | signed, body)) < 500

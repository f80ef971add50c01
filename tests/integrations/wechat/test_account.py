"""Signatures and encryption, against the platform's published vectors and another implementation."""

from __future__ import annotations

from dataclasses import replace

import pytest

from integrations.wechat.account import LARGEST_BODY, WeChatAccount
from integrations.wechat.errors import Malformed, TooLarge, Unsigned, WeChatRefused
from integrations.wechat.incoming import read
from integrations.wechat.signatures import matches, sign
from tests.integrations.wechat.platform import APP_ID, PLAIN, SAFE, TOKEN, Platform, text_message

# The example of the platform's own documentation of safe mode (made-up key and app id are its).
OFFICIAL = WeChatAccount("AAAAA", "wxba5fad812f8e6fb9", "A" * 43)
OFFICIAL_QUERY = {
    "signature": "6c5c811b55cc85e0e1b54100749188c20beb3f5d",
    "timestamp": "1714112445",
    "nonce": "415670741",
    "msg_signature": "046e02f8204d34f8ba5fa3b1db94908f3df2e9b3",
}
OFFICIAL_ENCRYPT = (
    "+qdx1OKCy+5JPCBFWw70tm0fJGb2Jmeia4FCB7kao+/Q5c/ohsOzQHi8khUOb05JCpj0JB4RvQMkUyus8TPxLKJGQqcvZqzDpVzazhZv6JsX"
    "UnnR8XGT740XgXZUXQ7vJVnAG+tE8NUd4yFyjPy7GgiaviNrlCTj+l5kdfMuFUPpRSrfMZuMcp3Fn2Pede2IuQrKEYwKSqFIZoNqJ4M8Eaj"
    "AsjLY2km32IIjdf8YL/P50F7mStwntrA2cPDrM1kb6mOcfBgRtWygb3VIYnSeOBrebufAlr7F9mFUPAJGj04="
)


def envelope(encrypted: str) -> bytes:
    """The body of a safe-mode request."""
    return f"<xml><Encrypt><![CDATA[{encrypted}]]></Encrypt></xml>".encode()


def test_official_vector_opens_when_key_and_signature_are_its_own() -> None:
    """The documented message comes out."""
    opened = OFFICIAL.open(OFFICIAL_QUERY, envelope(OFFICIAL_ENCRYPT))
    assert '"debug_str":"hello world"' in opened


def test_official_signature_is_made_when_signing_its_parts() -> None:
    """Sorted, joined, SHA-1."""
    assert sign("AAAAA", "1714037059", "486452656") == "899cf89e464efb63f54ddac96b0a0a235f53aa78"


@pytest.mark.parametrize("account", [PLAIN, SAFE])
def test_message_opens_when_another_implementation_sealed_it(account: WeChatAccount) -> None:
    """Plain and safe mode."""
    delivery = Platform(safe=bool(account.aes_key)).deliver(text_message("你好"))
    assert "你好" in account.open(delivery.query, delivery.body)


def test_answer_opens_elsewhere_when_sealed_here() -> None:
    """Werobot reads what we encrypt."""
    sealed = SAFE.seal("<xml><Content>您好</Content></xml>", "nonce1", 1812591000)
    assert Platform(safe=True).read(sealed) == {"Content": "您好"}


def test_account_takes_plain_requests_when_it_has_no_key_or_is_told_to() -> None:
    """Compatible mode takes both kinds; an encrypted request is never read as a plain one."""
    compatible = replace(SAFE, accepts_plain=True)
    plain, sealed = (Platform(safe=safe).deliver(text_message("你好")) for safe in (False, True))
    assert compatible.takes_plain(plain.query)
    assert not compatible.takes_plain(sealed.query)
    assert compatible.open(plain.query, plain.body) == compatible.open(sealed.query, sealed.body)
    assert (PLAIN.takes_plain(plain.query), SAFE.takes_plain(plain.query)) == (True, False)


def test_encrypted_message_is_refused_when_only_the_plain_signature_comes_with_it() -> None:
    """Compatible mode does not let `signature` stand in for `msg_signature`."""
    compatible = replace(SAFE, accepts_plain=True)
    sealed = Platform(safe=True).deliver(text_message("你好"))
    query = {
        "signature": sealed.query["signature"],
        **{part: sealed.query[part] for part in ("timestamp", "nonce")},
    }
    with pytest.raises(WeChatRefused):
        read(compatible.open(query, sealed.body))


@pytest.mark.parametrize("account", [PLAIN, SAFE])
@pytest.mark.parametrize("change", ["timestamp", "nonce", "signature", "msg_signature"])
def test_message_is_refused_when_a_signed_part_is_changed_or_missing(
    account: WeChatAccount, change: str
) -> None:
    """Every signed part counts, in each mode its own signature."""
    delivery = Platform(safe=bool(account.aes_key)).deliver(text_message("你好"))
    counts = change in {"timestamp", "nonce"} or (change == "msg_signature") == bool(account.aes_key)
    for query in (
        {**delivery.query, change: "伪造"},
        {**delivery.query, change: ""},
        {name: value for name, value in delivery.query.items() if name != change},
    ):
        if counts:
            with pytest.raises(Unsigned):
                account.open(query, delivery.body)
        else:
            assert account.open(query, delivery.body)


def test_plain_message_is_refused_when_the_account_is_in_safe_mode() -> None:
    """The plain signature does not stand in for the message's own."""
    delivery = Platform().deliver(text_message("你好"))
    with pytest.raises(Unsigned):
        SAFE.open(delivery.query, delivery.body)
    with pytest.raises(Malformed):
        SAFE.open({**delivery.query, "msg_signature": delivery.query["signature"]}, delivery.body)


def test_message_is_refused_when_it_was_sealed_for_another_account() -> None:
    """The app id inside is checked."""
    delivery = Platform(safe=True).deliver(text_message("你好"))
    with pytest.raises(Malformed):
        replace(SAFE, app_id=f"{APP_ID}x").open(delivery.query, delivery.body)


@pytest.mark.parametrize("encrypted", ["AAAA", "AAAAAAAAAAAAAAAAAAAAAA==", "=", "A" * 64])
def test_message_is_refused_when_a_signed_cipher_text_is_none(encrypted: str) -> None:
    """Even with a right signature, bad base64, bad blocks and bad padding are only malformed."""
    query = {"timestamp": "1", "nonce": "2", "msg_signature": sign(TOKEN, "1", "2", encrypted)}
    with pytest.raises(Malformed):
        SAFE.open(query, envelope(encrypted))


def test_message_is_refused_when_it_holds_two_cipher_texts() -> None:
    """There is one."""
    delivery = Platform(safe=True).deliver(text_message("你好"))
    with pytest.raises(Malformed):
        SAFE.open(delivery.query, delivery.body + delivery.body)


@pytest.mark.parametrize("account", [PLAIN, SAFE])
def test_body_is_refused_unread_when_it_is_too_large(account: WeChatAccount) -> None:
    """Size comes before signature."""
    with pytest.raises(TooLarge):
        account.open({}, b"x" * (LARGEST_BODY + 1))


def test_body_is_refused_when_it_is_not_utf8() -> None:
    """Bytes that are no text."""
    delivery = Platform().deliver("")
    with pytest.raises(WeChatRefused):
        PLAIN.open(delivery.query, b"\xff\xfe")


def test_echo_is_given_when_the_address_check_is_signed() -> None:
    """And only then."""
    query = Platform().deliver("").query | {"echostr": "4711"}
    assert PLAIN.echo(query) == SAFE.echo(query) == "4711"
    with pytest.raises(Unsigned):
        PLAIN.echo({**query, "signature": "0" * 40})


def test_empty_signature_never_matches_when_compared() -> None:
    """Not even an empty token's."""
    assert not matches("", "")


def test_secrets_are_not_shown_when_an_account_is_printed() -> None:
    """A log of the settings stays harmless."""
    assert TOKEN not in repr(SAFE)
    assert SAFE.aes_key not in repr(SAFE)

"""The provincial signature, checked against hmac and hashlib alone."""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Mapping

import pytest

from enrolment.ports import Clock
from integrations.departments import ProvincialSigner, Scheme, signer_for
from integrations.departments.signing import Call, ProvincialHeaders
from integrations.departments.signing.macs import base64_hmac_sm3

_CALL = Call("real_estate", "/gateway/real_estate", b"{}")
_DATE = "Thu, 10 Jun 2027 01:00:00 GMT"
_SIGNED = f"POST\n/gateway/real_estate\n\nak-1\n{_DATE}\n"


async def _never(path: str, _query: Mapping[str, str]) -> object:
    raise AssertionError(f"{path} was asked")


async def test_call_is_signed_when_the_scheme_is_provincial(clock: Clock) -> None:
    """The five lines of the documented text, in the headers the province names."""
    signer = ProvincialSigner(access_key="ak-1", secret_key="sk-1", wall_clock=clock)
    signature = await signer.sign(_CALL, _never)
    proof = base64.b64encode(hmac.new(b"sk-1", _SIGNED.encode(), hashlib.sha256).digest()).decode()
    assert signature.headers == {
        "X-BG-HMAC-ACCESS-KEY": "ak-1",
        "X-BG-HMAC-ALGORITHM": "hmac-sha256",
        "X-BG-DATE-TIME": _DATE,
        "X-BG-HMAC-SIGNATURE": proof,
    }
    assert signature.proof == proof
    assert "sk-1" not in repr(signature)
    assert proof not in repr(signature)


async def test_call_is_signed_with_sm3_when_the_scheme_says_so(clock: Clock) -> None:
    """The same text under the national digest, in headers of other names."""
    names = ProvincialHeaders(access_key="AK", algorithm="ALG", date="DATE", signature="SIGN")
    signer = signer_for(Scheme.SM3, requester="ak-1", key="sk-1", wall_clock=clock, headers=names)
    signature = await signer.sign(_CALL, _never)
    assert signature.headers == {
        "AK": "ak-1",
        "ALG": "hmac-sm3",
        "DATE": _DATE,
        "SIGN": base64_hmac_sm3(b"sk-1", _SIGNED),
    }


@pytest.mark.parametrize("code", ["401", "4011", "4012"])
async def test_signing_again_is_pointless_when_the_key_lasts(clock: Clock, code: str) -> None:
    """A lasting key that is refused is wrong."""
    signer = ProvincialSigner(access_key="ak-1", secret_key="sk-1", wall_clock=clock)
    assert not signer.discard(await signer.sign(_CALL, _never), code)

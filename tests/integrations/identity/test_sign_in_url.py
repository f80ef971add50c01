"""The address where a guardian signs in."""

from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from enrolment.ports import Clock
from integrations.identity import OAuth2Config, OAuth2IdentityProvider


def _provider(clock: Clock, authorize_url: str) -> OAuth2IdentityProvider:
    config = OAuth2Config(
        authorize_url=authorize_url,
        token_url="http://identity.test/token",
        userinfo_url="http://identity.test/userinfo",
        redirect_uri="https://school.example/sign-in/callback?from=chat&x=1",
        client_id="ruxue & co",
        client_secret="demo-secret",
    )
    transport = httpx.MockTransport(lambda _request: httpx.Response(500))
    return OAuth2IdentityProvider(config, clock=clock, transport=transport)


@pytest.mark.parametrize(
    "authorize_url",
    ["https://identity.test/authorize", "https://identity.test/authorize?tenant=370102"],
)
def test_sign_in_url_carries_every_parameter_when_they_need_encoding(
    clock: Clock, authorize_url: str
) -> None:
    """Nothing in a parameter can become another parameter, and those of the endpoint stay."""
    url = urlsplit(_provider(clock, authorize_url).sign_in_url("s&t=a te#中/+%"))
    query = parse_qs(url.query, strict_parsing=True)
    tenant = query.pop("tenant", None)
    assert (tenant == ["370102"]) is ("tenant" in authorize_url)
    assert url.fragment == ""
    assert query == {
        "response_type": ["code"],
        "client_id": ["ruxue & co"],
        "redirect_uri": ["https://school.example/sign-in/callback?from=chat&x=1"],
        "scope": ["identity family"],
        "state": ["s&t=a te#中/+%"],
    }


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # the clock stands still
@given(state=st.text(st.characters(codec="utf-8"), min_size=1, max_size=100))
def test_sign_in_url_returns_the_state_when_it_is_any_text(clock: Clock, state: str) -> None:
    """Whatever the state, the identity service reads the same."""
    provider = _provider(clock, "https://identity.test/authorize")
    assert parse_qs(urlsplit(provider.sign_in_url(state)).query, keep_blank_values=True)["state"] == [state]

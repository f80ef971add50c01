"""The identity service: a guardian signs in, a client redeems the code, and every misuse is refused."""

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from sandbox.families import all_families, find

_BACK = "http://127.0.0.1:8000/sign-in/callback"
_QUERY = {
    "client_id": "ruxue-demo",
    "redirect_uri": _BACK,
    "state": "s-1 &?",
    "response_type": "code",
    "scope": "identity family",
}
_CLIENT = {"client_id": "ruxue-demo", "client_secret": "demo-secret", "grant_type": "authorization_code"}
Advance = Callable[[float], None]


async def _decide(client: httpx.AsyncClient, **form: str) -> dict[str, str]:
    """Submit the sign-in page and give what comes back in the address."""
    response = await client.post("/identity/authorize", data=_QUERY | {"decision": "agree"} | form)
    assert response.status_code == 303
    address = urlsplit(response.headers["location"])
    assert f"{address.scheme}://{address.netloc}{address.path}" == _BACK
    return {name: values[0] for name, values in parse_qs(address.query).items()}


async def _redeem(client: httpx.AsyncClient, code: str, **changed: str) -> httpx.Response:
    return await client.post(
        "/identity/token", data=_CLIENT | {"code": code, "redirect_uri": _BACK} | changed
    )


async def _user_info(client: httpx.AsyncClient, token: str) -> httpx.Response:
    return await client.get("/identity/userinfo", headers={"Authorization": f"Bearer {token}"})


async def test_client_learns_guardian_and_children_when_the_guardian_agrees(
    client: httpx.AsyncClient,
) -> None:
    """The whole code flow, from the form to the released information."""
    family = find("F005")
    assert family is not None
    back = await _decide(client, sign_in_name=family.sign_in_name)
    assert back["state"] == "s-1 &?"
    token = (await _redeem(client, back["code"])).json()
    assert (token["token_type"], token["expires_in"]) == ("Bearer", 600)
    released = (await _user_info(client, token["access_token"])).json()
    assert released.pop("sub").startswith("axd-")
    assert released == {
        "name": family.mother.name,
        "id_number": family.mother.id_number,
        "phone": family.phone,
        "real_name_verified": True,
        "virtual": False,
        "family": [
            {"name": child.name, "id_number": child.id_number, "relation": child.sex.replace("男", "子")}
            for child in family.children
        ],
    }


async def test_children_stay_unnamed_when_the_scope_is_identity_alone(client: httpx.AsyncClient) -> None:
    """Nothing beyond the scope is released."""
    back = await _decide(client, family="sun001", scope="identity")
    token = (await _redeem(client, back["code"])).json()["access_token"]
    assert "family" not in (await _user_info(client, token)).json()


async def test_subject_is_stable_and_apart_when_families_sign_in_again(client: httpx.AsyncClient) -> None:
    """The same guardian keeps one subject; another has another."""
    subjects = []
    for name in ("F001", "F001", "F002"):
        token = (await _redeem(client, (await _decide(client, family=name))["code"])).json()["access_token"]
        subjects.append((await _user_info(client, token)).json()["sub"])
    assert subjects[0] == subjects[1] != subjects[2]


async def test_guardian_returns_with_a_refusal_when_they_cancel(client: httpx.AsyncClient) -> None:
    """Cancelling is told to the client and gives no code."""
    assert await _decide(client, family="sun001", decision="cancel") == {
        "error": "access_denied",
        "state": "s-1 &?",
    }


async def test_page_shows_families_and_what_is_released_when_opened(client: httpx.AsyncClient) -> None:
    """The page is marked as a demonstration, in Chinese, with eight families of each county to tap."""
    page = await client.get("/identity/authorize", params=_QUERY)
    assert page.status_code == 200
    assert "爱山东（演示环境）" in page.text
    assert "您未成年子女的姓名、身份证号" in page.text
    assert page.text.count('name="family"') == 24
    for family in all_families(8):
        assert family.in_words in page.text
        assert all(person.id_number not in page.text for person in family.people)


async def test_page_leaves_children_out_when_the_scope_does(client: httpx.AsyncClient) -> None:
    """The page promises exactly what the scope releases."""
    page = await client.get("/identity/authorize", params=_QUERY | {"scope": "identity"})
    assert "子女" not in page.text


@pytest.mark.parametrize(
    ("typed", "words"), [("", "请先填写登录名"), ("nobody999", "没有找到这个登录名"), ("F021", "没有找到")]
)
async def test_page_asks_again_when_no_family_is_named(
    client: httpx.AsyncClient, typed: str, words: str
) -> None:
    """A wrong name gets a kind sentence and an empty field, so that tapping a family works next."""
    form = _QUERY | {"decision": "agree", "sign_in_name": typed}
    page = await client.post("/identity/authorize", data=form)
    assert page.status_code == 422
    assert words in page.text
    assert 'name="sign_in_name" value=""' in page.text


async def test_page_escapes_what_was_sent_when_it_holds_markup(client: httpx.AsyncClient) -> None:
    """A state with markup stays text."""
    page = await client.get("/identity/authorize", params=_QUERY | {"state": '"><script>'})
    assert "<script>" not in page.text


@pytest.mark.parametrize(
    "changed",
    [
        {"client_id": "someone-else"},
        {"redirect_uri": "https://evil.example/back"},
        {"redirect_uri": "https://school.example.evil.example/sign-in"},
        {"redirect_uri": "https://school.example/other"},
        {"redirect_uri": "https://evil.example\\@127.0.0.1/back"},
        {"redirect_uri": "http://127.0.0.1@evil.example/back"},
        {"redirect_uri": "http://[::1/back"},
        {"redirect_uri": "javascript:alert(1)"},
        {"redirect_uri": ""},
    ],
)
async def test_nobody_is_sent_away_when_client_or_address_is_not_allowed(
    client: httpx.AsyncClient, changed: dict[str, str]
) -> None:
    """An address that was not vetted gets no redirect, by either method."""
    for response in (
        await client.get("/identity/authorize", params=_QUERY | changed),
        await client.post("/identity/authorize", data=_QUERY | {"decision": "cancel"} | changed),
    ):
        assert response.status_code == 400
        assert "location" not in response.headers


async def test_guardian_returns_to_an_allowed_prefix_when_it_is_configured(client: httpx.AsyncClient) -> None:
    """A public deployment's own address works, and its own query is kept."""
    form = _QUERY | {"redirect_uri": "https://school.example/sign-in/x?a=1", "decision": "cancel"}
    response = await client.post("/identity/authorize", data=form)
    assert response.headers["location"].startswith("https://school.example/sign-in/x?a=1&error=access_denied")


@pytest.mark.parametrize(
    ("changed", "error"),
    [
        ({"state": ""}, "invalid_request"),
        ({"response_type": "token"}, "unsupported_response_type"),
        ({"scope": "identity everything"}, "invalid_scope"),
        ({"scope": " "}, "invalid_scope"),
    ],
)
async def test_client_hears_its_mistake_when_the_request_is_not_in_order(
    client: httpx.AsyncClient, changed: dict[str, str], error: str
) -> None:
    """OAuth2 errors go back to a vetted address."""
    response = await client.get("/identity/authorize", params=_QUERY | changed)
    assert response.status_code == 303
    assert parse_qs(urlsplit(response.headers["location"]).query)["error"] == [error]


async def test_code_is_refused_and_its_token_withdrawn_when_used_twice(client: httpx.AsyncClient) -> None:
    """A code that comes twice has leaked."""
    code = (await _decide(client, family="sun001"))["code"]
    token = (await _redeem(client, code)).json()["access_token"]
    again = await _redeem(client, code)
    assert (again.status_code, again.json()) == (400, {"error": "invalid_grant"})
    assert (await _user_info(client, token)).status_code == 401


@pytest.mark.parametrize(("age", "status"), [(299, 200), (300, 400)])
async def test_code_is_refused_when_five_minutes_old(
    client: httpx.AsyncClient, advance: Advance, age: float, status: int
) -> None:
    """A code lives five minutes."""
    code = (await _decide(client, family="sun001"))["code"]
    advance(age)
    assert (await _redeem(client, code)).status_code == status


@pytest.mark.parametrize(
    ("changed", "status", "error"),
    [
        ({"client_secret": "wrong"}, 401, "invalid_client"),
        ({"client_secret": "错"}, 401, "invalid_client"),
        ({"client_id": "someone-else"}, 401, "invalid_client"),
        ({"grant_type": "password"}, 400, "unsupported_grant_type"),
        ({"code": ""}, 400, "invalid_request"),
        ({"code": "made-up"}, 400, "invalid_grant"),
        ({"redirect_uri": "http://127.0.0.1:8000/other"}, 400, "invalid_grant"),
    ],
)
async def test_token_is_refused_when_the_request_is_not_the_clients_own(
    client: httpx.AsyncClient, changed: dict[str, str], status: int, error: str
) -> None:
    """Each way to be somebody else has its OAuth2 error."""
    code = (await _decide(client, family="sun001"))["code"]
    response = await _redeem(client, **({"code": code} | changed))
    assert (response.status_code, response.json()) == (status, {"error": error})


async def test_user_info_is_refused_when_the_token_is_stale_or_missing(
    client: httpx.AsyncClient, advance: Advance
) -> None:
    """A token lives ten minutes, and nothing is released without one."""
    token = (await _redeem(client, (await _decide(client, family="sun001"))["code"])).json()["access_token"]
    assert (await _user_info(client, token)).status_code == 200
    advance(600)
    assert (await _user_info(client, token)).status_code == 401
    response = await client.get("/identity/userinfo")
    assert response.status_code == 401
    assert "invalid_token" in response.headers["www-authenticate"]

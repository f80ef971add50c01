"""The exchange speaks the national signature scheme and answers from the families' records."""

from collections.abc import Awaitable, Callable

import httpx
import pytest

from sandbox.families import Family, find

Advance = Callable[[float], None]
Ask = Callable[[str, object], Awaitable[httpx.Response]]
FetchSecret = Callable[[], Awaitable[str]]
HeadersFor = Callable[[str, str, str], dict[str, str]]
Milliseconds = Callable[[], str]
Sign = Callable[[str, str], str]

_NOBODY = "110101199003070011"


def _family(code: str) -> Family:
    family = find(code)
    assert family is not None
    return family


async def test_household_members_gives_every_page_when_asked_by_the_childs_number(ask: Ask) -> None:
    """The book of the demonstration family, page by page, in the register's own field names."""
    family = _family("F001")
    (child,) = family.children
    answer = (await ask("household_members", {"GMSFHM": child.id_number})).json()
    book = family.books[0]
    assert (answer["code"], answer["message"]) == ("0", "成功")
    assert answer["data"][-1] == {
        "HH": book.number,
        "XM": child.name,
        "GMSFHM": child.id_number,
        "CSRQ": "20201015",
        "YHZGX": "女",
        "HKSZD": book.address,
        "XZQH": "370102",
        "HLX": "家庭户",
        "QRRQ": f"{book.members[-1].moved_in:%Y%m%d}",
    }
    assert [page["XM"] for page in answer["data"]] == [page.person.name for page in book.members]


async def test_real_estate_gives_shares_when_asked_by_an_owners_number(ask: Ask) -> None:
    """Both owners of a shared home are named with their per cent."""
    family = _family("F006")
    answer = (await ask("real_estate", {"QLRZJH": family.mother.id_number})).json()
    home = family.homes[0]
    assert answer["data"] == [
        {
            "BDCQZH": home.certificate,
            "QLR": [
                {"XM": family.father.name, "ZJH": family.father.id_number, "QLBL": 50},
                {"XM": family.mother.name, "ZJH": family.mother.id_number, "QLBL": 50},
            ],
            "ZL": home.address,
            "XZQH": "370102",
            "GHYT": "住宅",
            "DJSJ": f"{home.registered:%Y%m%d}",
        }
    ]


async def test_birth_certificate_names_both_parents_when_asked_by_the_childs_number(ask: Ask) -> None:
    """The certificate ties the child to father and mother by number."""
    family = _family("F008")
    answer = (await ask("birth_certificate", {"GMSFHM": family.children[0].id_number})).json()
    (record,) = answer["data"]
    assert record["CSRQ"] == "20210901"
    assert (record["FQZJH"], record["MQZJH"]) == (family.father.id_number, family.mother.id_number)


@pytest.mark.parametrize(
    ("rid", "field"),
    [("household_members", "GMSFHM"), ("real_estate", "QLRZJH"), ("birth_certificate", "GMSFHM")],
)
async def test_exchange_gives_no_records_when_nobody_has_the_number(ask: Ask, rid: str, field: str) -> None:
    """Not found is a success without records."""
    response = await ask(rid, {field: _NOBODY})
    assert response.status_code == 200
    assert (response.json()["code"], response.json()["data"]) == ("0", [])


@pytest.mark.parametrize("query", [{}, [], "x", {"GMSFHM": 1}, {"GMSFHM": "123"}, {"QLRZJH": _NOBODY}])
async def test_exchange_refuses_when_the_query_is_not_one_id_number(ask: Ask, query: object) -> None:
    """A query of the wrong shape is a bad query, never a crash."""
    response = await ask("household_members", query)
    assert response.status_code == 200
    assert response.json()["code"] == "400"


async def test_exchange_refuses_when_the_body_is_not_json(
    client: httpx.AsyncClient, milliseconds: Milliseconds, fetch_secret: FetchSecret, headers_for: HeadersFor
) -> None:
    """Broken bodies are bad queries, to either call."""
    headers = headers_for("real_estate", milliseconds(), await fetch_secret())
    for path in ("/exchange/real_estate", "/exchange/secret"):
        response = await client.post(path, content=b"{", headers=headers)
        assert response.json()["code"] == "400"


async def test_exchange_refuses_when_the_item_is_unknown(ask: Ask) -> None:
    """A well-signed request for what nobody offers."""
    assert (await ask("vaccination", {})).json()["code"] == "404"


async def test_exchange_refuses_when_signed_with_another_secret(
    client: httpx.AsyncClient, milliseconds: Milliseconds, headers_for: HeadersFor
) -> None:
    """A secret the exchange never gave out signs nothing."""
    headers = headers_for("real_estate", milliseconds(), "0" * 32)
    answer = await client.post("/exchange/real_estate", json={"QLRZJH": _NOBODY}, headers=headers)
    assert answer.json()["code"] == "401"


async def test_exchange_refuses_when_headers_are_missing(client: httpx.AsyncClient) -> None:
    """No signature is a wrong signature; no item named in the headers is a bad query."""
    answer = await client.post("/exchange/real_estate", json={}, headers={"rid": "real_estate"})
    assert answer.json()["code"] == "401"
    assert (await client.post("/exchange/real_estate", json={})).json()["code"] == "400"


async def test_exchange_refuses_when_the_signature_is_for_another_item(
    client: httpx.AsyncClient, milliseconds: Milliseconds, fetch_secret: FetchSecret, headers_for: HeadersFor
) -> None:
    """A signature cannot be carried from one item to another."""
    headers = headers_for("birth_certificate", milliseconds(), await fetch_secret()) | {"rid": "real_estate"}
    answer = await client.post("/exchange/real_estate", json={"QLRZJH": _NOBODY}, headers=headers)
    assert answer.json()["code"] == "401"


@pytest.mark.parametrize(("age", "code"), [(599, "0"), (600, "4011"), (3600, "4011")])
async def test_exchange_says_expired_when_the_secret_is_600_seconds_old(
    client: httpx.AsyncClient,
    milliseconds: Milliseconds,
    fetch_secret: FetchSecret,
    headers_for: HeadersFor,
    advance: Advance,
    age: float,
    code: str,
) -> None:
    """A secret works until its last second and is told apart from a wrong one after it."""
    secret = await fetch_secret()
    advance(age)
    headers = headers_for("real_estate", milliseconds(), secret)
    answer = await client.post("/exchange/real_estate", json={"QLRZJH": _NOBODY}, headers=headers)
    assert answer.json()["code"] == code


async def test_exchange_accepts_an_older_secret_when_a_newer_was_fetched(
    client: httpx.AsyncClient, milliseconds: Milliseconds, fetch_secret: FetchSecret, headers_for: HeadersFor
) -> None:
    """Two workers of one requester may each hold a secret, and a request may be repeated."""
    older = await fetch_secret()
    await fetch_secret()
    headers = headers_for("real_estate", milliseconds(), older)
    for _ in range(2):
        answer = await client.post("/exchange/real_estate", json={"QLRZJH": _NOBODY}, headers=headers)
        assert answer.json()["code"] == "0"


@pytest.mark.parametrize(("passed", "code"), [(90, "0"), (91, "4012"), (-90, "0"), (-91, "4012")])
async def test_exchange_says_skewed_when_the_request_is_over_90_seconds_off(
    client: httpx.AsyncClient,
    milliseconds: Milliseconds,
    fetch_secret: FetchSecret,
    headers_for: HeadersFor,
    advance: Advance,
    passed: float,
    code: str,
) -> None:
    """A request too old or from the future is refused, though its signature is right."""
    headers = headers_for("real_estate", milliseconds(), await fetch_secret())
    advance(passed)
    answer = await client.post("/exchange/real_estate", json={"QLRZJH": _NOBODY}, headers=headers)
    assert answer.json()["code"] == code


@pytest.mark.parametrize("rtime", ["", "soon", "１２３", "-1", "9" * 5000])
async def test_secret_is_refused_when_the_time_is_no_number(
    client: httpx.AsyncClient, sign: Sign, rtime: str
) -> None:
    """A time that is no number of milliseconds is a bad query, even well signed."""
    body = {"sid": "ruxue", "rtime": rtime, "sign": sign("demo-app-key", "ruxue" + rtime)}
    assert (await client.post("/exchange/secret", json=body)).json()["code"] == "400"


@pytest.mark.parametrize(("sid", "key"), [("ruxue", "another-key"), ("other", "demo-app-key")])
async def test_secret_is_refused_when_the_app_key_or_sid_is_wrong(
    client: httpx.AsyncClient, milliseconds: Milliseconds, sign: Sign, sid: str, key: str
) -> None:
    """Only the known requester gets a secret, and nothing comes with the refusal."""
    rtime = milliseconds()
    body = {"sid": sid, "rtime": rtime, "sign": sign(key, sid + rtime)}
    answer = (await client.post("/exchange/secret", json=body)).json()
    assert (answer["code"], answer["data"]) == ("401", None)


async def test_secret_is_refused_when_it_is_asked_for_too_late(
    client: httpx.AsyncClient, milliseconds: Milliseconds, sign: Sign, advance: Advance
) -> None:
    """The same skew holds for the request secret."""
    rtime = milliseconds()
    advance(91)
    body = {"sid": "ruxue", "rtime": rtime, "sign": sign("demo-app-key", "ruxue" + rtime)}
    assert (await client.post("/exchange/secret", json=body)).json()["code"] == "4012"

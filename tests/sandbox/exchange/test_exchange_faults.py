"""Faults can be put in force per item, lifted again, and calls are counted."""

import json
from collections.abc import Awaitable, Callable

import httpx
import pytest

from sandbox.exchange.items import DATA_ITEMS
from sandbox.exchange.latency import latency_seconds
from sandbox.families import all_families, find

_RID = "birth_certificate"


Ask = Callable[[str, object], Awaitable[httpx.Response]]


def _query() -> dict[str, str]:
    """Give a query that finds the demonstration family in any item."""
    family = find("F001")
    assert family is not None
    return {"GMSFHM": family.children[0].id_number, "QLRZJH": family.mother.id_number}


async def _order(client: httpx.AsyncClient, fault: str, seconds: float = 0) -> None:
    answer = await client.put(f"/control/faults/{_RID}", json={"fault": fault, "seconds": seconds})
    assert answer.status_code == 200


@pytest.mark.parametrize(("fault", "status"), [("down", 503), ("error", 500)])
async def test_item_answers_a_server_error_when_told_to_fail(
    client: httpx.AsyncClient, ask: Ask, fault: str, status: int
) -> None:
    """One item fails, the others do not, and lifting the fault heals it."""
    await _order(client, fault)
    assert (await ask(_RID, _query())).status_code == status
    assert (await ask("real_estate", _query())).status_code == 200
    await _order(client, "none")
    assert len((await ask(_RID, _query())).json()["data"]) == 1


async def test_item_answers_no_json_when_told_to_be_malformed(client: httpx.AsyncClient, ask: Ask) -> None:
    """The status says success and the body cannot be read."""
    await _order(client, "malformed")
    answer = await ask(_RID, _query())
    assert answer.status_code == 200
    with pytest.raises(json.JSONDecodeError):
        answer.json()


async def test_item_has_no_records_when_told_to_be_empty(client: httpx.AsyncClient, ask: Ask) -> None:
    """The department knows nothing of a child it should know."""
    await _order(client, "empty")
    answer = (await ask(_RID, _query())).json()
    assert (answer["code"], answer["data"]) == ("0", [])


async def test_item_waits_longer_when_told_to_be_slow(
    client: httpx.AsyncClient, ask: Ask, slept: list[float]
) -> None:
    """The usual latency is around 150 ms, and a slow item adds its seconds to that."""
    await ask(_RID, _query())
    await _order(client, "slow", 6)
    assert len((await ask(_RID, _query())).json()["data"]) == 1
    _, usual, _, slow = slept
    assert 0.12 <= usual <= 0.18
    assert 6.12 <= slow <= 6.18


def test_latency_is_the_same_when_the_call_is_the_same() -> None:
    """The jitter differs from call to call and never from run to run."""
    first_run = [latency_seconds(150, 1, _RID, nth) for nth in range(20)]
    assert first_run == [latency_seconds(150, 1, _RID, nth) for nth in range(20)]
    assert len(set(first_run)) == 20


async def test_counters_count_failed_calls_too_when_items_are_called(
    client: httpx.AsyncClient, ask: Ask
) -> None:
    """Each item has its own count, the secret too; a name nobody offers has none."""
    await ask(_RID, _query())
    await _order(client, "down")
    await ask(_RID, _query())
    await ask("vaccination", _query())
    counted = (await client.get("/control/counters")).json()
    assert {rid: calls for rid, calls in counted.items() if calls} == {"secret": 3, _RID: 2}
    assert counted["marriage"] == 0


async def test_secret_endpoint_fails_when_told_to(client: httpx.AsyncClient) -> None:
    """The request secret is a resource like the others."""
    await client.put("/control/faults/secret", json={"fault": "down"})
    assert (await client.post("/exchange/secret", json={})).status_code == 503


@pytest.mark.parametrize(
    ("rid", "order", "status"),
    [
        ("vaccination", {"fault": "down"}, 404),
        (_RID, {"fault": "on fire"}, 422),
        (_RID, {"fault": "slow", "seconds": -1}, 422),
        (_RID, {"fault": "slow", "seconds": 61}, 422),
    ],
)
async def test_fault_is_refused_when_the_order_makes_no_sense(
    client: httpx.AsyncClient, rid: str, order: dict[str, object], status: int
) -> None:
    """An unknown item, an unknown fault, a wait that never ends."""
    assert (await client.put(f"/control/faults/{rid}", json=order)).status_code == status


async def test_control_page_shows_the_fault_when_one_is_in_force(client: httpx.AsyncClient) -> None:
    """A person can see what is broken on purpose."""
    await _order(client, "slow", 2.5)
    page = await client.get("/control")
    assert page.headers["content-type"].startswith("text/html")
    assert f'<li data-rid="{_RID}" data-fault="slow">' in page.text
    assert "缓慢 slow · 2.5 s · 调用 calls 0" in page.text


async def test_health_is_ok_when_the_sandbox_serves(client: httpx.AsyncClient) -> None:
    """A supervisor can ping it."""
    assert (await client.get("/health")).json() == {"status": "ok", "families": 60}


async def test_item_recovers_when_the_time_of_its_fault_is_over(
    client: httpx.AsyncClient, ask: Ask, advance: Callable[[float], None]
) -> None:
    """A fault with an end needs nobody to lift it, and the panel shows it gone."""
    order = {"fault": "down", "recovers_at": "2027-06-10T01:01:00Z"}
    assert (await client.put(f"/control/faults/{_RID}", json=order)).status_code == 200
    advance(59)
    assert (await ask(_RID, _query())).status_code == 503
    assert (await client.get("/control/faults")).json()[_RID]["fault"] == "down"
    advance(1)
    assert (await ask(_RID, _query())).status_code == 200
    assert (await client.get("/control/faults")).json()[_RID]["fault"] == "none"


async def test_item_fails_every_other_time_when_told_to_flap(client: httpx.AsyncClient, ask: Ask) -> None:
    """Down, up, down, up."""
    await _order(client, "flapping")
    assert [(await ask(_RID, _query())).status_code for _ in range(4)] == [503, 200, 503, 200]


@pytest.mark.parametrize(("fault", "code"), [("wrong_signature", "401"), ("expired_secret", "4011")])
async def test_item_refuses_good_questions_when_told_to(
    client: httpx.AsyncClient, ask: Ask, fault: str, code: str
) -> None:
    """The signature is right, and the exchange says otherwise."""
    await _order(client, fault)
    assert (await ask(_RID, _query())).json()["code"] == code


async def test_item_tells_of_somebody_else_when_told_to(client: httpx.AsyncClient, ask: Ask) -> None:
    """A well-formed record of another family's child, even to those who have none."""
    (own,) = (await ask(_RID, _query())).json()["data"]
    await _order(client, "other_person")
    (other,) = (await ask(_RID, _query())).json()["data"]
    assert own.keys() == other.keys()
    assert own["CSZMBH"] != other["CSZMBH"]


async def test_item_is_a_month_old_when_told_to_be_stale(client: httpx.AsyncClient, ask: Ask) -> None:
    """The records are right, and of another time."""
    fresh = (await ask(_RID, _query())).json()
    await _order(client, "stale")
    stale = (await ask(_RID, _query())).json()
    assert stale["data"] == fresh["data"]
    assert fresh["updated"] - stale["updated"] == 30 * 24 * 3600 * 1000


@pytest.mark.parametrize("rid", DATA_ITEMS)
async def test_item_is_served_when_families_have_papers(ask: Ask, rid: str) -> None:
    """Every item has a record for somebody, and the exchange gives it."""
    item = DATA_ITEMS[rid]
    someone, held = next(
        (person, records)
        for family in all_families(20)
        for person in family.people
        if (records := item.records(family, person.id_number))
    )
    answer = (await ask(rid, {item.query_field: someone.id_number})).json()
    assert (answer["code"], answer["data"]) == ("0", held)

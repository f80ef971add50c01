"""The departments over real HTTP, against the sandbox's exchange."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from datetime import date, datetime, timedelta

import httpx
import pytest

from enrolment.model.consent import ConsentGrant
from enrolment.model.errors import DepartmentUnavailable
from enrolment.model.establishing.records import BirthRecord, HomeRecord, HouseholdRecord, RecordQuery
from enrolment.ports import Clock
from integrations.departments import Exchange, ExchangeConfig, ExchangeDepartments, NationalSigner
from sandbox.families import Family, families

Granting = Callable[[str], ConsentGrant]
Connecting = Callable[..., ExchangeDepartments]


class _SetBack:
    """A clock that is behind another one."""

    def __init__(self, right: Clock) -> None:
        self._right = right
        self.by = timedelta(0)

    def now(self) -> datetime:
        return self._right.now() - self.by

    def today(self) -> date:
        return self.now().date()


@pytest.fixture
def family() -> Family:
    """Give the demonstration family."""
    return families(12)[0]


@pytest.fixture
async def connect(sandbox_url: str, clock: Clock) -> AsyncIterator[Connecting]:
    """Give the way to departments behind the sandbox's exchange."""
    connected: list[ExchangeDepartments] = []

    def build(
        *, app_key: str = "demo-app-key", wall_clock: Clock = clock, connections: int = 16
    ) -> ExchangeDepartments:
        signer = NationalSigner(sid="ruxue", app_key=app_key, wall_clock=wall_clock)
        config = ExchangeConfig(f"{sandbox_url}/exchange", call_timeout=1.0, connections=connections)
        connected.append(ExchangeDepartments(Exchange(config, signer, wall_clock=clock), clock=clock))
        return connected[-1]

    yield build
    for departments in connected:
        await departments.aclose()


@pytest.fixture
def fault(sandbox_url: str) -> Callable[[str, str], None]:
    """Give the way to make a resource of the sandbox fail."""

    def put(rid: str, kind: str) -> None:
        order = {"fault": kind, "seconds": 30 if kind == "slow" else 0}
        httpx.put(f"{sandbox_url}/control/faults/{rid}", json=order, trust_env=False).raise_for_status()

    return put


async def test_records_are_those_of_the_family_when_all_departments_are_asked_at_once(
    connect: Connecting, grant: Granting, family: Family, calls_of: Callable[[str], int]
) -> None:
    """Three departments, one secret, and what the family's records say."""
    departments = connect()
    child, mother = family.children[0], family.signs_in
    books, homes, births = await asyncio.gather(
        *(
            departments.verify(RecordQuery(item, "child-1", person.id_number), grant(item))
            for item, person in (
                ("household_members", child),
                ("real_estate", mother),
                ("birth_certificate", child),
            )
        )
    )
    ((book,), (home,), (birth,)) = (books, homes, births)
    assert isinstance(book, HouseholdRecord)
    assert isinstance(home, HomeRecord)
    assert isinstance(birth, BirthRecord)
    assert {member.id_number for member in book.members} >= {child.id_number}
    assert (book.region, book.address) == (family.books[0].region, family.books[0].address)
    assert (home.region, home.use) == ("370102", "住宅")
    assert mother.id_number in {owner.id_number for owner in home.owners}
    assert birth.birth_date == child.born
    assert birth.parents == (family.mother.id_number, family.father.id_number)
    assert calls_of("secret") == 1


async def test_every_record_is_read_when_families_differ(connect: Connecting, grant: Granting) -> None:
    """Twins, shared homes, collective households, no homes: whatever a family has is read, and no more."""
    departments = connect()

    async def count(data_item: str, id_number: str) -> int:
        query = RecordQuery(data_item, "child-1", id_number)
        return len(await departments.verify(query, grant(data_item)))

    for family in families(12):
        for child in family.children:
            assert await count("household_members", child.id_number) == 1
            assert await count("birth_certificate", child.id_number) == 1
        for person in family.guardians:
            owned = [home for home in family.homes if person in {share.owner for share in home.shares}]
            assert await count("real_estate", person.id_number) == len(owned)


async def test_department_answers_when_another_holds_all_its_connections(
    connect: Connecting,
    grant: Granting,
    family: Family,
    fault: Callable[[str, str], None],
    calls_of: Callable[[str], int],
) -> None:
    """Each resource has connections of its own, here one: a slow department holds up nobody else."""
    departments = connect(connections=1)
    id_number = family.signs_in.id_number
    marriage = RecordQuery("marriage", "child-1", id_number)
    fault("marriage", "slow")
    waiting = asyncio.create_task(departments.verify(marriage, grant("marriage")))
    while not waiting.done() and not await asyncio.to_thread(calls_of, "marriage"):
        pass
    homes = await departments.verify(RecordQuery("real_estate", "child-1", id_number), grant("real_estate"))
    assert len(homes) == 1
    assert not waiting.done()
    with pytest.raises(DepartmentUnavailable, match="in time"):
        await waiting


async def test_answer_is_empty_when_the_department_has_no_record(
    connect: Connecting, grant: Granting, family: Family, fault: Callable[[str, str], None]
) -> None:
    """No record is an answer, and not a failure."""
    fault("birth_certificate", "empty")
    query = RecordQuery("birth_certificate", "child-1", family.children[0].id_number)
    assert await connect().verify(query, grant("birth_certificate")) == ()


@pytest.mark.parametrize(
    ("kind", "reason"),
    [("down", "HTTP 503"), ("error", "HTTP 500"), ("malformed", "not JSON"), ("slow", "in time")],
)
@pytest.mark.parametrize("rid", ["household_members", "secret"])
async def test_department_is_unavailable_when_the_sandbox_fails(
    connect: Connecting,
    grant: Granting,
    family: Family,
    fault: Callable[[str, str], None],
    rid: str,
    kind: str,
    reason: str,
) -> None:
    """Each fault of the control panel, on the resource or on the secret, is named; then it works again."""
    departments = connect()
    query = RecordQuery("household_members", "child-1", family.children[0].id_number)
    fault(rid, kind)
    with pytest.raises(DepartmentUnavailable, match=reason):
        await departments.verify(query, grant("household_members"))
    fault(rid, "none")
    assert len(await departments.verify(query, grant("household_members"))) == 1


async def test_department_answers_when_the_secret_has_expired_meanwhile(
    connect: Connecting,
    grant: Granting,
    family: Family,
    clock: Clock,
    advance: Callable[[float], None],
    calls_of: Callable[[str], int],
) -> None:
    """This machine's clock is set back, so that it still trusts a secret the sandbox no longer does."""
    wall_clock = _SetBack(clock)
    departments = connect(wall_clock=wall_clock)
    query = RecordQuery("household_members", "child-1", family.children[0].id_number)
    await departments.verify(query, grant("household_members"))
    wall_clock.by = timedelta(seconds=80)
    advance(601)
    assert len(await departments.verify(query, grant("household_members"))) == 1
    assert (calls_of("secret"), calls_of("household_members")) == (2, 3)


async def test_department_is_unavailable_when_the_clocks_differ(
    connect: Connecting, grant: Granting, family: Family, clock: Clock
) -> None:
    """More than 90 s apart, the exchange refuses, and the reason says clock."""
    wall_clock = _SetBack(clock)
    wall_clock.by = timedelta(seconds=91)
    query = RecordQuery("household_members", "child-1", family.children[0].id_number)
    with pytest.raises(DepartmentUnavailable, match="clock"):
        await connect(wall_clock=wall_clock).verify(query, grant("household_members"))


async def test_department_is_unavailable_when_the_app_key_is_wrong(
    connect: Connecting, grant: Granting, family: Family
) -> None:
    """A wrong key is told as what it is."""
    query = RecordQuery("household_members", "child-1", family.children[0].id_number)
    with pytest.raises(DepartmentUnavailable, match="refuses the signature"):
        await connect(app_key="wrong").verify(query, grant("household_members"))


async def test_ping_succeeds_when_the_exchange_is_up(connect: Connecting) -> None:
    """The sandbox answers."""
    await connect().ping()


async def test_ping_fails_when_nobody_listens(clock: Clock, closed_url: str) -> None:
    """A closed port is named as unreachable."""
    signer = NationalSigner(sid="ruxue", app_key="demo-app-key", wall_clock=clock)
    exchange = Exchange(ExchangeConfig(closed_url), signer, wall_clock=clock)
    departments = ExchangeDepartments(exchange, clock=clock)
    with pytest.raises(DepartmentUnavailable, match="could not be reached"):
        await departments.ping()
    await departments.aclose()


async def test_log_names_nobody_when_everything_is_logged(
    connect: Connecting, grant: Granting, family: Family, caplog: pytest.LogCaptureFixture
) -> None:
    """Even with the HTTP library at its most talkative, no person of the family is in the log."""
    caplog.set_level(logging.DEBUG)
    child = family.children[0].id_number
    await connect().verify(RecordQuery("household_members", "child-1", child), grant("household_members"))
    assert "/exchange/household_members" in caplog.text
    private = [text for person in family.people for text in (person.name, person.id_number)]
    assert not [text for text in (*private, family.books[0].address) if text in caplog.text]

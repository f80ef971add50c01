"""Records that an ID number alone does not find are found by what is read off the paper, in every scheme."""

from __future__ import annotations

import logging
from dataclasses import replace
from functools import cache

import httpx
import pytest
from fastapi import FastAPI

from enrolment.model.consent import ConsentGrant
from enrolment.model.establishing.inquiry import REAL_ESTATE
from enrolment.model.establishing.particulars import TAKEN, read_particulars
from enrolment.model.establishing.records import DepartmentRecord, HomeRecord, Particular, RecordQuery
from integrations.departments import ExchangeAccess, Scheme, connect
from integrations.departments.items import DATA_ITEMS
from integrations.departments.mapping import load_mapping
from integrations.id_numbers import lengthened
from sandbox.app import create_app
from sandbox.families import Family, Oddity, families
from sandbox.families.drawing.filings import other_name
from sandbox.settings import SandboxSettings
from tests.fakes.clock import FrozenClock

CLOCK = FrozenClock()
ODD = {each.filings[0].oddity: each for each in families(203) if each.filings}
GRANT = ConsentGrant(
    "g",
    "child",
    REAL_ESTATE,
    "natural_resources",
    "p",
    "v",
    "m",
    "web",
    CLOCK.now(),
    CLOCK.now().replace(year=2028),
)


@cache
def sandbox() -> FastAPI:
    """The exchange with the families of a demonstration."""
    return create_app(SandboxSettings(latency_ms=0), clock=CLOCK.now)


def read_off(family: Family) -> dict[Particular, str]:
    """What the guardian of an odd family reads off the certificate."""
    match family.filings[0].oddity:
        case Oddity.BY_NUMBER:
            return {Particular.NUMBER: family.homes[0].certificate}
        case Oddity.OLD_KIND:
            return {Particular.NUMBER: family.homes[0].certificate, Particular.KIND: "房屋所有权证"}
        case _:
            return {Particular.NAME: other_name(family.signs_in)}


async def ask(
    family: Family, typed: dict[Particular, str], scheme: Scheme = Scheme.NATIONAL, *, about: str = ""
) -> tuple[DepartmentRecord, ...]:
    """Ask for the home of an odd family."""
    access = ExchangeAccess("http://sandbox/exchange", requester="ruxue", key="demo-app-key", scheme=scheme)
    transport = httpx.ASGITransport(app=sandbox())
    departments = connect(access, clock=CLOCK, wall_clock=CLOCK, transport=transport)
    query = RecordQuery(REAL_ESTATE, "child", about or family.signs_in.id_number)
    query = replace(query, particulars=read_particulars(REAL_ESTATE, typed))
    try:
        return tuple(await departments.verify(query, GRANT))
    finally:
        await departments.aclose()


@pytest.mark.parametrize("scheme", list(Scheme))
@pytest.mark.parametrize("oddity", list(Oddity))
async def test_home_is_found_when_the_paper_is_read_off(oddity: Oddity, scheme: Scheme) -> None:
    """Not by the number alone; then by certificate number, its kind, or the name as registered."""
    family = ODD[oddity]
    assert await ask(family, {}, scheme) == ()
    (home,) = await ask(family, read_off(family), scheme)
    assert isinstance(home, HomeRecord)
    assert home.certificate_number == family.homes[0].certificate
    assert home.owners[0].id_number == family.signs_in.id_number, (
        "15 digits are read as the 18 they stand for"
    )


async def test_home_is_not_found_when_the_number_is_mistyped() -> None:
    """One digit off is another home, or none."""
    family = ODD[Oddity.BY_NUMBER]
    typed = family.homes[0].certificate.replace("号", "").removesuffix(family.homes[0].certificate[-2])
    assert (
        await ask(family, {Particular.NUMBER: f"{typed}{(int(family.homes[0].certificate[-2]) + 1) % 10}号"})
        == ()
    )


async def test_nobody_elses_home_is_opened_when_their_certificate_number_is_typed() -> None:
    """The register is asked about the guardian; a number on a paper found in the street opens nothing."""
    family, other = ODD[Oddity.BY_NUMBER], families(12)[0]
    assert await ask(other, read_off(family)) == await ask(other, {})


async def test_nothing_read_off_a_paper_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    """Neither by the client nor by what it is built on."""
    caplog.set_level(logging.DEBUG)
    family = ODD[Oddity.OTHER_NAME]
    await ask(family, {**read_off(family), Particular.NUMBER: family.homes[0].certificate})
    assert other_name(family.signs_in) not in caplog.text
    assert family.homes[0].certificate not in caplog.text


def test_every_item_sends_what_the_page_asks_for() -> None:
    """What a guardian types must have a field to go to, and no field waits for what nobody types."""
    for item, reads in DATA_ITEMS.items():
        assert {particular for particular, _ in reads.given} == set(TAKEN.get(item, {})), item


def test_field_names_are_the_exchanges_own_when_a_mapping_says_so(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """As every other field of a data item."""
    path = tmp_path_factory.mktemp("mapping") / "exchange.yml"
    path.write_text("data_items:\n  real_estate:\n    given: {number: CERT_NO, kind: CERT_KIND}\n")
    given = load_mapping(path).data_items[REAL_ESTATE].given
    assert given == ((Particular.NUMBER, "CERT_NO"), (Particular.KIND, "CERT_KIND"))


def test_old_number_becomes_the_new_one_and_others_stay() -> None:
    """15 digits had no century and no check digit; everything else is left to who checks it."""
    number = ODD[Oddity.OLD_KIND].signs_in.id_number
    assert lengthened(number[:6] + number[8:17]) == number
    assert [lengthened(each) for each in (number, "", "12345", "0" * 15, "91370102MA3C12345X")] == [
        number,
        "",
        "12345",
        "0" * 15,
        "91370102MA3C12345X",
    ]

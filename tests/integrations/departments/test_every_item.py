"""Every data item of every family, read over the sandbox's exchange."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from enrolment.model.consent import ConsentGrant
from enrolment.model.errors import ConsentMissing, DepartmentUnavailable
from enrolment.model.establishing.inquiry import ABOUT_CHILD
from enrolment.model.establishing.vocabulary import SETTLED_BY
from enrolment.ports import Clock
from integrations.departments import DATA_ITEMS, Scheme
from integrations.departments.items import Subject
from sandbox.exchange.items import DATA_ITEMS as SERVED
from sandbox.families import all_families
from tests.families_at_scale.records import records_about
from tests.integrations.departments.sandboxed import SM4_KEY, plain, question, sandboxed, somebody

Granting = Callable[[str], ConsentGrant]


class _Ahead:
    """A clock ahead of another one, or behind it."""

    def __init__(self, right: Clock, by: timedelta) -> None:
        self._right = right
        self._by = by

    def now(self) -> datetime:
        return self._right.now() + self._by

    def today(self) -> date:
        return self.now().date()


def test_items_are_the_same_when_rules_exchange_and_sandbox_are_compared() -> None:
    """What rules can use is asked for, and what is asked for is served; children are asked about as such."""
    assert SETTLED_BY.keys() == DATA_ITEMS.keys() == SERVED.keys()
    about_child = {key for key, item in DATA_ITEMS.items() if item.subject is Subject.CHILD}
    assert about_child == ABOUT_CHILD


@pytest.mark.parametrize("data_item", DATA_ITEMS)
async def test_records_are_those_of_the_family_when_everybody_is_asked_about(
    data_item: str, clock: Clock, grant: Granting
) -> None:
    """120 families of three counties: what comes back is what the rules are tested with, and no more."""
    departments = sandboxed(clock).departments()
    seen = 0
    for family in all_families(40):
        for person in family.children if data_item in ABOUT_CHILD else family.guardians:
            records = await departments.verify(question(data_item, person.id_number), grant(data_item))
            assert plain(records) == plain(records_about(family, data_item, person.id_number))
            assert all(record.obtained_at == clock.now() for record in records)
            assert all(len(record.digest) == 64 for record in records)
            seen += len(records)
    assert seen > 0


@pytest.mark.parametrize("sm4_key", ["", SM4_KEY])
@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize("data_item", DATA_ITEMS)
async def test_record_is_read_when_asked_in_any_scheme(
    data_item: str, scheme: Scheme, sm4_key: str, clock: Clock, grant: Granting
) -> None:
    """Three signatures, with bodies plain and encrypted."""
    departments = sandboxed(clock).departments(scheme, sm4_key=sm4_key)
    family, id_number = somebody(data_item)
    records = await departments.verify(question(data_item), grant(data_item))
    assert plain(records) == plain(records_about(family, data_item, id_number))


@pytest.mark.parametrize("scheme", Scheme)
async def test_department_is_unavailable_when_the_key_is_wrong(
    scheme: Scheme, clock: Clock, grant: Granting
) -> None:
    """A wrong key opens nothing in any scheme."""
    departments = sandboxed(clock).departments(scheme, key="wrong")
    with pytest.raises(DepartmentUnavailable, match="refuses the signature"):
        await departments.verify(question("marriage"), grant("marriage"))


@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize("seconds", [-91, 91])
async def test_department_is_unavailable_when_the_clocks_differ(
    scheme: Scheme, seconds: int, clock: Clock, grant: Granting
) -> None:
    """90 seconds are let pass in every scheme, no more."""
    sandbox = sandboxed(clock)
    near = sandbox.departments(scheme, wall_clock=_Ahead(clock, timedelta(seconds=seconds * 90 // 91)))
    assert len(await near.verify(question("marriage"), grant("marriage"))) == 1
    far = sandbox.departments(scheme, wall_clock=_Ahead(clock, timedelta(seconds=seconds)))
    with pytest.raises(DepartmentUnavailable, match="clock"):
        await far.verify(question("marriage"), grant("marriage"))


@pytest.mark.parametrize("data_item", DATA_ITEMS)
async def test_item_is_not_asked_when_no_live_grant_covers_it(
    data_item: str, clock: Clock, grant: Granting
) -> None:
    """No adapter can be reached without a grant for this item and child, in force now."""
    sandbox = sandboxed(clock)
    await sandbox.order(data_item, "down")
    departments = sandbox.departments()
    given = grant(data_item)
    other = next(key for key in DATA_ITEMS if key != data_item)
    for useless in (
        replace(given, data_item=other),
        replace(given, child_id="child-2"),
        replace(given, expires_at=clock.now()),
        given.revoked(clock.now()),
    ):
        with pytest.raises(ConsentMissing):
            await departments.verify(question(data_item), useless)


@pytest.mark.parametrize("data_item", DATA_ITEMS)
async def test_item_is_not_asked_when_the_number_is_of_the_wrong_generation(
    data_item: str, clock: Clock, grant: Granting
) -> None:
    """A grant opens a child's own record, or a guardian's, never either."""
    family, _ = somebody(data_item)
    wrong = family.father if data_item in ABOUT_CHILD else family.children[0]
    with pytest.raises(ConsentMissing, match="only"):
        await sandboxed(clock).departments().verify(question(data_item, wrong.id_number), grant(data_item))

"""Of when the department's data are: too old and too new ones are not used."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import httpx
import pytest

from enrolment.model.consent import ConsentGrant
from enrolment.model.errors import DepartmentUnavailable
from enrolment.model.establishing.records import RecordQuery
from enrolment.ports import Clock
from integrations.departments import ExchangeDepartments

Answering = Callable[..., ExchangeDepartments]
Granting = Callable[[str], ConsentGrant]

_QUERY = RecordQuery("household_members", "child-1", "37010220201015006X")


def _told(updated: object) -> Callable[[httpx.Request], httpx.Response]:
    return lambda _request: httpx.Response(200, json={"code": "0", "data": [], "updated": updated})


@pytest.mark.parametrize("age", [timedelta(0), timedelta(days=1), timedelta(seconds=-90)])
async def test_data_are_used_when_they_are_fresh(
    departments_answering: Answering, grant: Granting, clock: Clock, age: timedelta
) -> None:
    """Last night's copy is fresh enough."""
    departments = departments_answering(_told(int((clock.now() - age).timestamp() * 1000)))
    assert await departments.verify(_QUERY, grant("household_members")) == ()


@pytest.mark.parametrize(
    ("age", "reason"),
    [(timedelta(days=1, seconds=1), "too old"), (timedelta(seconds=-91), "from the future")],
)
async def test_department_is_unavailable_when_its_data_are_of_another_time(
    departments_answering: Answering, grant: Granting, clock: Clock, age: timedelta, reason: str
) -> None:
    """Stale data are no answer about today."""
    departments = departments_answering(_told(int((clock.now() - age).timestamp() * 1000)))
    with pytest.raises(DepartmentUnavailable, match=reason):
        await departments.verify(_QUERY, grant("household_members"))


@pytest.mark.parametrize("updated", ["today", "1812589200000", 1.5, True, [], {}])
async def test_department_is_unavailable_when_the_age_of_its_data_cannot_be_told(
    departments_answering: Answering, grant: Granting, updated: object
) -> None:
    """A time that is not one is not taken for now."""
    with pytest.raises(DepartmentUnavailable, match="milliseconds"):
        await departments_answering(_told(updated)).verify(_QUERY, grant("household_members"))

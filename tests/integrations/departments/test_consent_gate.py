"""Nothing is asked without a live grant that covers it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import httpx
import pytest

from enrolment.model.consent import ConsentGrant
from enrolment.model.errors import ConsentMissing, DepartmentUnavailable
from enrolment.model.establishing.records import RecordQuery
from enrolment.ports import Clock
from integrations.departments import ExchangeDepartments

_CHILD = "37010220201015006X"
_MOTHER = "370102199003074121"

Answering = Callable[[Callable[[httpx.Request], httpx.Response]], ExchangeDepartments]
Granting = Callable[[str], ConsentGrant]


def _never(request: httpx.Request) -> httpx.Response:
    raise AssertionError(f"{request.url.path} was asked")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda grant: replace(grant, data_item="real_estate"), "the grant is for real_estate"),
        (lambda grant: replace(grant, child_id="child-2"), "another child"),
        (lambda grant: replace(grant, expires_at=grant.granted_at), "expired or was revoked"),
        (
            lambda grant: replace(grant, granted_at=grant.granted_at + timedelta(seconds=1)),
            "expired or was revoked",
        ),
        (lambda grant: grant.revoked(grant.granted_at), "expired or was revoked"),
    ],
)
async def test_verify_is_refused_when_the_grant_does_not_cover_the_query(
    departments_answering: Answering,
    grant: Granting,
    change: Callable[[ConsentGrant], ConsentGrant],
    reason: str,
) -> None:
    """Another item, another child, too early, too late, revoked: the exchange is not called."""
    query = RecordQuery("household_members", "child-1", _CHILD)
    with pytest.raises(ConsentMissing, match=reason):
        await departments_answering(_never).verify(query, change(grant("household_members")))


async def test_verify_is_refused_when_the_grant_ran_out_meanwhile(
    departments_answering: Answering, grant: Granting, clock: Clock, advance: Callable[[float], None]
) -> None:
    """The grant's life is measured by the clock of the house."""
    given = replace(grant("household_members"), expires_at=clock.now() + timedelta(seconds=60))
    advance(60)
    with pytest.raises(ConsentMissing):
        await departments_answering(_never).verify(RecordQuery("household_members", "child-1", _CHILD), given)


@pytest.mark.parametrize(
    ("data_item", "id_number"),
    [("household_members", _MOTHER), ("birth_certificate", _MOTHER), ("real_estate", _CHILD)],
)
async def test_verify_is_refused_when_asked_by_the_wrong_persons_number(
    departments_answering: Answering, grant: Granting, data_item: str, id_number: str
) -> None:
    """A child's data items are asked by the child's number, homes by a guardian's."""
    with pytest.raises(ConsentMissing, match="only"):
        await departments_answering(_never).verify(
            RecordQuery(data_item, "child-1", id_number), grant(data_item)
        )


async def test_department_is_unavailable_when_nobody_is_connected_for_the_item(
    departments_answering: Answering, grant: Granting
) -> None:
    """A plan may name a data item before its department is connected."""
    with pytest.raises(DepartmentUnavailable, match="no department is connected"):
        await departments_answering(_never).verify(
            RecordQuery("vaccination", "child-1", _MOTHER), grant("vaccination")
        )


async def test_department_is_unavailable_when_the_number_to_ask_by_is_none(
    departments_answering: Answering, grant: Granting
) -> None:
    """A passport number opens nothing at this exchange, and it is not sent there."""
    with pytest.raises(DepartmentUnavailable, match="18 characters"):
        await departments_answering(_never).verify(
            RecordQuery("real_estate", "child-1", "E12345678"), grant("real_estate")
        )

"""The sandbox's exchange in memory, asked in any scheme, and somebody to ask about for every data item."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache

import httpx
from fastapi import FastAPI

from enrolment.model.consent import ConsentGrant
from enrolment.model.establishing.inquiry import ABOUT_CHILD
from enrolment.model.establishing.records import DepartmentRecord, RecordQuery
from enrolment.ports import Clock
from integrations.departments import ExchangeAccess, ExchangeDepartments, Scheme, connect
from sandbox.app import create_app
from sandbox.families import Family, all_families
from sandbox.settings import SandboxSettings
from tests.families_at_scale.records import AT, records_about

SM4_KEY = "0123456789abcdeffedcba9876543210"
FAMILIES = 100
Sleep = Callable[[float], Awaitable[None]]
Granting = Callable[[str], ConsentGrant]


@dataclass(frozen=True)
class Sandboxed:
    """A sandbox in memory and the house's clock, which both keep."""

    app: FastAPI
    clock: Clock

    def departments(
        self,
        scheme: Scheme = Scheme.NATIONAL,
        *,
        sm4_key: str = "",
        call_timeout: float = 20.0,
        wall_clock: Clock | None = None,
        key: str = "demo-app-key",
    ) -> ExchangeDepartments:
        """Departments behind the sandbox's exchange, which signs its answers."""
        access = ExchangeAccess(
            "http://sandbox/exchange",
            requester="ruxue",
            key=key,
            scheme=scheme,
            sm4_key=sm4_key,
            call_seconds=call_timeout,
        )
        return connect(
            access,
            clock=self.clock,
            wall_clock=wall_clock or self.clock,
            transport=httpx.ASGITransport(app=self.app),
        )

    async def order(self, rid: str, fault: str, **more: object) -> None:
        """Put a fault in force at the control panel."""
        transport = httpx.ASGITransport(app=self.app)
        async with httpx.AsyncClient(transport=transport, base_url="http://sandbox") as client:
            answer = await client.put(f"/control/faults/{rid}", json={"fault": fault, **more})
            answer.raise_for_status()


def sandboxed(clock: Clock, sleep: Sleep = asyncio.sleep) -> Sandboxed:
    """A sandbox in memory on a clock."""
    settings = SandboxSettings(families=FAMILIES, latency_ms=0, exchange_sm4_key=SM4_KEY)
    return Sandboxed(create_app(settings, clock=clock.now, sleep=sleep), clock)


@cache
def somebody(data_item: str) -> tuple[Family, str]:
    """The first family with a record of an item, and the number of the person to ask about."""
    for family in all_families(FAMILIES):
        for person in family.children if data_item in ABOUT_CHILD else family.guardians:
            if records_about(family, data_item, person.id_number):
                return family, person.id_number
    raise AssertionError(f"no family has a record of {data_item}")


def question(data_item: str, id_number: str | None = None) -> RecordQuery:
    """A question about somebody who has such a record, or about the person named."""
    return RecordQuery(data_item, "child-1", id_number or somebody(data_item)[1])


def plain(records: Sequence[DepartmentRecord]) -> list[DepartmentRecord]:
    """The records without what differs from call to call."""
    return [replace(record, obtained_at=AT, digest="") for record in records]

"""A process that asks one department all it can at once, with its share of the cap, until it is killed."""

from __future__ import annotations

import asyncio
import sys
from datetime import UTC, datetime, timedelta

from benchmarks.chaos.departments import RemoteDepartments
from enrolment.model.consent import ConsentGrant
from enrolment.model.establishing.inquiry import REAL_ESTATE
from enrolment.model.establishing.records import RecordQuery
from settings import Settings
from workflows.careful_departments import Care, CarefulDepartments

QUESTIONS = 30


async def ask_for_ever(port: int) -> None:
    """Ask more questions than anybody may at once."""
    settings = Settings()
    care = Care(call_seconds=60, at_once=settings.department_share)
    departments = CarefulDepartments(RemoteDepartments(port, [REAL_ESTATE]), care)
    now = datetime.now(UTC)
    grant = ConsentGrant("g", "c", REAL_ESTATE, "natural", "p", "1", "m", "web", now, now + timedelta(days=1))
    questions = (RecordQuery(REAL_ESTATE, "c", str(number)) for number in range(QUESTIONS))
    await asyncio.gather(*(departments.verify(question, grant) for question in questions))


if __name__ == "__main__":
    asyncio.run(ask_for_ever(int(sys.argv[1])))

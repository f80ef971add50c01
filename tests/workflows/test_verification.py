"""A verification as a workflow, on SQLite and PostgreSQL: it ends, comes back, and tells what changed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from functools import partial
from pathlib import Path

import pytest

from enrolment.model.application import Application, State
from enrolment.model.establishing.inquiry import REAL_ESTATE
from enrolment.services.verifying.verify_facts import verify_facts
from tests.fakes.ids import CountingIds
from tests.fakes.office import Office
from workflows.open import Workflows
from workflows.verification import Steps, Verification

Begin = Callable[[Office], Awaitable[Verification]]


@pytest.fixture(params=["sqlite", "postgresql"])
def workflows_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database for workflows."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'workflows.db'}"
    copy: Callable[[bool], str] = request.getfixturevalue("postgresql_copies")
    return copy(False)  # noqa: FBT003 - called as the storage tests call it


@pytest.fixture
async def begin(workflows_url: str) -> AsyncIterator[Begin]:
    """Opens workflows over an office in one process that also drains the queue."""
    opened: list[Workflows] = []

    async def open_for(office: Office) -> Verification:
        workflows = Workflows(workflows_url, "tests", drains=True, look_seconds=0.02)
        workflows.prepare()
        opened.append(workflows)
        verification = Verification(
            Steps(
                gather=partial(office.gather, budget_seconds=0.3),
                settle=lambda application_id, tell: office.settle(application_id, tell=tell),
                begin=office.store.begin,
                clock=office.clock,
                ids=CountingIds("run"),
                pause=lambda _: 0.01,
            )
        )
        await workflows.launch()
        return verification

    yield open_for
    for workflows in opened:
        await asyncio.to_thread(workflows.close)


async def verify(office: Office, verification: Verification, budget_seconds: float = 4.0) -> Application:
    """Verify as a conversation does."""
    application = office.open(office.sign_in())
    office.consent(application)
    return await verify_facts(
        application.id,
        office.conversation,
        begin=office.store.begin,
        gather=verification.gather,
        settle=office.settle,
        budget_seconds=budget_seconds,
    )


async def until(condition: Callable[[], bool]) -> None:
    """Wait for what a workflow does by itself."""
    async with asyncio.timeout(10):
        while not condition():  # noqa: ASYNC110 - the workflow runs in threads of its own
            await asyncio.sleep(0.01)


def stored(office: Office) -> Application:
    """The one case."""
    return next(iter(office.store.tables.cases.values()))


async def test_facts_are_ready_when_every_department_answers(begin: Begin) -> None:
    """The whole of it, at once, without a word afterwards."""
    office = Office()
    verified = await verify(office, await begin(office))
    assert verified.outcome is not None
    assert verified.outcome.decision.decided
    assert len(office.departments.asked) == 3
    assert office.store.tables.notices == {}


async def test_guardian_is_told_when_the_answer_comes_after_the_conversation_went_on(begin: Begin) -> None:
    """The conversation waits its budget; what comes later is kept, settled, and told by a notice."""
    office = Office()
    verification = await begin(office)
    office.departments.silent = {REAL_ESTATE}
    early = await verify(office, verification, budget_seconds=0.1)
    assert early.outcome is not None
    assert early.outcome.decision.provisional
    office.departments.silent = set()
    await until(lambda: bool(office.store.tables.notices))
    assert stored(office).outcome is not None
    assert stored(office).outcome.decision.decided  # type: ignore[union-attr]  # asserted above
    assert "部门的答复到了" in next(iter(office.store.tables.notices.values()))
    about = [(query.data_item, query.id_number) for query in office.departments.asked]
    answered_at_once = [each for each in about if each[0] != REAL_ESTATE]
    assert len(answered_at_once) == len(set(answered_at_once)), "who answered is not asked again"


async def test_filed_case_goes_on_to_review_when_the_department_is_back(begin: Begin) -> None:
    """Filed while a department is down; asked again by itself until it answers; nobody is bothered."""
    office = Office()
    verification = await begin(office)
    office.departments.down = {REAL_ESTATE}
    filed = office.submit(await verify(office, verification))
    assert filed.state is State.NEEDS_DOCUMENTS
    assert filed.receipt_number
    office.departments.down = set()
    await until(lambda: stored(office).state is State.UNDER_REVIEW)
    assert stored(office).submitted_at == filed.submitted_at
    asked = len(office.departments.asked)
    await asyncio.sleep(0.2)
    assert len(office.departments.asked) == asked, "nobody is asked about a case in review"


async def test_withdrawn_case_is_not_asked_about_when_its_turn_comes(begin: Begin) -> None:
    """Nothing is pulled for a family that took its application back."""
    office = Office()
    verification = await begin(office)
    office.departments.down = {REAL_ESTATE}
    office.withdraw(await verify(office, verification))
    await asyncio.sleep(0.1)
    asked = len(office.departments.asked)
    await asyncio.sleep(0.2)
    assert len(office.departments.asked) == asked


async def test_two_verifications_share_the_answers_when_started_together(begin: Begin) -> None:
    """A guardian who taps twice costs the departments one question each."""
    office = Office()
    verification = await begin(office)
    application = office.open(office.sign_in())
    office.consent(application)
    await asyncio.gather(*(verification.gather(application.id) for _ in range(2)))
    assert len(office.departments.asked) == 3

"""Every data item with every fault, asked in a conversation and in the background: generated, not picked."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from enum import StrEnum

import pytest

from enrolment.model.application import Application, State
from enrolment.model.consent import ConsentGrant
from enrolment.model.errors import DepartmentUnavailable
from enrolment.model.establishing.records import DepartmentRecord, RecordQuery
from enrolment.model.facts import Answer, FactValue
from enrolment.model.story.history import tell
from enrolment.model.story.timeline import EventType, verify
from enrolment.services.deciding.describe_outcome import describe_outcome
from tests.fakes.family import DIGEST
from tests.fakes.full_family import EVERY_ITEM, every_department
from tests.fakes.office import Office
from tests.fakes.plans import demonstration_plan
from workflows.careful_departments import Care, CarefulDepartments

PLAN = demonstration_plan()
BACKGROUND = Care(call_seconds=0.05, tries=3, pause=0.001, failures=1000)
INTERACTIVE = Care(call_seconds=60, tries=3, pause=0.001, failures=1000)
"""Here a silent department is not given up by itself: the conversation goes on without it."""
BUDGET = 0.6


class Fault(StrEnum):
    """What can be wrong with a department."""

    DOWN = "down"
    SILENT = "silent"
    FLAPPING = "flapping"
    EMPTY = "empty"


UNANSWERED = frozenset({Fault.DOWN, Fault.SILENT})


class Faulty:
    """Departments of which one data item has a fault."""

    def __init__(self, item: str, fault: Fault | None) -> None:
        self._well = every_department()
        self.data_items = self._well.data_items
        self.item = item
        self.fault = fault
        self.answered: list[tuple[str, str]] = []
        self._calls = 0

    async def verify(self, query: RecordQuery, grant: ConsentGrant) -> Sequence[DepartmentRecord]:
        """Answer, or do not."""
        records = await self._well.verify(query, grant)
        if query.data_item == self.item:
            self._calls += 1
            match self.fault:
                case Fault.DOWN:
                    raise DepartmentUnavailable("down")
                case Fault.SILENT:
                    await asyncio.sleep(60)
                case Fault.FLAPPING if self._calls % 2:
                    raise DepartmentUnavailable("flapping")
                case Fault.EMPTY:
                    records = ()
        self.answered.append((query.data_item, query.id_number))
        return records


async def ready(departments: Faulty, care: Care = BACKGROUND) -> tuple[Office, Application]:
    """A family that agreed to everything."""
    office = Office()
    office.departments = CarefulDepartments(departments, care)  # type: ignore[assignment]  # another Departments
    application = office.open(office.sign_in())
    office.consent(application, EVERY_ITEM)
    return office, application


def told(application: Application) -> dict[str, tuple[Answer, FactValue | None]]:
    """Every fact's answer and value."""
    return {name: (fact.answer, fact.value) for name, fact in application.facts.items()}


async def healthy() -> Application:
    """What the departments say when all is well."""
    office, application = await ready(Faulty("", None))
    return await office.verify(application)


def backed_by(application: Application, item: str) -> set[str]:
    """The facts that rest on a data item."""
    return {
        name
        for name, fact in application.facts.items()
        if fact.evidence is not None and fact.evidence.data_item == item
    }


@pytest.mark.parametrize("item", EVERY_ITEM)
@pytest.mark.parametrize("fault", Fault)
@pytest.mark.parametrize("background", [False, True], ids=["interactive", "background"])
async def test_right_facts_words_and_filing_come_when_one_department_has_a_fault(
    item: str,
    fault: Fault,
    background: bool,  # noqa: FBT001 - a parameter of the matrix
) -> None:
    """No fact rests on who did not answer, the guardian reads who it was, and the case can be filed."""
    well = await healthy()
    departments = Faulty(item, fault)
    office, application = await ready(departments, BACKGROUND if background else INTERACTIVE)
    case = await office.verify(application, budget_seconds=30.0 if background else BUDGET)
    silent = [
        event.details["data_item"] for event in case.events if event.type is EventType.DEPARTMENT_UNAVAILABLE
    ]
    if fault in UNANSWERED:
        assert silent == [item]
        assert not backed_by(case, item)
        history = " ".join(line.words for line in tell(PLAN, case.events))
        assert f"{PLAN.data_items[item].department_title}暂时没有答复" in history
        unavailable = {name for name, fact in case.facts.items() if fact.answer is Answer.UNAVAILABLE}
        assert all(item in PLAN.facts[name].data_items for name in unavailable)
    elif fault is Fault.FLAPPING:
        assert silent == []
        assert told(case) == told(well)
    else:
        assert silent == []
        read = {case.facts[name].evidence for name in backed_by(case, item)}
        assert DIGEST not in {evidence.digest for evidence in read if evidence}
    words = describe_outcome(case.id, office.conversation, begin=office.store.begin, plans=office.plans)
    assert case.outcome is not None
    assert words.unanswered is (Answer.UNAVAILABLE.value in case.outcome.pending.values())
    filed = office.submit(case)
    assert filed.receipt_number
    assert filed.submitted_at == office.clock.now()
    verify(filed.events)


@pytest.mark.parametrize("item", EVERY_ITEM)
@pytest.mark.parametrize("fault", sorted(UNANSWERED))
@pytest.mark.parametrize("filed", [False, True], ids=["draft", "filed"])
async def test_facts_are_right_and_nobody_is_asked_twice_when_a_department_recovers(
    item: str,
    fault: Fault,
    filed: bool,  # noqa: FBT001 - a parameter of the matrix
) -> None:
    """As if nothing had happened; who answered is not asked again; a case in review is left to a person."""
    well = await healthy()
    departments = Faulty(item, fault)
    office, application = await ready(departments)
    case = await office.verify(application)
    case = office.submit(case) if filed else case
    departments.fault = None
    office.clock.advance(timedelta(minutes=2))
    await office.gather(application.id)
    settled = office.settle(application.id, tell=True)
    assert not settled.again
    assert len(departments.answered) == len(set(departments.answered))
    if case.state is State.UNDER_REVIEW:
        assert settled.application == case
        return
    assert told(settled.application) == told(well)
    assert settled.application.receipt_number == case.receipt_number
    assert settled.application.state is (State.UNDER_REVIEW if filed else State.DRAFT)

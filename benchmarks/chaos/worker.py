"""The process that is killed: files every family, and carries on what an earlier life of it began."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import stamina

from benchmarks.chaos.departments import RemoteDepartments
from benchmarks.chaos.families import COUNTY, DAY, ITEMS, SAID, YEAR, NumberedFamily
from bot.ports import StorageUnavailable
from enrolment.model.access import Reader, Who, Why
from enrolment.model.application import Application, State
from enrolment.model.errors import DuplicateApplication
from enrolment.model.plan import Plan, Stage
from enrolment.ports import BeginWork, Departments
from enrolment.services.consents.record_consent import RecordConsent, record_consent
from enrolment.services.filing.open_application import OpenApplication, open_application
from enrolment.services.filing.submit_application import submit_application
from enrolment.services.verifying.gather_replies import gather_replies
from enrolment.services.verifying.settle_facts import Settled, settle_facts
from enrolment.services.verifying.verify_facts import verify_facts
from integrations.clock import DemonstrationClock
from storage.engine import create_engine
from storage.ids import new_id
from storage.keys import load_or_create
from storage.plan_files import load
from storage.vault import open_vault
from storage.work import begin_work
from workflows.careful_departments import Care, CarefulDepartments
from workflows.open import Workflows
from workflows.verification import Steps, Verification

PLANS = Path(__file__).resolve().parents[2] / "plans"
CAP = 8
BUDGET_SECONDS = 4.0
_AT_ONCE = 8
_PAUSE = 0.5
_CARE = Care(call_seconds=1.0, at_once=CAP)


class OnePlan:
    """Implements `enrolment.ports.Plans` over the plan of one county."""

    def __init__(self) -> None:
        self._plan = load(PLANS / COUNTY / f"{YEAR}.yml").plan

    def get(self, county: str, year: int) -> Plan:
        """The plan."""
        del county, year
        return self._plan

    def current(self, county: str) -> Plan:
        """The plan."""
        del county
        return self._plan

    def counties(self) -> list[Plan]:
        """The plan, alone."""
        return [self._plan]


class NewIds:
    """Implements `enrolment.ports.Ids`."""

    def new(self) -> str:
        """A new identifier."""
        return new_id()


def open_cases(folder: Path) -> BeginWork:
    """Open the cases kept in a folder."""
    engine, clock = create_engine(f"sqlite:///{folder / 'ruxue.db'}"), DemonstrationClock(DAY)
    vault = open_vault(engine, load_or_create(folder / "secret.key"), clock.now)
    return begin_work(vault, Reader(Who.ASSISTANT, Why.VERIFY))


class Desk:
    """Files families, as the conversation does."""

    def __init__(self, folder: Path, asked: Departments, care: Care) -> None:
        self.begin = open_cases(folder)
        self.clock, self.plans, self.ids = DemonstrationClock(DAY), OnePlan(), NewIds()
        departments = CarefulDepartments(asked, care)
        self._items = tuple(sorted(departments.data_items))
        self.settle: Callable[..., Settled] = partial(
            settle_facts,
            begin=self.begin,
            plans=self.plans,
            clock=self.clock,
            connected=departments.data_items,
        )
        self.verification = Verification(
            Steps(
                gather=partial(
                    gather_replies,
                    begin=self.begin,
                    plans=self.plans,
                    clock=self.clock,
                    departments=departments,
                    budget_seconds=8.0,
                ),
                settle=lambda application_id, tell: self.settle(application_id, tell=tell),
                begin=self.begin,
                clock=self.clock,
                ids=self.ids,
                pause=lambda attempt: min(8.0, 0.5 * 2**attempt),
            )
        )

    async def file(self, number: int) -> None:
        """Take one family through the whole of it; what was done before is not done again."""
        family = NumberedFamily(number)
        application_id = await asyncio.to_thread(self.consented, family)
        if application_id is None:
            return
        await self.verify(application_id, family)
        await asyncio.to_thread(
            submit_application,
            application_id,
            family.conversation,
            begin=self.begin,
            plans=self.plans,
            clock=self.clock,
        )

    async def verify(self, application_id: str, family: NumberedFamily) -> Application:
        """Ask the departments, as the conversation does."""
        return await verify_facts(
            application_id,
            family.conversation,
            begin=self.begin,
            gather=self.verification.gather,
            settle=self.settle,
            budget_seconds=BUDGET_SECONDS,
        )

    def consented(self, family: NumberedFamily) -> str | None:
        """Open the family's application and agree to everything; None where it is filed."""
        with self.begin() as work:
            guardian = work.guardians.upsert(family.mother)
            child = work.guardians.set_children(guardian.id, [family.child])[0]
            work.sign_ins.bind(family.conversation, guardian.id, self.clock.now())
            work.commit()
        cmd = OpenApplication(family.conversation, child.id, COUNTY, Stage.PRIMARY, SAID)
        try:
            application = open_application(
                cmd, begin=self.begin, plans=self.plans, ids=self.ids, clock=self.clock
            )
        except DuplicateApplication:
            return None
        version = self.plans.current(COUNTY).consent_text_version
        consent = RecordConsent(family.conversation, application.id, self._items, (), version, "web")
        record_consent(consent, begin=self.begin, plans=self.plans, ids=self.ids, clock=self.clock)
        return application.id if application.state is State.DRAFT else None


def _numbers(file: Path) -> set[int]:
    """The families that were answered, as an inbox remembers them; a kill may leave one out."""
    return {int(line) for line in file.read_text().split()} if file.exists() else set()


def _note(file: Path, number: int) -> None:
    with file.open("a") as lines:
        lines.write(f"{number}\n")


async def _filed(desk: Desk, number: int) -> bool:
    try:
        await desk.file(number)
    except StorageUnavailable:
        return False
    return True


async def work(folder: Path, port: int, families: int) -> None:
    """File every family, some at a time, then stay for what comes later."""
    stamina.instrumentation.set_on_retry_hooks([])
    workflows = Workflows(f"sqlite:///{folder / 'workflows.db'}", "actions", drains=True, look_seconds=0.2)
    workflows.prepare()
    desk = Desk(folder, RemoteDepartments(port, ITEMS), _CARE)
    await workflows.launch()
    (folder / "working").touch()
    slots = asyncio.Semaphore(_AT_ONCE)
    answered = folder / "answered"
    done = await asyncio.to_thread(_numbers, answered)

    async def one(number: int) -> None:
        async with slots:
            # As the inbox does: what was not answered is taken up again.
            while not await _filed(desk, number):  # noqa: ASYNC110 - no event tells when a database is free
                await asyncio.sleep(_PAUSE)
            await asyncio.to_thread(_note, answered, number)

    await asyncio.gather(*(one(number) for number in range(families) if number not in done))
    (folder / "filed").touch()
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(work(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])))

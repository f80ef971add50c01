"""Everything a service needs, wired from fakes, with the steps of a case as short calls."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial

from enrolment.model.application import Application
from enrolment.model.facts import FactValue
from enrolment.model.people import Person
from enrolment.model.plan import Stage
from enrolment.services.consents.record_consent import RecordConsent, record_consent
from enrolment.services.filing.open_application import OpenApplication, open_application
from enrolment.services.filing.submit_application import submit_application
from enrolment.services.filing.withdraw_application import withdraw_application
from enrolment.services.verifying.gather_replies import gather_replies
from enrolment.services.verifying.settle_facts import Settled, settle_facts
from enrolment.services.verifying.verify_facts import verify_facts
from tests.fakes.clock import FrozenClock
from tests.fakes.departments import FakeDepartments
from tests.fakes.family import CHILD, MOTHER, departments_with, home
from tests.fakes.ids import CountingIds
from tests.fakes.plans import FakePlans
from tests.fakes.work import Store

ALL_ITEMS = ("household_members", "real_estate", "birth_certificate")
SAID: Mapping[str, FactValue] = {
    "birth_date": "2020-10",
    "hukou_in_county": True,
    "home_in_county": True,
    "home_owner": "guardian",
}


@dataclass(slots=True)
class Office:
    """The services' surroundings; `conversation` is where the guardian talks."""

    clock: FrozenClock = field(default_factory=FrozenClock)
    ids: CountingIds = field(default_factory=CountingIds)
    plans: FakePlans = field(default_factory=FakePlans)
    store: Store = field(default_factory=Store)
    departments: FakeDepartments = field(default_factory=lambda: departments_with(home()))
    conversation: str = "conversation-1"

    def sign_in(self, guardian: Person = MOTHER, *children: Person, conversation: str | None = None) -> str:
        """Bind the conversation to a guardian, by default of the usual child; give the first child's id."""
        with self.store.begin() as work:
            known = work.guardians.upsert(guardian)
            stored = work.guardians.set_children(known.id, children or (CHILD,))
            work.sign_ins.bind(conversation or self.conversation, known.id, self.clock.now())
            work.commit()
        return stored[0].id

    def open(
        self,
        child_id: str,
        said: Mapping[str, FactValue] = SAID,
        *,
        stage: Stage = Stage.PRIMARY,
        conversation: str | None = None,
    ) -> Application:
        """Open the child's application."""
        cmd = OpenApplication(conversation or self.conversation, child_id, "370102", stage, said)
        return open_application(cmd, begin=self.store.begin, plans=self.plans, ids=self.ids, clock=self.clock)

    def consent(self, application: Application, granted: tuple[str, ...] = ALL_ITEMS) -> None:
        """Agree to some data items and refuse the others."""
        refused = tuple(item for item in ALL_ITEMS if item not in granted)
        cmd = RecordConsent(self.conversation, application.id, granted, refused, "2027-1", "web")
        record_consent(cmd, begin=self.store.begin, plans=self.plans, ids=self.ids, clock=self.clock)

    async def verify(self, application: Application, budget_seconds: float = 4.0) -> Application:
        """Ask the departments."""
        return await verify_facts(
            application.id,
            self.conversation,
            begin=self.store.begin,
            gather=partial(self.gather, budget_seconds=budget_seconds),
            settle=self.settle,
        )

    async def gather(self, application_id: str, budget_seconds: float = 4.0) -> None:
        """Ask the departments, and keep what they answer."""
        await gather_replies(
            application_id,
            begin=self.store.begin,
            plans=self.plans,
            departments=self.departments,
            clock=self.clock,
            budget_seconds=budget_seconds,
        )

    def settle(self, application_id: str, *, tell: bool = False) -> Settled:
        """Establish the facts from the answers kept."""
        return settle_facts(
            application_id,
            begin=self.store.begin,
            plans=self.plans,
            connected=self.departments.data_items,
            clock=self.clock,
            tell=tell,
        )

    def submit(self, application: Application) -> Application:
        """File it."""
        return submit_application(
            application.id, self.conversation, begin=self.store.begin, plans=self.plans, clock=self.clock
        )

    def withdraw(self, application: Application) -> Application:
        """Take it back."""
        return withdraw_application(
            application.id, self.conversation, begin=self.store.begin, clock=self.clock
        )

    async def verified(self, said: Mapping[str, FactValue] = SAID) -> Application:
        """Go all the way from sign-in to a decided draft."""
        application = self.open(self.sign_in(), said)
        self.consent(application)
        return await self.verify(application)

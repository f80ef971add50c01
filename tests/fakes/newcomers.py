"""A family new to 芝罘区: child and parents are registered elsewhere, no home, no word of a permit yet."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from enrolment.model.application import Application
from enrolment.model.establishing.statement import statement_from_answers
from enrolment.model.facts import FactValue
from enrolment.model.plan import Stage
from enrolment.services.deciding.next_question import Question, next_question
from enrolment.services.deciding.state_facts import state_facts
from enrolment.services.filing.open_application import OpenApplication, open_application
from storage.plan_files import PlanFiles
from tests.fakes.family import departments_with, household
from tests.fakes.office import Office
from tests.fakes.plans import PLANS_FOLDER, FakePlans

ANSWERS = {"birth_date": "2020-10", "hukou": "elsewhere", "home": "none"}
REGISTERED_HERE = {**ANSWERS, "hukou": "here"}


@dataclass(slots=True)
class Newcomers:
    """The family before a county's plan, with what it is asked and says."""

    county: str = "370602"
    answers: Mapping[str, str] = field(default_factory=lambda: ANSWERS)
    office: Office = field(
        default_factory=lambda: Office(departments=departments_with(book=household(region="370613")))
    )

    def __post_init__(self) -> None:
        """Have the county's own plan in force."""
        served = PlanFiles(PLANS_FOLDER).counties()
        self.office.plans = FakePlans(*(plan for plan in served if plan.county == self.county))

    async def verified(self) -> Application:
        """Go from sign-in to a draft whose category the departments leave open."""
        office = self.office
        said = statement_from_answers(self.answers)
        cmd = OpenApplication(office.conversation, office.sign_in(), self.county, Stage.PRIMARY, said)
        opened = open_application(
            cmd, begin=office.store.begin, plans=office.plans, ids=office.ids, clock=office.clock
        )
        office.consent(opened)
        return await office.verify(opened)

    def asked(
        self, application: Application, *skipped: str, suggested: Collection[str] = ()
    ) -> Question | None:
        """The next question."""
        office = self.office
        return next_question(
            application.id,
            office.conversation,
            skipped,
            suggested,
            begin=office.store.begin,
            plans=office.plans,
        )

    def say(self, application: Application, **values: FactValue) -> Application:
        """Say something of these facts."""
        office = self.office
        return state_facts(
            application.id,
            office.conversation,
            values,
            begin=office.store.begin,
            plans=office.plans,
            settle=office.settle,
            clock=office.clock,
        )

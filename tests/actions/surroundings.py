"""The real services over fakes, and what a test may change about them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import Any

from actions.services import Services
from bot.ports import StorageUnavailable
from enrolment.model.people import Person
from enrolment.model.plan import Plan
from enrolment.ports import Work
from enrolment.services.answering import answer_message
from enrolment.services.answering.remember_told import remember_told
from enrolment.services.consents.list_requests import list_requests
from enrolment.services.consents.record_consent import record_consent
from enrolment.services.consents.show_consents import show_consents
from enrolment.services.consents.withdraw_consent import withdraw_consent
from enrolment.services.deciding.check_eligibility import check_eligibility
from enrolment.services.deciding.describe_outcome import describe_outcome
from enrolment.services.deciding.explore_options import explore_options
from enrolment.services.deciding.next_question import next_question
from enrolment.services.deciding.state_facts import state_facts
from enrolment.services.filing.open_application import open_application
from enrolment.services.filing.show_progress import show_progress
from enrolment.services.filing.submit_application import submit_application
from enrolment.services.filing.withdraw_application import withdraw_application
from enrolment.services.guardians.list_children import list_children
from enrolment.services.guidance.record_gap import record_gap
from enrolment.services.handover.hand_over import hand_over
from enrolment.services.papers.list_asked import list_asked
from enrolment.services.verifying.recheck_facts import list_mismatches
from enrolment.services.verifying.verify_facts import verify_facts
from storage.guide_index import GuideIndexes
from storage.plan_files import PlanFiles
from tests.fakes.family import CHILD, MOTHER, departments_with, home
from tests.fakes.guidance import FakeGaps
from tests.fakes.office import ALL_ITEMS, Office
from tests.fakes.plans import PLANS_FOLDER, FakePlans
from tests.fakes.told_clauses import FakeToldClauses
from tests.fakes.work import Tables

BROTHER = Person("李大演示", "370102201903030017")
TWIN = Person("李双演示", "370102202010150019")
JUNIOR = Person("李中演示", "370102201503120016")
BABY = Person("李幼演示", "370102202109200021")
FAMILIES: dict[str, tuple[Person, ...]] = {
    "one": (CHILD,),
    "two": (BROTHER, CHILD),
    "young": (BABY,),
    "junior": (JUNIOR,),
    "twins": (TWIN, CHILD),
}


SHIPPED: Mapping[str, Plan] = {plan.county: plan for plan in PlanFiles(PLANS_FOLDER).counties()}


class ServedPlans(FakePlans):
    """Plans of which some are in force; by default that of 历下区 alone."""

    def __init__(self) -> None:
        super().__init__(SHIPPED["370102"])

    def serve(self, *counties: str) -> None:
        """Have the plans of these counties in force, and no other."""
        self._plans = tuple(SHIPPED[county] for county in counties)


class Surroundings:
    """The fakes, and whether the database answers."""

    def __init__(self) -> None:
        self.plans = ServedPlans()
        self.office = Office(plans=self.plans)
        self.told = FakeToldClauses()
        self.gaps = FakeGaps()
        self.database_down = False

    def begin(self) -> Work:
        """Begin a transaction, or fail as a locked database does."""
        if self.database_down:
            raise StorageUnavailable
        return self.office.store.begin()

    def services(self) -> Services:
        """Join the real services to the fakes."""
        office, begin = self.office, self.begin
        plans, ids, clock = office.plans, office.ids, office.clock

        def over_connected(service: Callable[..., Any]) -> Callable[..., Any]:
            """Join a service to the departments that are connected when it is called."""

            def called(*words: Any, **options: Any) -> Any:  # noqa: ANN401 - whatever the service takes
                connected = office.departments.data_items
                joined = partial(service, begin=begin, plans=plans, clock=clock, connected=connected)
                return joined(*words, **options)

            return called

        return Services(
            served=plans.counties,
            current_plan=plans.current,
            check_eligibility=partial(check_eligibility, plans=plans, clock=clock),
            list_children=partial(list_children, begin=begin),
            open_application=partial(open_application, begin=begin, plans=plans, ids=ids, clock=clock),
            list_requests=over_connected(list_requests),
            record_consent=partial(record_consent, begin=begin, plans=plans, ids=ids, clock=clock),
            show_consents=over_connected(show_consents),
            withdraw_consent=over_connected(withdraw_consent),
            verify_facts=partial(verify_facts, begin=begin, gather=office.gather, settle=office.settle),
            next_question=partial(next_question, begin=begin, plans=plans),
            state_facts=partial(state_facts, begin=begin, plans=plans, settle=office.settle, clock=clock),
            describe_outcome=partial(describe_outcome, begin=begin, plans=plans, clock=clock),
            submit_application=partial(submit_application, begin=begin, plans=plans, clock=clock),
            withdraw_application=partial(withdraw_application, begin=begin, clock=clock),
            list_mismatches=partial(list_mismatches, begin=begin, plans=plans),
            list_papers_asked=partial(list_asked, begin=begin, plans=plans),
            show_progress=partial(show_progress, begin=begin, plans=plans),
            answer_message=partial(answer_message, plans=plans, search=GuideIndexes(), clock=clock),
            record_gap=partial(record_gap, gaps=self.gaps, ids=ids, clock=clock),
            remember_told=partial(remember_told, told=self.told, clock=clock),
            explore_options=partial(explore_options, plans=plans, clock=clock),
            hand_over=partial(hand_over, begin=begin, ids=ids, clock=clock),
            mark_unhelpful=lambda conversation, county, _spans: bool(conversation and county),
        )

    def change(self, wish: dict[str, Any]) -> None:
        """Do what a test asks for."""
        if "sign_in" in wish:
            self.office.sign_in(MOTHER, *FAMILIES[wish.get("family", "one")], conversation=wish["sign_in"])
        if "departments_down" in wish:
            self.office.departments.down = set(wish["departments_down"])
        if "homes" in wish:
            self.office.departments = departments_with(*([home()] if wish["homes"] else []))
        if "connect_all" in wish:
            self.office.departments.data_items = frozenset(self.plans.current("370102").data_items)
        if "database_down" in wish:
            self.database_down = wish["database_down"]
        if "now" in wish:
            self.office.clock.set_to(datetime.fromisoformat(wish["now"]))
        if "reset" in wish:
            self.office.departments = departments_with(home())
            self.office.departments.data_items = frozenset(ALL_ITEMS)
            self.office.store.tables = Tables()
            self.plans.serve("370102")
        if "counties" in wish:
            self.plans.serve(*wish["counties"])

"""Consent: asked for what is needed, recorded once, withdrawn at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from enrolment.model.application import Application
from enrolment.model.errors import ConsentTextOutdated
from enrolment.model.facts import FactValue
from enrolment.model.story.timeline import EventType
from enrolment.services.consents.list_requests import list_requests
from enrolment.services.consents.record_consent import RecordConsent, record_consent
from tests.fakes import FakeDepartments, demonstration_plan
from tests.fakes.office import ALL_ITEMS, Office


def requests(office: Office, application: Application, *, anew: bool = False) -> list[str]:
    """What consent would be asked for."""
    items = list_requests(
        application.id,
        office.conversation,
        begin=office.store.begin,
        plans=office.plans,
        clock=office.clock,
        connected=office.departments.data_items,
        anew=anew,
    )
    return [item.key for item in items]


def test_everything_the_categories_need_is_requested_when_nothing_was_granted() -> None:
    """In the plan's order."""
    office = Office()
    assert requests(office, office.open(office.sign_in())) == list(ALL_ITEMS)


def test_nothing_is_requested_again_when_everything_has_an_answer() -> None:
    """Nobody is asked twice for what was given, nor for what was refused."""
    office = Office()
    application = office.open(office.sign_in())
    office.consent(application, ("household_members",))
    assert requests(office, application) == []


def test_everything_is_requested_again_when_the_guardian_wants_it_asked_anew() -> None:
    """A mind can be changed, either way."""
    office = Office()
    application = office.open(office.sign_in())
    office.consent(application, ("household_members",))
    assert requests(office, application, anew=True) == list(ALL_ITEMS)


def test_item_is_requested_again_when_its_grant_expired() -> None:
    """A grant lasts as long as the plan says."""
    office = Office()
    application = office.open(office.sign_in())
    office.consent(application)
    office.clock.advance(timedelta(days=90))
    assert requests(office, application) == list(ALL_ITEMS)


def test_grant_names_purpose_wording_channel_and_end_when_recorded() -> None:
    """One grant per child and data item, with all the law asks for."""
    office = Office()
    application = office.open(office.sign_in())
    office.consent(application, ("real_estate",))
    (grant,) = office.store.tables.grants.values()
    assert (grant.data_item, grant.department) == ("real_estate", "natural_resources")
    assert (grant.text_version, grant.channel) == ("2027-1", "web")
    assert grant.purpose == office.plans.current("370102").data_items["real_estate"].purpose
    assert grant.expires_at - grant.granted_at == timedelta(days=90)


def test_grant_is_made_once_when_consent_is_recorded_twice() -> None:
    """A repeated message grants nothing new."""
    office = Office()
    application = office.open(office.sign_in())
    office.consent(application)
    office.consent(application)
    assert len(office.store.tables.grants) == 3
    kinds = [event.type for event in office.store.tables.cases[application.id].events]
    assert kinds.count(EventType.CONSENT_GRANTED) == 3


async def test_pulled_facts_are_deleted_when_their_consent_is_refused_later() -> None:
    """Facts under other grants stay; the decision that rested on the lost ones goes."""
    office = Office()
    application = await office.verified()
    office.consent(application, ("household_members", "birth_certificate"))
    case = office.store.tables.cases[application.id]
    assert "home_share" not in case.facts
    assert "hukou_in_county" in case.facts
    assert case.outcome is None
    assert case.events[-1].type is EventType.CONSENT_REVOKED


def test_consent_is_refused_when_the_wording_is_not_in_force() -> None:
    """Nobody agrees to words that have changed since."""
    office = Office()
    application = office.open(office.sign_in())
    cmd = RecordConsent(office.conversation, application.id, ALL_ITEMS, (), "2027-1", "web")
    with pytest.raises(ConsentTextOutdated):
        record_consent(
            replace(cmd, text_version="2026-1"),
            begin=office.store.begin,
            plans=office.plans,
            ids=office.ids,
            clock=office.clock,
        )
    assert office.store.tables.grants == {}


def test_only_connected_items_are_requested_when_the_plan_names_more() -> None:
    """An item no department serves is never asked about."""
    office = Office(departments=FakeDepartments("household_members"))
    assert requests(office, office.open(office.sign_in())) == ["household_members"]


def test_items_the_category_does_not_rest_on_are_left_out_when_every_item_is_connected() -> None:
    """Who owns a home is not asked about contracts, permits or insurance."""
    office = Office(departments=FakeDepartments(*demonstration_plan().data_items))
    assert requests(office, office.open(office.sign_in())) == list(ALL_ITEMS)


def test_contract_is_requested_too_when_no_home_is_owned_and_the_item_is_connected() -> None:
    """It could lead to a better category than a hukou alone."""
    office = Office(departments=FakeDepartments(*demonstration_plan().data_items))
    said: dict[str, FactValue] = {
        "hukou_in_county": True,
        "home_in_county": False,
        "home_owner": "none",
    }
    assert "presale_contract" in requests(office, office.open(office.sign_in(), said))
    assert "residence_permit" not in requests(office, office.open(office.sign_in(), said))

"""From department records to facts with their answers."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from enrolment.model.establishing.family_facts import Family, establish
from enrolment.model.establishing.inquiry import (
    BIRTH_CERTIFICATE,
    HOUSEHOLD_MEMBERS,
    REAL_ESTATE,
    Findings,
    Reply,
)
from enrolment.model.establishing.records import BirthRecord, DepartmentRecord, HomeRecord, HouseholdRecord
from enrolment.model.facts import Answer, Fact, FactValue
from tests.fakes import FrozenClock, demonstration_plan
from tests.fakes.family import (
    CHILD,
    FATHER,
    GRANDFATHER,
    MOTHER,
    Share,
    birth,
    home,
    household,
    member,
)
from tests.fakes.office import SAID

NOW = FrozenClock().now()
NO_HOME: Mapping[str, FactValue] = {"hukou_in_county": True, "home_in_county": False, "home_owner": "none"}


def reply(item: str, *records: DepartmentRecord, answered: bool = True, complete: bool = True) -> Reply:
    """A department's reply."""
    return Reply(item, "department", "grant", NOW, answered=answered, records=records, complete=complete)


def facts_from(
    *homes: HomeRecord,
    book: HouseholdRecord | None = None,
    certificate: BirthRecord | None = None,
    said: Mapping[str, FactValue] = SAID,
    instead: Mapping[str, Reply | None] | None = None,
) -> dict[str, Fact]:
    """The facts of the usual family, with other records or replies where given; None: may not be asked."""
    replies: dict[str, Reply | None] = {
        HOUSEHOLD_MEMBERS: reply(HOUSEHOLD_MEMBERS, book or household()),
        REAL_ESTATE: reply(REAL_ESTATE, *homes),
        BIRTH_CERTIFICATE: reply(BIRTH_CERTIFICATE, certificate or birth()),
    }
    replies |= instead or {}
    known = Findings({item: each for item, each in replies.items() if each is not None})
    family = Family(CHILD.id_number, MOTHER.id_number)
    return establish(demonstration_plan(), family, said, known)


def told(facts: Mapping[str, Fact], name: str) -> tuple[Answer, FactValue | None]:
    """Answer and value of a fact."""
    return facts[name].answer, facts[name].value


def test_fact_is_confirmed_with_evidence_when_a_record_agrees() -> None:
    """The answer carries item, department, grant, time and digest."""
    fact = facts_from(home())["hukou_in_county"]
    assert (fact.answer, fact.value) == (Answer.CONFIRMED, True)
    assert fact.evidence is not None
    assert (fact.evidence.data_item, fact.evidence.grant_id) == (HOUSEHOLD_MEMBERS, "grant")
    assert fact.evidence.digest == "d" * 64


def test_fact_is_contradicted_when_the_record_says_otherwise() -> None:
    """The record's value counts."""
    facts = facts_from(home(), book=household(region="371502"))
    assert told(facts, "hukou_in_county") == (Answer.CONTRADICTED, False)


@pytest.mark.parametrize(
    ("said", "answer"),
    [("2020-10", Answer.CONFIRMED), ("2020-10-15", Answer.CONFIRMED), ("2020-09-03", Answer.CONTRADICTED)],
)
def test_birth_date_agrees_when_the_part_said_does(said: str, answer: Answer) -> None:
    """A month said is not contradicted by the day registered."""
    facts = facts_from(home(), said={"birth_date": said})
    assert told(facts, "birth_date") == (answer, CHILD.birth_date)


def test_fact_is_not_found_when_the_department_has_no_record() -> None:
    """A home the guardian speaks of and the register does not know."""
    facts = facts_from()
    assert told(facts, "home_in_county") == (Answer.NOT_FOUND, True)


def test_fact_is_unavailable_when_the_department_does_not_answer() -> None:
    """The guardian's word is kept as the best value known."""
    facts = facts_from(instead={REAL_ESTATE: reply(REAL_ESTATE, answered=False)})
    assert told(facts, "home_in_county") == (Answer.UNAVAILABLE, True)


def test_fact_stays_declared_when_nobody_may_ask() -> None:
    """Refusing one item leaves the guardian's word about it."""
    facts = facts_from(home(), instead={HOUSEHOLD_MEMBERS: None})
    assert told(facts, "hukou_in_county") == (Answer.DECLARED, True)
    assert "hukou_address" not in facts


def test_no_home_is_confirmed_when_the_register_has_none_of_both_parents() -> None:
    """Saying so and finding none agree."""
    facts = facts_from(said=NO_HOME)
    assert told(facts, "home_in_county") == (Answer.CONFIRMED, False)
    assert told(facts, "home_share") == (Answer.CONFIRMED, 0)


def test_no_home_stays_open_when_only_one_parent_could_be_asked_about() -> None:
    """The other parent may own one."""
    facts = facts_from(said=NO_HOME, instead={REAL_ESTATE: reply(REAL_ESTATE, complete=False)})
    assert told(facts, "home_in_county") == (Answer.DECLARED, False)


def test_home_counts_when_only_one_parent_could_be_asked_about_and_owns_it() -> None:
    """More homes could not make a better category."""
    facts = facts_from(instead={REAL_ESTATE: reply(REAL_ESTATE, home(), complete=False)})
    assert told(facts, "home_share") == (Answer.CONFIRMED, 100)


def test_home_stays_open_when_a_better_one_may_not_have_been_seen() -> None:
    """A shop of the mother's does not settle that the father has no home."""
    facts = facts_from(instead={REAL_ESTATE: reply(REAL_ESTATE, home(use="商业"), complete=False)})
    assert told(facts, "home_use")[0] is Answer.DECLARED


def test_shares_add_up_when_both_parents_own() -> None:
    """Thirds, halves, and a grandparent's part left out."""
    thirds = [Share(MOTHER, 33.34), Share(FATHER, 33.33), Share(GRANDFATHER, 33.33)]
    assert told(facts_from(home(*thirds)), "home_share")[1] == 66
    assert told(facts_from(home(Share(MOTHER, 50), Share(FATHER, 50))), "home_share")[1] == 100


def test_home_is_ignored_when_neither_guardian_owns_it() -> None:
    """A record that came back under somebody else's name proves nothing."""
    facts = facts_from(home(Share(GRANDFATHER, 100)), said=NO_HOME)
    assert told(facts, "home_share") == (Answer.CONFIRMED, 0)


def test_better_home_is_chosen_when_there_are_several() -> None:
    """A dwelling in the county before a shop and a home elsewhere, in whatever order they come."""
    homes = [
        home(use="商业", certificate="1"),
        home(certificate="2", address="燕子山路6号"),
        home(region="371502", certificate="3"),
    ]
    for order in (homes, homes[::-1]):
        assert facts_from(*order)["home_address"].value == "燕子山路6号"


def test_larger_share_is_chosen_when_homes_are_otherwise_alike() -> None:
    """The home that is more theirs."""
    small = home(Share(MOTHER, 60), Share(GRANDFATHER, 40), certificate="1", address="燕子山路6号")
    large = home(certificate="2", address="燕子山路8号")
    assert facts_from(small, large)["home_address"].value == "燕子山路8号"


def test_guardian_is_confirmed_by_the_household_book_when_no_certificate_may_be_asked() -> None:
    """The child is a daughter of the head; the guardian is the head."""
    facts = facts_from(home(), instead={BIRTH_CERTIFICATE: None})
    fact = facts["guardian_of_child"]
    assert fact.answer is Answer.CONFIRMED
    assert fact.evidence is not None
    assert fact.evidence.data_item == HOUSEHOLD_MEMBERS


def test_guardian_is_not_found_when_the_records_name_others() -> None:
    """Custody and adoption can still be shown by a paper: it is not denied."""
    book = household(member(FATHER, "户主"), member(CHILD, "女"))
    facts = facts_from(home(), book=book, certificate=birth(FATHER))
    assert told(facts, "guardian_of_child") == (Answer.NOT_FOUND, True)
    assert told(facts, "hukou_with_guardian") == (Answer.CONFIRMED, False)


def test_guardian_stays_open_when_the_child_is_a_grandchild_of_the_head() -> None:
    """A grandchild could be any son's: the book alone names no parent."""
    book = household(member(GRANDFATHER, "户主"), member(MOTHER, "女"), member(CHILD, "外孙女"))
    facts = facts_from(home(), book=book, instead={BIRTH_CERTIFICATE: None})
    assert facts["guardian_of_child"].answer is Answer.NOT_FOUND


def test_book_is_not_used_when_the_child_is_not_in_it() -> None:
    """Somebody else's book settles nothing."""
    facts = facts_from(home(), book=household(member(FATHER, "户主")))
    assert facts["hukou_in_county"].answer is Answer.NOT_FOUND


def test_guardian_stays_open_when_the_book_is_a_collective_one() -> None:
    """The head of a collective book is an office, or a stranger: relations in it prove nothing."""
    facts = facts_from(home(), book=household(collective=True), instead={BIRTH_CERTIFICATE: None})
    assert facts["guardian_of_child"].answer is Answer.NOT_FOUND

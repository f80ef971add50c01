"""A sandbox family's case, from what an honest guardian says to the outcome on the card."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from enrolment.model.deciding.conclude import conclude
from enrolment.model.decision import Outcome
from enrolment.model.establishing.family_facts import establish
from enrolment.model.establishing.inquiry import ABOUT_CHILD, Family, Findings, Reply
from enrolment.model.establishing.parents import parents_named
from enrolment.model.establishing.records import BirthRecord, HouseholdRecord
from enrolment.model.establishing.statement import statement_from_answers
from enrolment.model.facts import Fact, FactValue
from enrolment.model.plan import Plan, Stage
from sandbox.families import Family as SandboxFamily
from sandbox.families import Person, Situation
from sandbox.families.situations import HUKOU_ELSEWHERE
from tests.families_at_scale.records import AT, EVERY_ITEM, records_about

_REGISTERED_HOME_HERE = {
    Situation.OWN_HOME,
    Situation.SHARED_HOME,
    Situation.HOME_WITH_GRANDPARENT,
    Situation.HUKOU_ELSEWHERE,
    Situation.COMMERCIAL_HOME,
    Situation.HALF_WITH_GRANDPARENT,
    Situation.PART_OF_HOME,
    Situation.PART_OF_HOME_HUKOU_ELSEWHERE,
    Situation.SHOP_HUKOU_ELSEWHERE,
    Situation.HOME_AND_SHOP,
    Situation.HOME_APART_FROM_HUKOU,
}
_GRANDPARENTS_HOME_HERE = {
    Situation.GRANDPARENTS_HOME,
    Situation.GRANDPARENTS_ENTERED_LATE,
    Situation.GRANDPARENTS_MOVED_TOGETHER,
    Situation.GRANDPARENTS_AND_HOME_IN_CITY,
    Situation.GRANDPARENTS_HOME_OWN_BOOK,
    Situation.GRANDPARENTS_HOME_HUKOU_ELSEWHERE,
}
_JUNIORS_BORN_BEFORE = date(2018, 9, 1)


def stage_of(child: Person) -> Stage:
    """The school stage a child's age is nearest to."""
    return Stage.JUNIOR if child.born < _JUNIORS_BORN_BEFORE else Stage.PRIMARY


def said_by(family: SandboxFamily, child: Person) -> dict[str, FactValue]:
    """What an honest guardian of this family answers in the conversation, and what only she can raise.

    A home without a certificate is no registered home; whoever has one says so.
    """
    home = "guardian" if family.situation in _REGISTERED_HOME_HERE else "none"
    answers = {
        "birth_date": child.born.isoformat(),
        "hukou": "elsewhere" if family.situation in HUKOU_ELSEWHERE else "here",
        "home": "grandparent" if family.situation in _GRANDPARENTS_HOME_HERE else home,
    }
    said = statement_from_answers(answers) | dict.fromkeys(family.claims, True)
    for contract in family.papers.contracts:
        here = contract.region == family.county
        said |= {"contract_in_county": here, "contract_delivered": contract.delivered}
    for rented in family.papers.public_housing:
        here = rented.region == family.county
        said |= {"public_housing_in_county": here, "public_housing_since": rented.since}
    return said


def ask(
    family: SandboxFamily,
    child: Person,
    *,
    served: Collection[str] = EVERY_ITEM,
    down: Collection[str] = (),
) -> Findings:
    """Ask as the product does: about the child, who files, and the parents that records name."""
    filing = family.signs_in.id_number
    answers = {
        item: records_about(family, item, child.id_number)
        for item in ABOUT_CHILD
        if item in served and item not in down
    }
    found = [record for records in answers.values() for record in records]
    births = [each for each in found if isinstance(each, BirthRecord)]
    books = [each for each in found if isinstance(each, HouseholdRecord)]
    parents = parents_named(child.id_number, books, births)
    everybody = bool(births) or len(parents) > 1
    people = tuple(dict.fromkeys((filing, *parents)))
    for item in sorted(EVERY_ITEM - ABOUT_CHILD):
        if item in served and item not in down:
            answers[item] = tuple(
                dict.fromkeys(record for person in people for record in records_about(family, item, person))
            )
    replies = {
        item: Reply(
            item,
            "department",
            "grant",
            AT,
            answered=True,
            records=records,
            complete=everybody or item in ABOUT_CHILD,
        )
        for item, records in answers.items()
    }
    silent = {
        item: Reply(item, "department", "grant", AT, answered=False, silent=True)
        for item in down
        if item in served
    }
    return Findings(replies | silent)


def outcome_of(
    plan: Plan,
    family: SandboxFamily,
    child: Person,
    *,
    served: Collection[str] = EVERY_ITEM,
    down: Collection[str] = (),
    said: Mapping[str, FactValue] | None = None,
) -> Outcome:
    """The outcome of a child's case; `served` are the items that may be asked about."""
    facts = facts_about(plan, family, child, served=served, down=down, said=said)
    return conclude(plan, stage_of(child), facts, AT.date())


def facts_about(
    plan: Plan,
    family: SandboxFamily,
    child: Person,
    *,
    served: Collection[str] = EVERY_ITEM,
    down: Collection[str] = (),
    said: Mapping[str, FactValue] | None = None,
) -> dict[str, Fact]:
    """The facts of a child's case, by the records and by what an honest guardian says, or `said`."""
    ids = Family(child.id_number, family.signs_in.id_number)
    findings = ask(family, child, served=served, down=down)
    words = said_by(family, child) if said is None else said
    return establish(plan, ids, words, findings, stage=stage_of(child))

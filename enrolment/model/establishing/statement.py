"""What a guardian said, as facts: from the answers of a conversation, with what those answers imply."""

from __future__ import annotations

from collections.abc import Mapping

from enrolment.model.age.birth_date import BirthDate
from enrolment.model.facts import Answer, Fact, FactValue, declared
from enrolment.model.plan import FactKind, Plan, Stage
from enrolment.model.plan.evidence import STAGE_FACT

RESIDENTIAL = "住宅"
_WHOLE = 100
RAISED = frozenset({"contract_in_county", "public_housing_in_county"})
"""Homes of their own kind: where no department may be asked, a guardian who has one says so."""

_NOTHING_WITHOUT: Mapping[str, tuple[str, ...]] = {
    "contract_in_county": ("contract_filed_on",),
    "home_seat_used": ("home_seat_used_on",),
    "public_housing_in_county": ("public_housing_since",),
    "permit_in_county": ("permit_since",),
    "lease_in_county": ("lease_filed_on", "lease_since"),
    "insured_in_county": ("insurance_months", "insurance_since"),
    "licence_in_county": ("licence_since",),
    "company_in_county": ("company_since",),
}


def statement_from_answers(answers: Mapping[str, str | None]) -> dict[str, FactValue]:
    """Turn a conversation's answers into declared facts; answers not given are left out.

    `birth_date` is written like 2020-10-15 or 2020-10, `hukou` is here or elsewhere, `home` is guardian,
    grandparent or none. Raises BirthDateInvalid.
    """
    said: dict[str, FactValue] = {}
    if birth_date := answers.get("birth_date"):
        said["birth_date"] = str(BirthDate.parse(birth_date))
    if hukou := answers.get("hukou"):
        said["hukou_in_county"] = hukou == "here"
    if home := answers.get("home"):
        said["home_in_county"] = home != "none"
        said["home_owner"] = home
    return said


def with_implied(said: Mapping[str, FactValue]) -> dict[str, FactValue]:
    """Add what a statement implies without saying it: used for provisional answers, never as evidence.

    Whoever files says that the child is theirs; "our own home" means a dwelling that is wholly ours.
    """
    implied: dict[str, FactValue] = {"guardian_of_child": True}
    if "home_owner" in said:
        owned = said["home_owner"] == "guardian"
        implied["home_share"] = _WHOLE if owned else 0
        here = bool(said.get("home_in_county"))
        if here:
            implied["home_use"] = RESIDENTIAL
        implied["guardians_home_in_city"] = owned and here
        implied["grandparent_home_in_county"] = said["home_owner"] == "grandparent" and here
        implied["home_seat_used"] = False
    return implied | dict(said)


def stated_facts(plan: Plan, said: Mapping[str, FactValue], *, stage: Stage | None = None) -> dict[str, Fact]:
    """The facts of a case before any department was asked."""
    nothing = {name: Fact(name, Answer.DECLARED) for name in denied(said) if name not in said}
    return declared(with_implied(said)) | nothing | claims(plan, said) | stage_fact(plan, stage)


def denied(said: Mapping[str, FactValue]) -> frozenset[str]:
    """The days and numbers of what a guardian says not to have: who has no permit has no day of one."""
    return frozenset(
        name for holder, names in _NOTHING_WITHOUT.items() if said.get(holder) is False for name in names
    )


def holder_of(name: str) -> str | None:
    """The yes-or-no fact without which there is no such day or number; None where it stands for itself."""
    return next((holder for holder, names in _NOTHING_WITHOUT.items() if name in names), None)


def stage_fact(plan: Plan, stage: Stage | None) -> dict[str, Fact]:
    """The stage filed for, as a fact, where the plan's rules look at it."""
    if stage is None or STAGE_FACT not in plan.facts:
        return {}
    return {STAGE_FACT: Fact(STAGE_FACT, Answer.CONFIRMED, stage.value)}


def claims(plan: Plan, said: Mapping[str, FactValue]) -> dict[str, Fact]:
    """The facts that a guardian must raise where no department is asked; not raising one settles it."""
    facts: dict[str, Fact] = {}
    for spec in plan.facts.values():
        if spec.kind is FactKind.YES_NO and (not spec.data_items or spec.name in RAISED):
            claimed = said.get(spec.name) is True
            answer = Answer.DECLARED if claimed else Answer.CONFIRMED
            facts[spec.name] = Fact(spec.name, answer, claimed)
    return facts

"""Which category a family would file under, going by its own words; never a decision."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from enrolment.model.answering.computed.case import Case, Computed
from enrolment.model.deciding.category import decide
from enrolment.model.deciding.counterfactuals import counterfactuals
from enrolment.model.deciding.questions import unsaid_facts
from enrolment.model.decision import CategoryDecision
from enrolment.model.establishing.statement import stated_facts
from enrolment.model.facts import FactValue
from enrolment.model.placeholders import complete
from enrolment.model.plan import FactKind, Plan

_PLACES = frozenset(
    {"hukou_in_county", "home_owner", "home_in_county", "permit_in_county", "lease_in_county"}
)
_SEVERAL = 2
_ON_YOUR_WORD = "这是照您说的看，要等部门核实以后才算准，也不等于录取。"


def compute_category(case: Case) -> Computed | None:
    """Say which category a told case comes under, or what is missing; None where little was told."""
    told = _PLACES & case.told.sure.keys()
    if not told or (len(told) < _SEVERAL and not case.asks_for_itself):
        return None
    decisions = [decision_on(case, said) for said in (case.told.earliest, case.told.latest)]
    first, last = decisions
    if first.category is not None and first.category == last.category:
        return _under(case, first)
    open_facts = _open(case)
    if not open_facts:
        return None
    return Computed(missing=open_facts, question=case.plan.facts[open_facts[0]].question)


def decided_title(case: Case) -> str | None:
    """The key of the category both readings of a told case come under, None where they leave it open."""
    if not _PLACES & case.told.sure.keys():
        return None
    first, last = (decision_on(case, said).category for said in (case.told.earliest, case.told.latest))
    return first if first == last else None


def decision_on(case: Case, said: Mapping[str, FactValue]) -> CategoryDecision:
    """The provisional decision on what was said."""
    facts = stated_facts(case.plan, said, stage=case.stage)
    return decide(case.plan, facts, case.today, stage=case.stage, trust_declared=True)


def _under(case: Case, decision: CategoryDecision) -> Computed:
    plan = case.plan
    category = plan.category(str(decision.category))
    clause = plan.clauses[category.clause]
    lines = [
        f"照您说的情况，按“{category.title}”报名：{complete(clause.text, plan)}",
        f"{complete(category.note, plan)}{_ON_YOUR_WORD}",
        *_chances(case),
    ]
    return Computed(
        "\n".join(lines), _cited(plan, [category.clause, *(r.clause for r in decision.reasons)]), whole=True
    )


def _chances(case: Case) -> list[str]:
    """The nearest thing still to be done for a better category, where there is one."""
    facts = stated_facts(case.plan, case.told.latest, stage=case.stage)
    found = counterfactuals(case.plan, facts, case.today, stage=case.stage)
    return [found[0].in_words] if found else []


def _open(case: Case) -> tuple[str, ...]:
    """What would settle it, of what a guardian can say; a claim nobody raised is settled."""
    facts = stated_facts(case.plan, case.told.sure, stage=case.stage)
    names = unsaid_facts(case.plan, facts, stage=case.stage)
    return tuple(name for name in names if case.plan.facts[name].kind is not FactKind.TEXT)


def _cited(plan: Plan, clauses: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(clause for clause in clauses if clause in plan.clauses))

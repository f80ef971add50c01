"""Facts, data items and papers: each fact can be shown, and nothing is asked for that no rule needs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Final

from enrolment.model.plan import OrderBy, Plan
from enrolment.model.plan.evidence import STAGE_FACT
from enrolment.model.reviewing.findings import Code, Finding
from enrolment.model.reviewing.places import rules_of
from enrolment.model.rules import facts_of, facts_of_table

_ENTRY_AGE_FACT: Final = "birth_date"


def facts_can_be_shown(plan: Plan) -> Iterator[Finding]:
    """A data item settles a fact, or a paper does; what a family claims is shown by a paper."""
    for name, fact in plan.facts.items():
        if name != STAGE_FACT and not fact.data_items and not fact.documents:
            yield Finding(
                Code.FACT_UNSUPPORTED,
                f"facts.{name}",
                f"neither a data item nor a paper can show {name!r} ({fact.title})",
                "write data_items: or documents:",
            )


def evidence_is_needed(plan: Plan) -> Iterator[Finding]:
    """No rule, no question: a fact that nothing looks at is not asked, nor its data items and papers."""
    used = _used_facts(plan)
    for name in plan.facts:
        if name not in used:
            yield Finding(
                Code.FACT_UNUSED,
                f"facts.{name}",
                f"no rule looks at {name!r}",
                "take it away, or use it in a rule",
            )
    facts = [fact for name, fact in plan.facts.items() if name in used]
    items = {key for fact in facts for key in fact.data_items}
    for key in plan.data_items:
        if key not in items:
            yield Finding(
                Code.DATA_ITEM_UNUSED,
                f"data_items.{key}",
                f"no fact that a rule looks at is settled by {key!r}: no data unless necessary",
                "take it away, or name it under data_items of a fact",
            )
    papers = {
        key
        for fact in facts
        for key in (*fact.documents, *(fact.documents_if_no or ()), *(fact.documents_if_not_shown or ()))
    }
    for key, document in plan.documents.items():
        if key not in papers:
            yield Finding(
                Code.DOCUMENT_UNUSED,
                f"documents.{key}",
                f"no rule asks for {document.title}: no document unless necessary",
                "take it away, or name it under documents of a fact",
            )


def _used_facts(plan: Plan) -> set[str]:
    used = set(chain.from_iterable(facts_of(rule) for _, rule in rules_of(plan)))
    used |= set(chain.from_iterable(facts_of_table(table) for table in plan.points.values()))
    used |= {name for category in plan.categories for name in category.school_by}
    used |= {step.key for step in plan.placement.order if step.by is OrderBy.FACT}
    if any(age.years is not None for age in plan.ages.values()):
        used.add(_ENTRY_AGE_FACT)
    return used

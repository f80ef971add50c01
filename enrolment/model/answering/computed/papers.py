"""Which papers a told family would have to bring at the most."""

from __future__ import annotations

from enrolment.model.answering.computed.case import Case, Computed
from enrolment.model.answering.computed.category import decided_title, decision_on
from enrolment.model.deciding.documents import required_documents
from enrolment.model.establishing.statement import stated_facts
from enrolment.model.plan.topics import Topic


def compute_papers(case: Case) -> Computed | None:
    """Name the papers for what no department might show; None where the category is open."""
    key = decided_title(case)
    if key is None:
        return None
    plan, said = case.plan, case.told.latest
    decision = decision_on(case, said)
    facts = stated_facts(plan, said, stage=case.stage)
    papers = required_documents(plan, facts, decision.deciding_facts, stage=case.stage)
    if not papers:
        return None
    titles = "、".join(plan.documents[paper].title for paper in papers)
    asked = next((each for each in plan.articles.values() if each.topic is Topic.REQUIRED_DOCUMENTS), None)
    return Computed(
        f"照您说的情况（“{plan.category(key).title}”），部门都查得到的话一份也不用补；都查不到，最多补：{titles}。",
        asked.clauses if asked else (),
    )

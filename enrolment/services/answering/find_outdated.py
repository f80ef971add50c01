"""Find who was given a clause that reads otherwise now, and have them told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from enrolment.answer_ports import PlanHistory, ToldClauses
from enrolment.model.answering.told_clauses import ClauseNotice, ToldClause, outdated
from enrolment.ports import Clock, Plans


def find_outdated(
    county: str, *, told: ToldClauses, plans: Plans, history: PlanHistory
) -> Sequence[ToldClause]:
    """What conversations were given and the plan in force words otherwise; raise PlanNotFound."""
    plan = plans.current(county)
    return outdated(told.of_plan(county, plan.year), plan, history.versions(county, plan.year))


def queue_notices(
    county: str, *, told: ToldClauses, plans: Plans, history: PlanHistory, clock: Clock
) -> Sequence[ClauseNotice]:
    """Queue one notice for each such conversation, naming its clauses; again changes nothing.

    Raises PlanNotFound.
    """
    plan = plans.current(county)
    clauses: defaultdict[str, list[str]] = defaultdict(list)
    for each in find_outdated(county, told=told, plans=plans, history=history):
        clauses[each.conversation_id].append(each.clause)
    notices = [
        ClauseNotice(conversation, county, plan.year, plan.version, tuple(sorted(named)), clock.now())
        for conversation, named in sorted(clauses.items())
    ]
    told.queue(notices)
    return notices

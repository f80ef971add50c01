"""List the papers a guardian is asked for, in the words of a conversation."""

from __future__ import annotations

from dataclasses import dataclass

from enrolment.model.application import Application, State
from enrolment.ports import BeginWork, Plans
from enrolment.services.access import guardian_of
from enrolment.services.papers.asked import OPEN_STATES, documents_asked

_NOTHING_BEGUN = "您现在还没有要交的材料。报名核对完，要不要交、交什么，我会列出来告诉您。"
_NONE_NEEDED = "您的报名不用交材料：要核对的，部门的记录都能说明。"
_WITH_PEOPLE = "您的报名正在由工作人员办理，现在不用交材料；要补的话，会告诉您。"


@dataclass(frozen=True, slots=True)
class PapersAsked:
    """The titles of the papers to hand in; where there are none, `why_none` says why in a sentence."""

    titles: tuple[str, ...]
    why_none: str = ""


def list_asked(conversation_id: str, *, begin: BeginWork, plans: Plans) -> PapersAsked:
    """Look at the guardian's applications, the newest that asks for papers first; raise NotSignedIn."""
    with begin() as work:
        cases = work.cases.of_guardian(guardian_of(work, conversation_id))
    for case in cases:
        if case.state in OPEN_STATES and (keys := documents_asked(case)):
            documents = plans.get(case.county, case.year).documents
            return PapersAsked(tuple(documents[key].title for key in keys))
    return PapersAsked((), _why_none(next(iter(cases), None)))


def _why_none(newest: Application | None) -> str:
    if newest is None or newest.state is State.WITHDRAWN or newest.outcome is None:
        return _NOTHING_BEGUN
    return _NONE_NEEDED if newest.state in OPEN_STATES else _WITH_PEOPLE

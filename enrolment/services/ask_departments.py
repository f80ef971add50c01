"""Ask the departments: every permitted question at once, and another where an answer calls for it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from enrolment.model.application import Application
from enrolment.model.consent import ConsentGrant
from enrolment.model.errors import ConsentMissing, DepartmentUnavailable
from enrolment.model.establishing.family_facts import establish, items_wanted
from enrolment.model.establishing.inquiry import ABOUT_CHILD, Family, Findings, Reply
from enrolment.model.establishing.parents import parents_named
from enrolment.model.establishing.records import DepartmentRecord, RecordQuery
from enrolment.model.plan import Plan
from enrolment.ports import Clock, Departments

_Records = tuple[DepartmentRecord, ...]


@dataclass(frozen=True, slots=True)
class Inquiry:
    """The case to ask about, with the live grants it may be asked under."""

    plan: Plan
    application: Application
    family: Family
    grants: Sequence[ConsentGrant]


@dataclass(frozen=True, slots=True)
class _Question:
    grant: ConsentGrant
    id_number: str = field(repr=False)


@dataclass(slots=True)
class _Board:
    """The questions asked so far with their answers; None while, or where, none came."""

    inquiry: Inquiry
    asked_at: datetime
    answers: dict[_Question, _Records | None] = field(default_factory=dict)

    def first_questions(self) -> Iterator[_Question]:
        """What can be asked at once: about the child, and about the guardian who files."""
        family = self.inquiry.family
        for grant in self.inquiry.grants:
            yield _Question(grant, family.child if grant.data_item in ABOUT_CHILD else family.guardian)

    def next_questions(self) -> Iterator[_Question]:
        """About the other parent: once known, and only for items that keep the case open."""
        findings = self.findings()
        first = [
            question
            for question, records in self.answers.items()
            if question.grant.data_item not in ABOUT_CHILD
            and question.id_number == self.inquiry.family.guardian
            and records is not None
        ]
        more = [
            _Question(question.grant, parent)
            for question in first
            for parent in self._parents(findings)
            if _Question(question.grant, parent) not in self.answers
        ]
        if not more:
            return
        inquiry = self.inquiry
        application = inquiry.application
        facts = establish(
            inquiry.plan, inquiry.family, application.declared, findings, stage=application.stage
        )
        wanted = items_wanted(inquiry.plan, facts, stage=application.stage)
        yield from (question for question in more if question.grant.data_item in wanted)

    def findings(self) -> Findings:
        """What is known so far."""
        replies: dict[str, Reply] = {}
        for question, records in self.answers.items():
            item = question.grant.data_item
            before = replies[item].records if item in replies else ()
            answered = records is not None or (item in replies and replies[item].answered)
            silent = records is None or (item in replies and replies[item].silent)
            replies[item] = Reply(
                data_item=item,
                department=question.grant.department,
                grant_id=question.grant.id,
                asked_at=self.asked_at,
                answered=answered,
                records=(*before, *(records or ())),
                silent=silent,
            )
        findings = Findings(replies)
        return Findings(
            {
                item: reply
                if item in ABOUT_CHILD or self._everybody_seen(item, findings)
                else reply.in_part()
                for item, reply in replies.items()
            }
        )

    def _everybody_seen(self, item: str, findings: Findings) -> bool:
        """Whether both parents are known and the department answered about each."""
        parents = self._parents(findings)
        answered = {
            question.id_number
            for question, records in self.answers.items()
            if question.grant.data_item == item and records is not None
        }
        known = bool(findings.births) or len(parents) > 1
        return known and {self.inquiry.family.guardian, *parents} <= answered

    def _parents(self, findings: Findings) -> tuple[str, ...]:
        return parents_named(self.inquiry.family.child, findings.households, findings.births)


async def ask_departments(
    inquiry: Inquiry, *, departments: Departments, clock: Clock, budget_seconds: float
) -> Findings:
    """Ask until everything needed is answered or the time is up; what is late counts as unavailable."""
    board = _Board(inquiry, clock.now())
    running: dict[asyncio.Task[_Records | None], _Question] = {}

    def start(questions: Iterable[_Question]) -> None:
        for question in list(questions):
            board.answers[question] = None
            running[asyncio.create_task(_ask(question, inquiry.application.child_id, departments))] = question

    start(each for each in board.first_questions() if each.grant.data_item in departments.data_items)
    try:
        async with asyncio.timeout(budget_seconds):
            while running:
                done, _ = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
                for task in done:
                    board.answers[running.pop(task)] = task.result()
                start(board.next_questions())
    except TimeoutError:
        pass  # findings() counts every question still without an answer as unavailable
    finally:
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
    return board.findings()


async def _ask(question: _Question, child_id: str, departments: Departments) -> _Records | None:
    query = RecordQuery(question.grant.data_item, child_id, question.id_number)
    try:
        return tuple(await departments.verify(query, question.grant))
    except (DepartmentUnavailable, ConsentMissing):
        return None

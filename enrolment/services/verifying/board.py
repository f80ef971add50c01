"""The questions a case raises, and what is known of their answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from enrolment.model.application import Application
from enrolment.model.consent import ConsentGrant
from enrolment.model.establishing.family_facts import establish, items_wanted
from enrolment.model.establishing.inquiry import ABOUT_CHILD, Family, Findings, KeptReply, Reply
from enrolment.model.establishing.parents import parents_named
from enrolment.model.establishing.records.particulars import NONE, Particulars
from enrolment.model.plan import Plan


@dataclass(frozen=True, slots=True)
class Inquiry:
    """The case to ask about, the live grants it may be asked under, and what was answered before.

    `particulars` are what the guardian read off papers, by data item.
    """

    plan: Plan
    application: Application
    family: Family
    grants: Sequence[ConsentGrant]
    kept: Sequence[KeptReply] = ()
    particulars: Mapping[str, Particulars] = field(default_factory=dict, repr=False)

    def particulars_for(self, data_item: str, id_number: str) -> Particulars:
        """What was read off the paper, by data item; the other parent is not looked up by another's name."""
        given = self.particulars.get(data_item, NONE)
        mine = id_number in {self.family.child, self.family.guardian}
        return given if mine else replace(given, name="")


@dataclass(frozen=True, slots=True)
class Question:
    """One data item asked about one person, under one grant."""

    grant: ConsentGrant
    id_number: str = field(repr=False)


@dataclass(slots=True)
class Board:
    """Every question raised so far with its answer; None while, or where, none came.

    `connected` are the data items that can be asked for at all.
    """

    inquiry: Inquiry
    connected: frozenset[str]
    now: datetime
    answers: dict[Question, KeptReply | None] = field(default_factory=dict)
    raised: set[Question] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Put what was answered before on the board."""
        grants = {grant.id: grant for grant in self.inquiry.grants}
        for reply in self.inquiry.kept:
            if reply.grant_id in grants:
                self.answers[Question(grants[reply.grant_id], reply.id_number)] = reply

    def to_ask(self) -> Iterator[Question]:
        """The questions not raised yet, and neither answered nor fresh: each comes once."""
        for question in [*self._first_questions(), *self._next_questions()]:
            if question in self.raised:
                continue
            self.raised.add(question)
            reply = self.answers.setdefault(question, None)
            if reply is None or not self._is_fresh(reply):
                yield question

    def raise_all(self) -> None:
        """Raise every question without asking, so that those without an answer count as unanswered."""
        while list(self.to_ask()):
            pass

    def answered(self, question: Question, reply: KeptReply | None) -> None:
        """Note an answer; without one, an earlier answer stands."""
        self.answers[question] = reply or self.answers.get(question)

    @property
    def silent(self) -> bool:
        """Whether a question raised has no answer, or only one that is no longer fresh."""
        replies = (self.answers[question] for question in self.raised)
        return any(reply is None or not self._is_fresh(reply) for reply in replies)

    def findings(self) -> Findings:
        """What is known so far."""
        items = {question.grant.data_item: question.grant for question in self.answers}
        findings = Findings({item: self._reply(item, grant) for item, grant in items.items()})
        return Findings(
            {
                item: reply
                if item in ABOUT_CHILD or self._everybody_seen(item, findings)
                else reply.in_part()
                for item, reply in findings.replies.items()
            }
        )

    def _first_questions(self) -> Iterator[Question]:
        """What can be asked at once: about the child, and about the guardian who files."""
        family = self.inquiry.family
        for grant in self.inquiry.grants:
            if grant.data_item in self.connected:
                yield Question(grant, family.child if grant.data_item in ABOUT_CHILD else family.guardian)

    def _next_questions(self) -> Iterator[Question]:
        """About the other parent: once known, and only for items that keep the case open."""
        findings, inquiry = self.findings(), self.inquiry
        more = [
            Question(question.grant, parent)
            for question in self._answered_about_guardian()
            for parent in self._parents(findings)
            if parent != inquiry.family.guardian and Question(question.grant, parent) not in self.raised
        ]
        if not more:
            return
        application = inquiry.application
        facts = establish(
            inquiry.plan, inquiry.family, application.declared, findings, stage=application.stage
        )
        wanted = items_wanted(inquiry.plan, facts, stage=application.stage)
        yield from (question for question in more if question.grant.data_item in wanted)

    def _answered_about_guardian(self) -> Iterable[Question]:
        return [
            question
            for question, reply in self.answers.items()
            if question.grant.data_item not in ABOUT_CHILD
            and question.id_number == self.inquiry.family.guardian
            and reply is not None
        ]

    def _reply(self, item: str, grant: ConsentGrant) -> Reply:
        mine = [reply for question, reply in self.answers.items() if question.grant.data_item == item]
        replies = [reply for reply in mine if reply is not None]
        return Reply(
            data_item=item,
            department=grant.department,
            grant_id=grant.id,
            asked_at=max((reply.asked_at for reply in replies), default=self.now),
            answered=bool(replies),
            records=tuple(record for reply in replies for record in reply.records),
            silent=len(replies) < len(mine),
        )

    def _is_fresh(self, reply: KeptReply) -> bool:
        item = self.inquiry.plan.data_items[reply.data_item]
        return self.now - reply.asked_at < timedelta(hours=item.fresh_hours)

    def _everybody_seen(self, item: str, findings: Findings) -> bool:
        """Whether both parents are known and the department answered about each."""
        parents = self._parents(findings)
        answered = {
            question.id_number
            for question, reply in self.answers.items()
            if question.grant.data_item == item and reply is not None
        }
        known = bool(findings.births) or len(parents) > 1
        return known and {self.inquiry.family.guardian, *parents} <= answered

    def _parents(self, findings: Findings) -> tuple[str, ...]:
        return parents_named(self.inquiry.family.child, findings.households, findings.births)

"""Opens the references in an engine's reply, for the guardian of this conversation and nobody else."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import structlog

from bot.messages import Card, EngineReply, Link, Outbound
from bot.render.consent_card import consent_card
from bot.render.decision_card import decision_card
from bot.render.names import SOME_CHILD, has_tokens, masked, with_names
from bot.render.receipt_card import receipt_card
from bot.render.timeline_card import timeline_card
from enrolment.model.errors import EnrolmentError, NotSignedIn
from enrolment.model.people import Child, Person
from enrolment.ports import BeginWork, Clock, Plans
from enrolment.services.access import guardian_of
from enrolment.services.consents.list_requests import show_request
from enrolment.services.deciding.describe_outcome import describe_outcome
from enrolment.services.filing.show_progress import show_progress
from enrolment.services.papers.find_waiting import find_waiting

log = structlog.get_logger()


class ServicePresenter:
    """Implements `bot.ports.Presenter` with the services of enrolment.

    `sign_in` starts a sign-in for a conversation and gives its address, `papers` gives the address where
    an application's papers are handed in, `consents` that of what a guardian agreed to, `records`
    that of what a department did not find, `plan_page` that of a county's plan and guide.
    """

    def __init__(
        self,
        *,
        begin: BeginWork,
        plans: Plans,
        clock: Clock,
        sign_in: Callable[[str], str],
        papers: Callable[[str, str], str],
        consents: Callable[[str], str],
        records: Callable[[str], str],
        plan_page: Callable[[str], str],
    ) -> None:
        self._begin = begin
        self._plans = plans
        self._clock = clock
        self._sign_in = sign_in
        self._papers = papers
        self._consents = consents
        self._records = records
        self._plan_page = plan_page
        self._cards: Mapping[str, Callable[[str, str], Card | None]] = {
            "consent": self._consent,
            "decision": self._decision,
            "receipt": self._receipt,
            "timeline": self._timeline,
        }

    async def open(self, conversation_id: str, reply: EngineReply) -> Outbound:
        """Draw one engine reply; a card that cannot be drawn is left out and logged."""
        titles = "".join(choice.title for choice in reply.choices)
        if not (reply.card or reply.link or has_tokens(reply.text + titles)):
            return Outbound(reply.text, reply.choices)
        return await asyncio.to_thread(self._open, conversation_id, reply)

    def _open(self, conversation_id: str, reply: EngineReply) -> Outbound:
        guardian, children = self._household(conversation_id)
        choices = tuple(
            replace(choice, title=with_names(choice.title, guardian, children)) for choice in reply.choices
        )
        card = self._card(conversation_id, reply.card) if reply.card else None
        link = self._link(conversation_id, reply.link) if reply.link else None
        return Outbound(with_names(reply.text, guardian, children), choices, card, link)

    def _household(self, conversation_id: str) -> tuple[Person | None, Sequence[Child]]:
        with self._begin() as work:
            try:
                guardian_id = guardian_of(work, conversation_id)
            except NotSignedIn:
                return None, ()
            return work.guardians.get(guardian_id).person, work.guardians.children(guardian_id)

    def _card(self, conversation_id: str, wanted: Mapping[str, str]) -> Card | None:
        kind = wanted.get("kind", "")
        draw = self._cards.get(kind)
        if draw is None:
            log.error("card_unknown", conversation=conversation_id, kind=kind)
            return None
        try:
            return draw(conversation_id, wanted.get("ref", ""))
        except EnrolmentError as refusal:
            log.warning("card_refused", conversation=conversation_id, kind=kind, error=type(refusal).__name__)
            return None

    def _link(self, conversation_id: str, wanted: Mapping[str, str]) -> Link | None:
        match wanted.get("kind", ""):
            case "sign_in":
                return Link("去登录", self._sign_in(conversation_id))
            case "papers":
                return self._papers_link(conversation_id)
            case "consents":
                return Link("看看我同意了哪些", self._consents(conversation_id))
            case "records":
                return Link("照着证件改一改", self._records(conversation_id))
            case "plan":
                return Link("看招生方案和报名指南", self._plan_page(wanted.get("ref", "")))
            case kind:
                log.error("link_unknown", conversation=conversation_id, kind=kind)
                return None

    def _papers_link(self, conversation_id: str) -> Link | None:
        """Where the newest application's papers are handed in; None where none are asked for."""
        waiting = find_waiting(conversation_id, begin=self._begin)
        return Link("去交材料", self._papers(waiting[0], conversation_id)) if waiting else None

    def _consent(self, conversation_id: str, asked: str) -> Card | None:
        application_id, _, items = asked.partition(":")
        request = show_request(
            application_id,
            conversation_id,
            items.split(","),
            begin=self._begin,
            plans=self._plans,
            clock=self._clock,
        )
        return consent_card(request) if request.items else None

    def _decision(self, conversation_id: str, application_id: str) -> Card:
        return decision_card(
            describe_outcome(application_id, conversation_id, begin=self._begin, plans=self._plans)
        )

    def _receipt(self, conversation_id: str, application_id: str) -> Card | None:
        cases = show_progress(conversation_id, begin=self._begin, plans=self._plans).cases
        case = next((case for case in cases if case.application_id == application_id), None)
        return receipt_card(case, self._child(conversation_id, case.child_id)) if case else None

    def _timeline(self, conversation_id: str, _: str) -> Card | None:
        cases = show_progress(conversation_id, begin=self._begin, plans=self._plans).cases
        return (
            timeline_card([(case, self._child(conversation_id, case.child_id)) for case in cases])
            if cases
            else None
        )

    def _child(self, conversation_id: str, child_id: str) -> str:
        _, children = self._household(conversation_id)
        child = next((child for child in children if child.id == child_id), None)
        return masked(child, children) if child else SOME_CHILD

"""The base of every action: builds the visit, and catches what goes wrong in one place."""

from __future__ import annotations

import asyncio
from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import Any, ParamSpec, TypeVar

import structlog
from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.counties import plan_of
from actions.failures import UNEXPECTED, PartUnavailable, sentence_for
from actions.handing_over import handover_of
from actions.services import Services
from actions.talk.answer_awaited import answer_awaited, bring_back
from actions.talk.awaited import pending
from actions.told.kept import SCHOOL, TOLD_SLOT, school_meant, written
from actions.visit import LISTEN, Visit, go_to
from bot.ports import StorageUnavailable
from enrolment.model.errors import EnrolmentError, IdentityUnavailable, NotSignedIn

log = structlog.get_logger(__name__)
_OF_FORMS = ("validate_", "action_ask_")
P = ParamSpec("P")
R = TypeVar("R")


class BaseAction(Action):  # type: ignore[misc]  # rasa-sdk ships no types
    """An action with its services.

    A refusal is said kindly; a part that does not answer ends the turn, so that it is tried again; anything
    else is said to have failed. Only ids and error types reach the log.
    """

    awaited_comes_back = False
    """Whether what an answer was missing is asked for once more after this action."""

    def __init__(self, services: Services) -> None:
        self.services = services

    @abstractmethod
    async def act(self, visit: Visit) -> list[EventType]:
        """Do the action's work."""

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Run the action for rasa-sdk."""
        del domain
        visit = Visit(dispatcher, tracker)
        try:
            events = await self._act(visit)
            events = [*self.remembered(visit, events), *events]
            if visit.person is not None:
                await self.ask(self.services.hand_over, handover_of(visit, visit.person, self.services))
        except PartUnavailable as failure:
            log.error("part_unavailable", part=failure.part, **self._where(visit))  # noqa: TRY400 - no traceback: values may stand in it
            raise
        except StorageUnavailable as failure:
            log.error("part_unavailable", part="storage", **self._where(visit))  # noqa: TRY400 - no traceback: values may stand in it
            raise PartUnavailable("storage") from failure
        except IdentityUnavailable as failure:
            log.error("part_unavailable", part="identity", **self._where(visit))  # noqa: TRY400 - no traceback: values may stand in it
            raise PartUnavailable("identity") from failure
        except EnrolmentError as refusal:
            log.info("refused", refusal=type(refusal).__name__, **self._where(visit))
            return self.refused(visit, refusal)
        except Exception as failure:  # noqa: BLE001 - rasa-sdk's own handler would echo the slots
            log.error("action_failed", error=type(failure).__name__, **self._where(visit))  # noqa: TRY400 - no traceback: values may stand in it
            visit.say(UNEXPECTED)
            return self.after_failure(visit)
        return events

    async def _act(self, visit: Visit) -> list[EventType]:
        """Do the action's work, unless the message tells what an earlier answer was missing."""
        if not visit.begins_turn or self.name().startswith(_OF_FORMS):
            return await self.act(visit)
        awaited = pending(visit)
        answered = await answer_awaited(visit, self.services)
        if answered is not None:
            return answered
        events = await self.act(visit)
        return [*events, *bring_back(awaited, visit, self.services)] if self.awaited_comes_back else events

    def remembered(self, visit: Visit, events: Sequence[EventType]) -> list[EventType]:
        """Keep what the message told in free words, unless the action forgot the case."""
        forgot = any(event.get("name") == TOLD_SLOT for event in events)
        if not visit.newly_told or forgot:
            return []
        told = dict(visit.told)
        if said := visit.newly_told.get(SCHOOL):
            meant = school_meant(said, plan_of(visit, self.services))
            told = {name: value for name, value in told.items() if name != SCHOOL}
            told |= {SCHOOL: meant} if meant else {}
        kept = written(told)
        return [] if kept == visit.slots.get(TOLD_SLOT) else visit.set({TOLD_SLOT: kept})

    def refused(self, visit: Visit, refusal: EnrolmentError) -> list[EventType]:
        """Say a refusal; a guardian who is not signed in is asked to."""
        visit.say(sentence_for(refusal))
        if isinstance(refusal, NotSignedIn):
            return [*visit.set({"signed_in": None, "requested_slot": None}), *go_to("sign_in_form")]
        return self.after_failure(visit)

    def after_failure(self, visit: Visit) -> list[EventType]:
        """What happens after something failed: wait for the next message."""
        del visit
        return go_to(LISTEN)

    @staticmethod
    async def ask(service: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Call a service that may wait for the database without holding up other conversations."""
        return await asyncio.to_thread(service, *args, **kwargs)

    def _where(self, visit: Visit) -> dict[str, str]:
        return {"action": self.name(), "conversation": visit.conversation_id}

"""Calls the action server over kept connections and takes anything but a result as the end of the turn.

Measured: Rasa opens a connection per call, sends the whole domain and history, and spends 70 % of an action
turn on checking its answer's schema against the meta-schema; when a call fails it drops the action's events
and goes on.
"""

from http import HTTPStatus
from typing import Any

import aiohttp
import rasa
from rasa.core.actions import action as rasa_actions
from rasa.core.actions.action import ActionExecutionRejection, RemoteAction
from rasa.core.channels.channel import OutputChannel
from rasa.core.nlg import NaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from ruxue_engine.events import check_result, read_events
from ruxue_engine.failures import ActionsUnavailable

# rasa-sdk's word for "send me the domain once": it remembers it under its digest.
DOMAIN_WANTED = 449
# Shorter than the time after which the action server closes an idle connection.
SECONDS_KEPT_OPEN = 4
TURNS_SENT = 2


class ActionServer(EndpointConfig):
    """The action server's address, its kept connections, and the domain it is told once."""

    def __init__(self, url: str, seconds_to_answer: float = 15) -> None:
        super().__init__(url)
        self._patience = aiohttp.ClientTimeout(total=seconds_to_answer, connect=2)
        self._http: aiohttp.ClientSession | None = None
        self._domain: dict[str, Any] = {}
        self._domain_digest = ""

    def introduce(self, domain: Domain) -> None:
        """Remember the domain that the action server may ask for."""
        self._domain = domain.as_dict()
        self._domain_digest = domain.fingerprint()

    async def call(self, request: dict[str, Any]) -> tuple[int, Any]:
        """Send one action call; answer its HTTP status and its parsed body."""
        request["domain_digest"] = self._domain_digest
        status, body = await self._post(request)
        if status == DOMAIN_WANTED:
            status, body = await self._post({**request, "domain": self._domain})
        return status, body

    async def _post(self, request: dict[str, Any]) -> tuple[int, Any]:
        try:
            return await self._post_once(request)
        except aiohttp.ServerDisconnectedError:
            # A kept connection that the restarted server no longer knows; a new one tells whether it is down.
            return await self._post_once(request)

    async def _post_once(self, request: dict[str, Any]) -> tuple[int, Any]:
        if self._http is None:
            self._http = aiohttp.ClientSession(
                timeout=self._patience, connector=aiohttp.TCPConnector(keepalive_timeout=SECONDS_KEPT_OPEN)
            )
        async with self._http.post(self.url, json=request) as answer:
            return answer.status, await answer.json()

    async def close(self) -> None:
        """Close the kept connections."""
        if self._http is not None:
            await self._http.close()


class ActionCall(RemoteAction):
    """One call of a custom action."""

    async def run(
        self,
        output_channel: OutputChannel,
        nlg: NaturalLanguageGenerator,
        tracker: DialogueStateTracker,
        domain: Domain,
    ) -> list[Event]:
        """Run the action on the action server and turn its result into events."""
        del domain
        if not isinstance(self.action_endpoint, ActionServer):
            raise ActionsUnavailable
        try:
            status, body = await self.action_endpoint.call(_request(self.name(), tracker))
            if status == HTTPStatus.BAD_REQUEST and body.get("action_name"):
                raise ActionExecutionRejection(self.name())
            if status != HTTPStatus.OK:
                raise ActionsUnavailable
            check_result(body)
        except (aiohttp.ClientError, TimeoutError, ValueError) as error:
            raise ActionsUnavailable from error
        said = await self._utter_responses(body.get("responses", []), output_channel, nlg, tracker)
        return [*said, *read_events(body.get("events", []))]


def _request(action: str, tracker: DialogueStateTracker) -> dict[str, Any]:
    """Describe an action call: the state in full, the events of the last turns only."""
    events = list(tracker.events)
    turns = [place for place, event in enumerate(events) if isinstance(event, UserUttered)]
    since = turns[-TURNS_SENT:][0] if turns else 0
    state = tracker.current_state()
    state["events"] = [event.as_dict() for event in events[since:]]
    return {
        "next_action": action,
        "sender_id": tracker.sender_id,
        "tracker": state,
        "version": rasa.__version__,
    }


def install() -> None:
    """Let Rasa make our action calls in place of its own."""
    rasa_actions.RemoteAction = ActionCall

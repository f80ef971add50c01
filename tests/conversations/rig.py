"""The parts a conversation runs on: real conversation, engine and actions; the outside is fakes."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import httpx

from bot.messages import Card, ChannelName, EngineReply, Inbound, Link, Outbound
from bot.turn import Turns
from integrations.rasa.engine import RasaEngine
from storage.dialogues import EngineDialogues
from tests.actions.surroundings import SHIPPED
from tests.bot.fakes import FakeConversations, FakeDesk, FakeInbox, FakeVault
from tests.fakes.clock import DEMONSTRATION_NOW, FrozenClock

COUNTIES = {
    "历下": "370102",
    "李沧": "370213",
    "芝罘": "370602",
    "烟台市直": "370600-zs",
    "云海": "379901",
}


class KindsPresenter:
    """Implements `Presenter`: says which card or page would be drawn, and opens no name."""

    async def open(self, conversation_id: str, reply: EngineReply) -> Outbound:  # noqa: ARG002 - the port's
        """Pass words and choices on."""
        card = Card(reply.card["kind"], "", ()) if reply.card else None
        link = Link(reply.link["kind"], "") if reply.link else None
        return Outbound(reply.text, reply.choices, card, link)


class Rig:
    """One conversation of a guardian; `answer` holds the replies to the last line."""

    def __init__(
        self, engine_url: str, office_url: str, loop: asyncio.Runner, engine_database: str = ""
    ) -> None:
        self._office_url, self._loop, self._engine_database = office_url, loop, engine_database
        self._served: tuple[str, ...] = ("370102",)
        self._conversations = FakeConversations()
        self._inbox = FakeInbox()
        self.channel = ChannelName.WEB
        self.clock = FrozenClock()
        self.desk = FakeDesk()
        self.replies: Sequence[Outbound] = ()
        self.address = uuid.uuid4().hex
        self.conversation = uuid.uuid4().hex
        self._conversations.ids[self.channel, self.address] = self.conversation
        self._engine = RasaEngine(engine_url)
        self._turns = Turns(
            inbox=self._inbox,
            conversations=self._conversations,
            vault=FakeVault(),
            engine=self._engine,
            presenter=KindsPresenter(),
            clock=self.clock,
            served=lambda: [SHIPPED[code] for code in self._served],
            desk=self.desk,
        )
        self.office(reset=True, now=DEMONSTRATION_NOW.isoformat(), departments_down=[], database_down=False)

    def on(self, channel: ChannelName) -> None:
        """Talk on another channel."""
        self.channel = channel
        self._conversations.ids[channel, self.address] = self.conversation

    def serve(self, names: Sequence[str]) -> None:
        """Have these counties served."""
        self._served = tuple(COUNTIES[name] for name in names)
        self.office(counties=list(self._served))

    def move_to(self, now: datetime) -> None:
        """Let time pass."""
        self.clock.set_to(now)
        self.office(now=now.isoformat())

    def purge(self) -> None:
        """Let go what is kept of a chat for thirty days, as the nightly job does: here and in the engine."""
        self._inbox.turns.clear()
        self._conversations.choices.clear()
        dialogues = EngineDialogues(self._engine_database)
        dialogues.forget([self.conversation])
        dialogues.close()

    def say(self, text: str) -> None:
        """Send a message."""
        inbound = Inbound(self.channel, self.address, uuid.uuid4().hex, text, self.clock.now())
        self.replies = self._loop.run(self._turns.take(inbound)).replies

    def signal(self, what: str) -> None:
        """Let the house tell the dialogue of something; what it says waits for the next line."""
        self._loop.run(self._turns.signal(self.conversation, what, uuid.uuid4().hex))

    def pick(self, title: str) -> None:
        """Tap a choice offered last, by a part of its title; raise KeyError where there is none."""
        offered = self._conversations.choices.get(self.conversation, ())
        value = next((each.value for each in offered if title in each.title), None)
        if value is None:
            raise KeyError(f"no choice “{title}”, only {[each.title for each in offered]}")
        self.say(value)

    @property
    def words(self) -> str:
        """Everything said, one below the other."""
        return "\n".join(reply.text for reply in self.replies)

    @property
    def titles(self) -> list[str]:
        """The titles of the choices offered now."""
        return [choice.title for reply in self.replies for choice in reply.choices]

    def office(self, **wish: object) -> None:
        """Change what the services stand on."""
        httpx.post(f"{self._office_url}/surroundings", json=wish, trust_env=False).raise_for_status()

    def known(self) -> dict[str, Any]:
        """What the dialogue holds of this conversation, and why it was handed over, if it was."""
        answer = httpx.get(f"{self._office_url}/known/{self.conversation}", trust_env=False)
        known: dict[str, Any] = answer.raise_for_status().json()
        return known

    def close(self) -> None:
        """Let the connections go."""
        self._loop.run(self._engine.aclose())

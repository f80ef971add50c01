"""A guardian who talks to the real engine."""

from __future__ import annotations

import asyncio
import json
import urllib.request
import uuid
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ruxue_engine.agent import EngineAgent

# What the conversation finds in a message when 历下区 alone is served.
_NAMES = {"历下区": "370102", "历下": "370102", "济南": "370102|"}
NOW = "2027-06-10T09:30:00+08:00"


class Guardian:
    """Talks to the engine as one conversation; `replies` are those to the last message."""

    def __init__(self, agent: EngineAgent, loop: asyncio.Runner, actions_url: str) -> None:
        self.conversation = uuid.uuid4().hex
        self.replies: list[dict[str, Any]] = []
        self.now = NOW
        self.channel = "web"
        self.served = dict(_NAMES)
        self._offered: list[dict[str, str]] = []
        self._agent = agent
        self._loop = loop
        self._actions_url = actions_url

    def says(self, text: str, *findings: dict[str, str | None]) -> str:
        """Send a message and give the texts of the replies, one below the other."""
        metadata = {
            "today": self.now[:10],
            "now": self.now,
            "channel": self.channel,
            "findings": list(findings),
            "counties": [{"code": code, "name": name} for name, code in self.served.items() if name in text],
        }
        answered = self._loop.run(self._agent.answer(self.conversation, text, uuid.uuid4().hex, metadata))
        self.replies = answered.replies
        self._offered = next((each["buttons"] for each in self.replies[::-1] if each["buttons"]), [])
        return "\n".join(each["text"] or "" for each in self.replies)

    def picks(self, title: str) -> str:
        """Pick a choice offered last, by a part of its title."""
        return self.says(next(each["payload"] for each in self._offered if title in each["title"]))

    @property
    def choices(self) -> list[str]:
        """The titles offered last."""
        return [each["title"] for each in self._offered]

    @property
    def card(self) -> str | None:
        """The kind of the card in the replies, if any."""
        customs = [each["custom"] or {} for each in self.replies]
        return next((custom["card"]["kind"] for custom in customs if "card" in custom), None)

    @property
    def link(self) -> str | None:
        """The kind of the link in the replies, if any."""
        customs = [each["custom"] or {} for each in self.replies]
        return next((custom["link"]["kind"] for custom in customs if "link" in custom), None)

    @property
    def links(self) -> list[str]:
        """The kinds of all links in the replies."""
        customs = [each["custom"] or {} for each in self.replies]
        return [custom["link"]["kind"] for custom in customs if "link" in custom]

    def signs_in(self, family: str = "one") -> None:
        """Sign in on the identity service's page."""
        self.surroundings(sign_in=self.conversation, family=family)

    def surroundings(self, **wish: object) -> None:
        """Change what the services stand on."""
        body = json.dumps(wish).encode()
        url = self._actions_url.replace("/webhook", "/surroundings")
        request = urllib.request.Request(url, body, {"Content-Type": "application/json"})  # noqa: S310 - the test's own server on loopback
        urllib.request.urlopen(request, timeout=5).close()  # noqa: S310 - the test's own server on loopback

    def finds_served(self, **names: str) -> None:
        """Have other counties served besides, each given as name=code."""
        self.served |= names
        self.surroundings(counties=sorted({code for code in self.served.values() if "|" not in code}))

    def gets_as_far_as_consent(self) -> str:
        """Go the usual way to the consent question."""
        self.says("我家孩子2020年10月出生,户口和房子都在历下,想报明年的小学")
        self.signs_in()
        self.says("登录好了")
        return self.picks("⟦child:")

    def gets_as_far_as_decision(self) -> str:
        """Go the usual way to the decision card."""
        self.gets_as_far_as_consent()
        return self.says("全部同意")

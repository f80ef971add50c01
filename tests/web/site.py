"""The web process around fakes, reached without a network."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial

import httpx

from enrolment.services.guardians.complete_sign_in import SignedIn
from enrolment.services.guardians.forget_chat import forget_chat
from enrolment.services.guardians.list_accesses import list_accesses
from integrations.wechat.account import WeChatAccount
from storage.page_links import PageLinks
from tests.bot.fakes import Chat, FakeCounters
from tests.fakes.clock import FrozenClock
from tests.fakes.dialogues import FakeDialogues
from tests.fakes.office import Office
from web.app import create_app
from web.deps import Deps
from web.pages.consents.desk import ConsentDesk
from web.pages.papers.desk import PaperDesk
from web.pages.records.desk import RecordsDesk
from web.questions.desk import QuestionDesk


async def well() -> bool:
    """A part that answers."""
    return True


@dataclass(slots=True)
class Site:
    """The app, its fakes, and a client."""

    chat: Chat = field(default_factory=Chat)
    office: Office = field(default_factory=Office)
    dialogues: FakeDialogues = field(default_factory=FakeDialogues)
    counters: FakeCounters = field(default_factory=FakeCounters)
    wechat: WeChatAccount | None = None
    wechat_reply_seconds: float = 4.5
    demonstration: bool = True
    sign_in_failure: Exception | None = None
    down: set[str] = field(default_factory=set)
    papers: PaperDesk | None = None
    consents: ConsentDesk | None = None
    questions: QuestionDesk | None = None
    records: RecordsDesk | None = None
    links: PageLinks = field(
        default_factory=lambda: PageLinks(b"k" * 32, FrozenClock(), "http://ruxue.test/accesses")
    )

    def deps(self) -> Deps:
        """The dependencies, as bootstrap would fill them."""
        chat = self.chat
        return Deps(
            turns=chat.turns,
            inbox=chat.inbox,
            conversations=chat.conversations,
            counters=self.counters,
            begin=self.office.store.begin,
            clock=chat.clock,
            access_link=self.links.url,
            list_accesses=lambda link: list_accesses(self.links.read(link), begin=self.office.store.begin),
            forget_chat=partial(forget_chat, begin=self.office.store.begin, dialogues=self.dialogues),
            purge=dict,
            complete_sign_in=self._complete_sign_in,
            health={"engine": self._ping, "actions": well},
            served=self.office.plans.counties,
            demonstration=self.demonstration,
            papers=self.papers,
            consents=self.consents,
            questions=self.questions,
            records=self.records,
            wechat=self.wechat,
            wechat_reply_seconds=self.wechat_reply_seconds,
        )

    @asynccontextmanager
    async def client(self, address: str = "127.0.0.1") -> AsyncIterator[httpx.AsyncClient]:
        """A client that sees errors as answers, as a browser would."""
        app = create_app(self.deps())
        transport = httpx.ASGITransport(app, raise_app_exceptions=False, client=(address, 1))
        async with httpx.AsyncClient(transport=transport, base_url="http://ruxue.test") as client:
            yield client

    async def _complete_sign_in(self, state: str, code: str) -> SignedIn:
        del state, code
        if self.sign_in_failure is not None:
            raise self.sign_in_failure
        return SignedIn("conversation-1", "guardian-1")

    async def _ping(self) -> bool:
        if "engine" in self.down:
            raise ConnectionError
        return True


def message(text: str, message_id: str = "m1", conversation: str = "browser-1") -> dict[str, str]:
    """The body of a message."""
    return {"conversation": conversation, "message_id": message_id, "text": text}

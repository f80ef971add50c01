"""What the web process works with; `bootstrap` fills it, routes take it as `DepsDep`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated, cast

from fastapi import Depends, Request

from bot.ports import Conversations, Counters, Inbox
from bot.turn import Turns
from enrolment.model.plan import Plan
from enrolment.ports import BeginWork, Clock
from enrolment.services.guardians.complete_sign_in import SignedIn
from enrolment.services.guardians.list_accesses import AccessDay
from integrations.wechat.account import WeChatAccount
from web.pages.consents.desk import ConsentDesk
from web.pages.guide.shelf import GuideShelf
from web.pages.papers.desk import PaperDesk
from web.pages.records.desk import RecordsDesk
from web.questions.desk import QuestionDesk

Ping = Callable[[], Awaitable[bool]]


def _no_digest(_: Plan) -> str:
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deps:
    """Ports, services and the few settings of the web process.

    `health` has one ping per part. `served` gives the plan of every county served; `county` is the code of
    the one the chat page names when its link names none, empty for none. `plan_digest` gives the SHA-256 a
    plan was published under, and `guides` keeps their public pages. `papers` takes
    papers in, `consents` shows what was agreed to, `records` what was not found, and `questions` answers
    apart from any chat, each None where there is no such page. `wechat` is None where no official account is
    set up, and `takes_pictures` says whether pictures sent there are fetched;
    `opening` is awaited before it serves and `closing` at the end of the
    process. `access_link` gives a conversation the address where its guardian
    sees who read their data, `list_accesses` what stands there for such a link. `forget_chat` forgets
    everything said in a conversation and whom it was with. `purge` takes away what was
    kept as long as it may be, and says how much of each kind.
    """

    turns: Turns
    inbox: Inbox
    conversations: Conversations
    counters: Counters
    begin: BeginWork
    clock: Clock
    complete_sign_in: Callable[[str, str], Awaitable[SignedIn]]
    access_link: Callable[[str], str]
    list_accesses: Callable[[str], Sequence[AccessDay]]
    forget_chat: Callable[[str], None]
    purge: Callable[[], Mapping[str, int]]
    health: Mapping[str, Ping]
    served: Callable[[], Sequence[Plan]]
    demonstration: bool
    county: str = ""
    plan_digest: Callable[[Plan], str] = _no_digest
    guides: GuideShelf = field(default_factory=GuideShelf)
    papers: PaperDesk | None = None
    consents: ConsentDesk | None = None
    questions: QuestionDesk | None = None
    records: RecordsDesk | None = None
    wechat: WeChatAccount | None = None
    wechat_reply_seconds: float = 4.5
    takes_pictures: bool = False
    opening: tuple[Callable[[], Awaitable[None]], ...] = ()
    closing: tuple[Callable[[], Awaitable[None]], ...] = ()


def get_deps(request: Request) -> Deps:
    """The dependencies of the running app."""
    return cast("Deps", request.app.state.deps)


DepsDep = Annotated[Deps, Depends(get_deps)]

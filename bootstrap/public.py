"""The public process: its ports joined to their adapters."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING

from bootstrap.answering import question_desk
from bootstrap.desk import QueueDesk
from bootstrap.foundation import Foundation
from bootstrap.outside import (
    connect_departments,
    engine_dialogues,
    identity_provider,
    paper_images,
    wechat_account,
    wechat_platform,
)
from bootstrap.upkeep import purge
from enrolment.model.access import Who, Why
from integrations.probe import Probe
from storage.engine import ping
from storage.page_links import PageLinks

if TYPE_CHECKING:
    from enrolment.model.application import Application
    from web.deps import Deps


def web_deps(foundation: Foundation, verify: Callable[[str, str], Awaitable[Application]]) -> Deps:
    """Join the ports of the public process; `verify` asks the departments about an application."""
    from bot.pictures import Pictures
    from bot.render.presenter import ServicePresenter
    from bot.turn import Turns
    from enrolment.services.guardians.complete_sign_in import complete_sign_in
    from enrolment.services.guardians.forget_chat import forget_chat
    from enrolment.services.guardians.list_accesses import list_accesses
    from enrolment.services.guardians.start_sign_in import start_sign_in
    from integrations.papers.reader import ProcessReader
    from integrations.rasa.engine import RasaEngine
    from integrations.rasa.understanding import RasaUnderstanding
    from storage.chat import open_chat_storage
    from storage.papers.links import PaperLinks
    from web.deps import Deps
    from web.pages.consents.desk import ConsentDesk
    from web.pages.papers.desk import PaperDesk
    from web.pages.records.desk import RecordsDesk

    settings, begin, clock = foundation.settings, foundation.begin, foundation.clock
    provider = identity_provider(foundation)
    engine = RasaEngine(settings.engine_url)
    understanding = RasaUnderstanding(settings.engine_url)
    actions = Probe(f"{settings.actions_url}/health")
    departments = connect_departments(foundation)
    access_links = PageLinks(foundation.vault.keys.linking, clock, f"{settings.web_url}/accesses")
    consent_links = PageLinks(foundation.vault.keys.linking, clock, f"{settings.web_url}/consents")
    record_links = PageLinks(foundation.vault.keys.linking, clock, f"{settings.web_url}/records")
    paper_links = PaperLinks(foundation.vault.keys.linking, clock, settings.web_url)
    chat = open_chat_storage(foundation.vault, clock)
    dialogues = engine_dialogues(settings)
    desk = QueueDesk(chat.is_taken, begin(Why.TALK), foundation.ids, clock)
    sign_in = partial(
        start_sign_in, begin=begin(Why.SIGN_IN), provider=provider, ids=foundation.ids, clock=clock
    )

    platform = wechat_platform(settings)
    reader, images = ProcessReader(), paper_images(settings)
    pictures = None
    if platform is not None:
        pictures = Pictures(
            source=platform,
            begin=begin(Why.PAPERS),
            plans=foundation.plans,
            reader=reader,
            images=images,
            ids=foundation.ids,
            clock=clock,
            link=paper_links.url,
        )

    async def close() -> None:
        for closing in (engine, understanding, actions, provider, departments):
            await closing.aclose()
        if platform is not None:
            await platform.aclose()
        chat.close()
        dialogues.close()

    return Deps(
        turns=Turns(
            inbox=chat.inbox,
            conversations=chat.conversations,
            vault=chat.vault,
            engine=engine,
            presenter=ServicePresenter(
                begin=begin(Why.SHOW),
                plans=foundation.plans,
                clock=clock,
                sign_in=sign_in,
                papers=paper_links.url,
                consents=consent_links.url,
                records=record_links.url,
                plan_page=lambda county: f"{settings.web_url}/plans/{county}",
            ),
            clock=clock,
            served=foundation.plans.counties,
            desk=desk,
            pictures=pictures,
        ),
        inbox=chat.inbox,
        conversations=chat.conversations,
        counters=chat.counters,
        begin=begin(Why.SHOW),
        clock=clock,
        access_link=access_links.url,
        list_accesses=lambda link: list_accesses(access_links.read(link), begin=begin(Why.SHOW)),
        forget_chat=partial(forget_chat, begin=begin(Why.SHOW), dialogues=dialogues),
        purge=lambda: {each.rule.kind.value: each.count for each in purge(settings)},
        complete_sign_in=partial(complete_sign_in, begin=begin(Why.SIGN_IN), provider=provider, clock=clock),
        health={
            "engine": engine.healthy,
            "actions": actions.healthy,
            "exchange": partial(_pings, departments.ping),
            "identity": partial(_pings, provider.ping),
            "database": partial(_pings, partial(asyncio.to_thread, ping, foundation.database)),
        },
        served=foundation.plans.counties,
        plan_digest=foundation.plans.digest,
        county=settings.county,
        demonstration=settings.demonstration,
        consents=ConsentDesk(
            read_link=consent_links.read,
            begin=begin(Why.SHOW, Who.GUARDIAN),
            plans=foundation.plans,
            ids=foundation.ids,
            clock=clock,
            dialogues=dialogues,
            connected=departments.data_items,
        ),
        questions=question_desk(foundation, understanding),
        records=RecordsDesk(
            read_link=record_links.read,
            begin=begin(Why.APPLY, Who.GUARDIAN),
            plans=foundation.plans,
            clock=clock,
            verify=verify,
        ),
        papers=PaperDesk(
            make_link=paper_links.url,
            read_link=paper_links.read,
            begin=begin(Why.PAPERS),
            plans=foundation.plans,
            reader=reader,
            images=images,
            ids=foundation.ids,
            clock=clock,
        ),
        wechat=wechat_account(settings),
        wechat_reply_seconds=settings.wechat_reply_seconds,
        takes_pictures=pictures is not None,
        closing=(close,),
    )


async def _pings(ping: Callable[[], Awaitable[None]]) -> bool:
    await ping()
    return True

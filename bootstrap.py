"""Joins adapters to ports: the one place that knows every room, and the only reader of the settings."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from sqlalchemy import Engine

from bot.ports import StorageUnavailable
from enrolment.model.access import Reader, Who, Why
from enrolment.ports import BeginWork, Clock
from enrolment.services.purge_expired import Purged, purge_expired
from integrations import logs
from integrations.clock import DemonstrationClock, WallClock
from integrations.departments.adapter import ExchangeDepartments
from integrations.departments.connecting import ExchangeAccess, connect
from integrations.departments.signing import Scheme
from integrations.identity.config import OAuth2Config
from integrations.identity.provider import OAuth2IdentityProvider
from integrations.probe import Probe
from integrations.wechat.account import WeChatAccount
from settings import Settings
from storage import migrate as migrations
from storage.engine import create_engine, ping
from storage.envelope import CipherName
from storage.ids import new_id
from storage.keys import Keys, load_or_create
from storage.page_links import PageLinks
from storage.plan_files import LoadedPlan
from storage.published import PlanVersions, Publication, PublishedPlans
from storage.published.shipped import publish_folder
from storage.retention import SqlRetention
from storage.vault import Vault, open_vault
from storage.work import begin_work

if TYPE_CHECKING:
    from actions.services import Services
    from enrolment.paper_ports import PaperImages
    from enrolment.services.settle_facts import Settled
    from web.deps import Deps
    from workflows.open import Workflows
    from workflows.verification import Verification


_PATIENT = 30.0
"""How long work that nobody waits for is patient with a busy database, in seconds."""


class SettingMissing(Exception):
    """A setting that has no safe default is empty; the message says which and what to put there."""


class RandomIds:
    """Implements `enrolment.ports.Ids`."""

    def new(self) -> str:
        """A new identifier nobody can guess."""
        return new_id()


@dataclass(frozen=True, slots=True)
class Foundation:
    """What both processes that know enrolment stand on."""

    settings: Settings
    clock: Clock
    vault: Vault
    database: Engine
    plans: PublishedPlans
    ids: RandomIds

    def begin(self, why: Why, who: Who = Who.ASSISTANT) -> BeginWork:
        """What begins a transaction on behalf of somebody who reads for this reason."""
        return begin_work(self.vault, Reader(who, why))


def read_settings() -> Settings:
    """Read RUXUE_* from the environment; raise pydantic's ValidationError naming what is wrong."""
    return Settings()


def lay_foundation(settings: Settings) -> Foundation:
    """Open what every process that knows enrolment needs."""
    logs.configure(settings.log_level)
    clock = _clock(settings)
    database = create_engine(settings.cases_url)
    vault = _vault(settings, database, clock)
    plans = PublishedPlans(PlanVersions(database), clock.today)
    with suppress(StorageUnavailable):
        # Read now, so that the first guardian need not wait for it; later where the database is away.
        plans.counties()
    return Foundation(
        settings=settings,
        clock=clock,
        vault=vault,
        database=database,
        plans=plans,
        ids=RandomIds(),
    )


def migrate(settings: Settings, say: Callable[[str], None] | None = None) -> None:
    """Bring the database of the cases up to date; a demonstration publishes the plans it is shipped with.

    `say` gets a line for each plan that cannot be published, standard error otherwise; outside a
    demonstration nothing is published by itself.
    """
    _upgrade(settings)
    if settings.demonstration:
        database = create_engine(settings.cases_url)
        publish_folder(settings.plans, PlanVersions(database), _clock(settings).now(), say or _complain)
        database.dispose()


def open_the_vault(settings: Settings) -> Vault:
    """Open the vault for who looks after it, on a database that is up to date."""
    _upgrade(settings)
    return _vault(settings, create_engine(settings.cases_url, patience=_PATIENT), _clock(settings))


def purge(settings: Settings, *, dry_run: bool = False) -> Sequence[Purged]:
    """Delete or empty what has been kept as long as it may be; a dry run only counts."""
    _upgrade(settings)
    database = create_engine(settings.cases_url, patience=_PATIENT)
    try:
        retention = SqlRetention(database, _paper_images(settings))
        return purge_expired(retention=retention, clock=_clock(settings), dry_run=dry_run)
    finally:
        database.dispose()


def cipher_of(settings: Settings) -> CipherName:
    """The cipher that new keys of the vault are for."""
    return CipherName(settings.vault_cipher)


def publish_plan(settings: Settings, loaded: LoadedPlan) -> Publication:
    """Store a plan as its authority's newest version; raise VersionTaken."""
    _upgrade(settings)
    database = create_engine(settings.cases_url)
    try:
        return PlanVersions(database).publish(loaded, _clock(settings).now())
    finally:
        database.dispose()


def serve_web() -> None:
    """Run the public process until it is told to stop."""
    from web.app import create_app
    from web.server import serve

    foundation = lay_foundation(read_settings())
    workflows = _workflows(foundation, "web", drains=True)
    _verification(foundation)
    deps = replace(web_deps(foundation), opening=(workflows.launch,))
    serve(create_app(deps), host=foundation.settings.host, port=foundation.settings.port)


def serve_actions() -> None:
    """Run the action server until it is told to stop."""
    from actions.server import serve

    foundation = lay_foundation(read_settings())
    workflows = _workflows(foundation, "actions")
    serve(action_services(foundation), port=foundation.settings.actions_port, opening=workflows.launch)


def web_deps(foundation: Foundation) -> Deps:
    """Join the ports of the public process."""
    from bot.render.presenter import ServicePresenter
    from bot.turn import Turns
    from enrolment.services.complete_sign_in import complete_sign_in
    from enrolment.services.list_accesses import list_accesses
    from enrolment.services.start_sign_in import start_sign_in
    from integrations.papers.reader import ProcessReader
    from integrations.rasa.engine import RasaEngine
    from storage.chat import open_chat_storage
    from storage.papers.links import PaperLinks
    from web.deps import Deps
    from web.pages.consents.desk import ConsentDesk
    from web.pages.papers.desk import PaperDesk

    settings, begin, clock = foundation.settings, foundation.begin, foundation.clock
    provider = _identity(foundation)
    engine = RasaEngine(settings.engine_url)
    actions = Probe(f"{settings.actions_url}/health")
    departments = _departments(foundation)
    access_links = PageLinks(foundation.vault.keys.linking, clock, f"{settings.web_url}/accesses")
    consent_links = PageLinks(foundation.vault.keys.linking, clock, f"{settings.web_url}/consents")
    paper_links = PaperLinks(foundation.vault.keys.linking, clock, settings.web_url)
    chat = open_chat_storage(foundation.vault, clock)
    sign_in = partial(
        start_sign_in, begin=begin(Why.SIGN_IN), provider=provider, ids=foundation.ids, clock=clock
    )

    async def close() -> None:
        for closing in (engine, actions, provider, departments):
            await closing.aclose()
        chat.close()

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
            ),
            clock=clock,
            served=foundation.plans.counties,
        ),
        inbox=chat.inbox,
        conversations=chat.conversations,
        counters=chat.counters,
        begin=begin(Why.SHOW),
        clock=clock,
        access_link=access_links.url,
        list_accesses=lambda link: list_accesses(access_links.read(link), begin=begin(Why.SHOW)),
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
            connected=departments.data_items,
        ),
        papers=PaperDesk(
            make_link=paper_links.url,
            read_link=paper_links.read,
            begin=begin(Why.PAPERS),
            plans=foundation.plans,
            reader=ProcessReader(),
            images=_paper_images(settings),
            ids=foundation.ids,
            clock=clock,
        ),
        wechat=_wechat(settings),
        wechat_reply_seconds=settings.wechat_reply_seconds,
        closing=(close,),
    )


def action_services(foundation: Foundation) -> Services:
    """Join the services the actions call."""
    from actions.services import Services
    from enrolment.services.answer_question import answer_question
    from enrolment.services.check_eligibility import check_eligibility
    from enrolment.services.describe_outcome import describe_outcome
    from enrolment.services.explore_options import explore_options
    from enrolment.services.list_children import list_children
    from enrolment.services.list_requests import list_requests
    from enrolment.services.next_question import next_question
    from enrolment.services.open_application import open_application
    from enrolment.services.record_consent import record_consent
    from enrolment.services.show_consents import show_consents
    from enrolment.services.show_progress import show_progress
    from enrolment.services.state_facts import state_facts
    from enrolment.services.submit_application import submit_application
    from enrolment.services.verify_facts import verify_facts
    from enrolment.services.withdraw_application import withdraw_application
    from enrolment.services.withdraw_consent import withdraw_consent

    begin, plans, ids, clock = foundation.begin, foundation.plans, foundation.ids, foundation.clock
    verification, settle, connected = _verification(foundation)
    return Services(
        served=plans.counties,
        current_plan=plans.current,
        check_eligibility=partial(check_eligibility, plans=plans, clock=clock),
        list_children=partial(list_children, begin=begin(Why.APPLY)),
        open_application=partial(open_application, begin=begin(Why.APPLY), plans=plans, ids=ids, clock=clock),
        list_requests=partial(
            list_requests, begin=begin(Why.APPLY), plans=plans, clock=clock, connected=connected
        ),
        record_consent=partial(record_consent, begin=begin(Why.APPLY), plans=plans, ids=ids, clock=clock),
        show_consents=partial(
            show_consents, begin=begin(Why.SHOW), plans=plans, clock=clock, connected=connected
        ),
        withdraw_consent=partial(
            withdraw_consent,
            begin=begin(Why.APPLY),
            plans=plans,
            clock=clock,
            connected=connected,
        ),
        verify_facts=partial(
            verify_facts,
            begin=begin(Why.VERIFY),
            gather=verification.gather,
            settle=settle,
            budget_seconds=foundation.settings.verification_seconds,
        ),
        next_question=partial(next_question, begin=begin(Why.APPLY), plans=plans),
        state_facts=partial(state_facts, begin=begin(Why.APPLY), plans=plans, settle=settle, clock=clock),
        describe_outcome=partial(describe_outcome, begin=begin(Why.SHOW), plans=plans, clock=clock),
        submit_application=partial(submit_application, begin=begin(Why.FILE), plans=plans, clock=clock),
        withdraw_application=partial(withdraw_application, begin=begin(Why.FILE), clock=clock),
        show_progress=partial(show_progress, begin=begin(Why.SHOW), plans=plans),
        answer_question=partial(answer_question, plans=plans, clock=clock),
        explore_options=partial(explore_options, plans=plans, clock=clock),
    )


def _paper_images(settings: Settings) -> PaperImages:
    from storage.papers.images import Bucket, in_bucket, in_folder

    if not settings.papers_bucket:
        return in_folder(settings.var / "papers")
    return in_bucket(
        Bucket(
            settings.papers_bucket,
            settings.papers_address,
            settings.papers_region,
            settings.papers_access_key.get_secret_value(),
            settings.papers_secret_key.get_secret_value(),
        )
    )


def _clock(settings: Settings) -> Clock:
    return DemonstrationClock(settings.demonstration_date) if settings.demonstration else WallClock()


def _complain(line: str) -> None:
    sys.stderr.write(f"{line}\n")


def _upgrade(settings: Settings) -> None:
    settings.var.mkdir(parents=True, exist_ok=True)
    migrations.upgrade(settings.cases_url)


def _vault(settings: Settings, database: Engine, clock: Clock) -> Vault:
    return open_vault(database, _keys(settings), clock.now, cipher=cipher_of(settings))


def _keys(settings: Settings) -> Keys:
    secret = settings.secret_key.get_secret_value()
    if secret:
        return Keys.from_base64(secret)
    if settings.demonstration:
        return load_or_create(settings.var / "secret.key")
    raise SettingMissing("RUXUE_SECRET_KEY is empty; set it to what `openssl rand -base64 32` prints")


def _identity(foundation: Foundation) -> OAuth2IdentityProvider:
    settings = foundation.settings
    config = OAuth2Config.at(
        settings.identity_url or f"{settings.sandbox_url}/identity",
        redirect_uri=f"{settings.web_url}/sign-in/callback",
        client_id=settings.identity_client_id,
        client_secret=settings.identity_client_secret.get_secret_value(),
    )
    return OAuth2IdentityProvider(config, clock=foundation.clock)


def _workflows(foundation: Foundation, process: str, *, drains: bool = False) -> Workflows:
    """Prepare durable workflows in this process; they begin to run when it serves."""
    from workflows.open import Workflows

    workflows = Workflows(foundation.settings.workflows_url, process, drains=drains)
    workflows.prepare()
    return workflows


def _verification(
    foundation: Foundation,
) -> tuple[Verification, Callable[[str], Settled], frozenset[str]]:
    """Join the verification that outlives a crash, with the data items connected; asks nobody yet."""
    from enrolment.services.gather_replies import gather_replies
    from enrolment.services.settle_facts import settle_facts
    from workflows.careful_departments import Care, CarefulDepartments
    from workflows.pauses import pause_seconds
    from workflows.verification import GATHER_SECONDS, Steps, Verification

    begin, clock, settings = foundation.begin(Why.VERIFY), foundation.clock, foundation.settings
    asking = _departments(foundation, call_seconds=settings.department_seconds)
    care = Care(call_seconds=settings.department_seconds, at_once=settings.department_calls)
    departments = CarefulDepartments(asking, care)
    settle = partial(
        settle_facts, begin=begin, plans=foundation.plans, connected=departments.data_items, clock=clock
    )
    steps = Steps(
        gather=partial(
            gather_replies,
            begin=begin,
            plans=foundation.plans,
            departments=departments,
            clock=clock,
            budget_seconds=GATHER_SECONDS,
        ),
        settle=lambda application_id, tell: settle(application_id, tell=tell),
        begin=begin,
        clock=clock,
        ids=foundation.ids,
        pause=partial(pause_seconds, first=settings.ask_again_seconds),
    )
    return Verification(steps), settle, departments.data_items


def _departments(foundation: Foundation, *, call_seconds: float = 3.5) -> ExchangeDepartments:
    settings = foundation.settings
    access = ExchangeAccess(
        settings.exchange_url or f"{settings.sandbox_url}/exchange",
        requester=settings.exchange_sid,
        key=settings.exchange_app_key.get_secret_value(),
        scheme=Scheme(settings.exchange_scheme),
        signs_answers=settings.exchange_signs_answers,
        sm4_key=settings.exchange_sm4_key.get_secret_value(),
        mapping=settings.exchange_mapping,
        call_seconds=call_seconds,
    )
    return connect(access, clock=foundation.clock, wall_clock=WallClock())


def _wechat(settings: Settings) -> WeChatAccount | None:
    token = settings.wechat_token.get_secret_value()
    if not token:
        return None
    plain = settings.wechat_accepts_plain
    return WeChatAccount(
        token,
        settings.wechat_app_id,
        settings.wechat_aes_key.get_secret_value(),
        accepts_plain=settings.demonstration if plain is None else plain,
    )


async def _pings(ping: Callable[[], Awaitable[None]]) -> bool:
    await ping()
    return True

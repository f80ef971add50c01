"""What every process that knows enrolment stands on: settings, clock, vault, database, plans."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Engine

from bot.ports import StorageUnavailable
from enrolment.model.access import Reader, Who, Why
from enrolment.ports import BeginWork, Clock
from integrations import logs
from integrations.clock import DemonstrationClock, WallClock
from settings import Settings
from storage import migrate as migrations
from storage.engine import create_engine
from storage.envelope import CipherName
from storage.ids import new_id
from storage.keys import Keys, load_or_create
from storage.published import PlanVersions, PublishedPlans
from storage.vault import Vault, open_vault
from storage.work import begin_work


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
    if settings.secret_key_before.get_secret_value():
        raise SettingMissing(
            "RUXUE_SECRET_KEY_BEFORE is set; run `ruxue keys reroot` to its end, then empty it"
        )
    clock = clock_of(settings)
    database = create_engine(settings.cases_url)
    vault = vault_of(settings, database, clock)
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


def upgrade(settings: Settings) -> None:
    """Bring the database of the cases up to date."""
    settings.var.mkdir(parents=True, exist_ok=True)
    migrations.upgrade(settings.cases_url)


def clock_of(settings: Settings) -> Clock:
    """The clock of this run: the demonstration's day, or the wall's."""
    return DemonstrationClock(settings.demonstration_date) if settings.demonstration else WallClock()


def clock_ahead(settings: Settings) -> timedelta:
    """How far this run's clock runs ahead of the machine's."""
    return clock_of(settings).now() - WallClock().now()


def vault_of(settings: Settings, database: Engine, clock: Clock) -> Vault:
    """The vault over an open database."""
    return open_vault(database, _keys(settings), clock.now, cipher=cipher_of(settings))


def cipher_of(settings: Settings) -> CipherName:
    """The cipher that new keys of the vault are for."""
    return CipherName(settings.vault_cipher)


def _keys(settings: Settings) -> Keys:
    secret = settings.secret_key.get_secret_value()
    if secret:
        return Keys.from_base64(secret)
    if settings.demonstration:
        return load_or_create(settings.var / "secret.key")
    raise SettingMissing("RUXUE_SECRET_KEY is empty; set it to what `openssl rand -base64 32` prints")

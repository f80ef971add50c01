"""What an office does to a run from outside: bring it up to date, publish, purge, look after its keys."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

from bootstrap.foundation import SettingMissing, cipher_of, clock_ahead, clock_of, upgrade, vault_of
from bootstrap.outside import engine_dialogues, paper_images
from enrolment.model.retention import Kind
from enrolment.services.purge_expired import Purged, purge_expired
from settings import Settings
from storage.engine import create_engine
from storage.keys import Keys
from storage.plan_files import LoadedPlan
from storage.published import PlanVersions, Publication
from storage.published.shipped import publish_folder
from storage.retention import SqlRetention
from storage.vault import Vault, open_vault

_PATIENT = 30.0
"""How long work that nobody waits for is patient with a busy database, in seconds."""


def migrate(settings: Settings, say: Callable[[str], None] | None = None) -> None:
    """Bring the database of the cases up to date; a demonstration publishes the plans it is shipped with.

    `say` gets a line for each plan that cannot be published, standard error otherwise; outside a
    demonstration nothing is published by itself.
    """
    upgrade(settings)
    if settings.demonstration:
        database = create_engine(settings.cases_url)
        publish_folder(settings.plans, PlanVersions(database), clock_of(settings).now(), say or _complain)
        database.dispose()


def open_the_vault(settings: Settings) -> Vault:
    """Open the vault for who looks after it, on a database that is up to date."""
    upgrade(settings)
    return vault_of(settings, create_engine(settings.cases_url, patience=_PATIENT), clock_of(settings))


def replace_secret(settings: Settings, say: Callable[[str], None]) -> None:
    """Put a new secret in the place of the old one; raise SettingMissing, SealBroken.

    Until its last step ends, nothing may start: who was not hashed anew would not be found.
    """
    from storage.envelope import rerooting
    from storage.rehash import rehash
    from storage.reseal import reseal

    before = settings.secret_key_before.get_secret_value()
    if not before or not settings.secret_key.get_secret_value():
        raise SettingMissing("set RUXUE_SECRET_KEY to the new secret, RUXUE_SECRET_KEY_BEFORE to the old")
    upgrade(settings)
    engine, clock = create_engine(settings.cases_url, patience=_PATIENT), clock_of(settings)
    new = vault_of(settings, engine, clock)
    old = open_vault(engine, Keys.from_base64(before), clock.now, cipher=cipher_of(settings))
    if not rerooting.wraps_all(engine, new.keys):
        old.ring.prepare()
        reseal(old, lambda column, done: say(f"· {column}: {done} sealed anew"))
        say(f"· {rerooting.reroot(engine, old.keys, new.keys)} keys are under the new secret")
    rehash(new, lambda name, done: say(f"· {name}: {done} hashed anew"))
    say("· the old secret opens nothing any more; empty RUXUE_SECRET_KEY_BEFORE, and start everything")
    engine.dispose()


def purge(settings: Settings, *, dry_run: bool = False) -> Sequence[Purged]:
    """Delete or empty what has been kept as long as it may be; a dry run only counts."""
    upgrade(settings)
    from workflows.retention import FinishedWork

    database = create_engine(settings.cases_url, patience=_PATIENT)
    dialogues = engine_dialogues(settings)
    try:
        return purge_expired(
            retention=SqlRetention(database, paper_images(settings)),
            elsewhere={
                Kind.DIALOGUES: dialogues,
                Kind.WORKFLOWS: FinishedWork(settings.workflows_url, ahead=clock_ahead(settings)),
            },
            clock=clock_of(settings),
            dry_run=dry_run,
        )
    finally:
        dialogues.close()
        database.dispose()


def publish_plan(settings: Settings, loaded: LoadedPlan) -> Publication:
    """Store a plan as its authority's newest version; raise VersionTaken."""
    upgrade(settings)
    database = create_engine(settings.cases_url)
    try:
        return PlanVersions(database).publish(loaded, clock_of(settings).now())
    finally:
        database.dispose()


def _complain(line: str) -> None:
    sys.stderr.write(f"{line}\n")

"""`ruxue plan publish`: store a version of a plan for good, unless its review finds an error."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import bootstrap
from bootstrap.timeliness import open_timeliness
from bot.ports import StorageUnavailable
from cli.plan.check import check_loaded
from storage.plan_files import load

Say = Callable[[str], None]


def publish(file: Path, say: Say) -> bool:
    """Check a plan and publish it; give whether it is in force now.

    Raises PlanInvalid when the file cannot be read as a plan, VersionTaken when its version was published
    with another content.
    """
    loaded = load(file)
    if not check_loaded(loaded, say):
        say("Nothing was published.")
        return False
    try:
        publication = bootstrap.publish_plan(bootstrap.read_settings(), loaded)
    except StorageUnavailable as error:
        say(f"Nothing was published: {error}.")
        return False
    version = publication.version
    if publication.new:
        _tell_whom_it_concerns(version.county, say)
    what = f"{version.county}/{version.year} {version.version}, no. {version.serial}, sha256 {version.sha256}"
    say(f"Published: {what}" if publication.new else f"Already in force, nothing was stored: {what}")
    return True


def _tell_whom_it_concerns(county: str, say: Say) -> None:
    """Queue a notice for every conversation that was given a clause which reads otherwise now."""
    with open_timeliness(bootstrap.read_settings()) as timeliness:
        notices = timeliness.queue(county)
    if notices:
        say(f"{len(notices)} conversations were given clauses that changed; see: ruxue plan told {county}")

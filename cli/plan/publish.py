"""`ruxue plan publish`: store a version of a plan for good, unless its review finds an error."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import bootstrap
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
    what = f"{version.county}/{version.year} {version.version}, no. {version.serial}, sha256 {version.sha256}"
    say(f"Published: {what}" if publication.new else f"Already in force, nothing was stored: {what}")
    return True

"""Publish what a folder of plan files holds, as a demonstration does when it starts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from storage.plan_files import PlanInvalid
from storage.plan_files.load import load_from
from storage.plan_files.reading.layers import Layers
from storage.published.versions import PlanVersions, VersionTaken


def publish_folder(folder: Path, versions: PlanVersions, at: datetime, say: Callable[[str], None]) -> None:
    """Publish every plan that changed; one that cannot be is said in one line and left as it was."""
    layers = Layers(folder)
    for path in sorted(folder.glob("*/*.yml")):
        try:
            if not layers.read(path).abstract:
                versions.publish(load_from(layers, path), at)
        except (PlanInvalid, VersionTaken) as refused:
            say(f"not published: {refused}")

"""Asks a trained model of this tree about many messages at once, in the engine's own environment."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bot.places import named_counties
from settings import ROOT
from storage.plan_files import PlanFiles

_ENGINE = ROOT / "bot/engine"


def understood_by(model: Path, texts: Sequence[str]) -> Iterator[dict[str, Any]]:
    """What the engine's door answers for each text, in order, and `ms`, the milliseconds it took.

    The engine is started for these texts alone and ends with them. Raises CalledProcessError where it fails,
    and OSError where it is not installed.
    """
    served = list(PlanFiles(ROOT / "plans").counties())
    asked = [json.dumps({"text": text, "counties": named_counties(text, served)}) for text in texts]
    answered = subprocess.run(  # noqa: S603 - our own engine
        [_ENGINE / ".venv/bin/python", "-m", "ruxue_engine", "understand", "--model", model],
        input="\n".join(asked),
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(_ENGINE)},
        text=True,
        check=True,
    )
    return (json.loads(line) for line in answered.stdout.splitlines())

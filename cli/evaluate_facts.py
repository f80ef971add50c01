"""`ruxue evaluate-facts`: how well the facts of messages are found, by the engine's own environment."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from bot.places import named_counties
from cli.slot_scores import Score, Scores, scored
from settings import ROOT
from storage.plan_files import PlanFiles

Say = Callable[[str], None]
_ENGINE = ROOT / "bot/engine"
_WORST = 10


def evaluate_facts(file: Path, say: Say, *, show_errors: bool = False) -> Scores:
    """Print precision, recall and F1, in all and by fact, the worst facts first.

    `file` has lines of `{"text", "today", "facts"}`. Raises ValueError for a line that is none of these.
    """
    cases = [
        _case(line, at) for at, line in enumerate(file.read_text("utf-8").splitlines(), 1) if line.strip()
    ]
    answers = _read(cases)
    pairs = [(case["facts"], answer["facts"]) for case, answer in zip(cases, answers, strict=True)]
    scores = scored(pairs)
    if show_errors:
        for case, (told, found) in zip(cases, pairs, strict=True):
            _say_difference(case["text"], told, found, say)
    say(f"facts: {scores.messages} messages, {scores.exact} read without a fault")
    say(_line("all facts", scores.overall))
    say(f"worst of {len(scores.of_each)} facts, by pairs missed or found wrongly:")
    by_faults = sorted(scores.of_each.items(), key=lambda each: (-each[1].wrong - each[1].missed, each[0]))
    for name, score in by_faults if show_errors else by_faults[:_WORST]:
        say(_line(name, score))
    times = sorted(answer["ms"] for answer in answers)
    say(f"ms a message: p50 {times[len(times) // 2]:.2f}, p99 {times[len(times) * 99 // 100]:.2f}")
    return scores


def _case(line: str, at: int) -> dict[str, Any]:
    case: dict[str, Any] = json.loads(line)
    if not {"text", "today", "facts"} <= case.keys():
        raise ValueError(f"line {at}: wants text, today and facts")
    return case


def _read(cases: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    served = list(PlanFiles(ROOT / "plans").counties())
    asked = [
        json.dumps(
            {key: case[key] for key in ("text", "today")} | {"counties": named_counties(case["text"], served)}
        )
        for case in cases
    ]
    answered = subprocess.run(  # noqa: S603 - our own engine
        [_ENGINE / ".venv/bin/python", "-m", "ruxue_engine", "facts"],
        input="\n".join(asked),
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(_ENGINE)},
        text=True,
        check=True,
    )
    return [json.loads(line) for line in answered.stdout.splitlines()]


def _line(name: str, score: Score) -> str:
    figures = f"precision {score.precision:.3f}  recall {score.recall:.3f}  F1 {score.f1:.3f}"
    return f"  {name:<18} {figures}  (right {score.right}, wrong {score.wrong}, missed {score.missed})"


def _say_difference(text: str, told: dict[str, str], found: dict[str, str], say: Say) -> None:
    wrong = {name: value for name, value in found.items() if told.get(name) != value}
    missed = {name: value for name, value in told.items() if found.get(name) != value}
    if wrong or missed:
        say(text)
        say(f"    found wrongly {wrong or '-'}   missed {missed or '-'}")

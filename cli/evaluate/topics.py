"""Asks the engine about each message of a file and prints the figures."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from cli.evaluate.engine import understood_by
from cli.evaluate.figures import Answer, Figures
from enrolment.model.plan.topics import topic_named

Say = Callable[[str], None]
_PAIRS = 20


class BadLines(ValueError):
    """Lines that are no message with a topic; each is named with its number."""


def evaluate_topics(file: Path, model: Path) -> Figures:
    """Measure a trained model on lines of `{"text", "topic"}`.

    Raises BadLines where a line is not of that kind, and CalledProcessError where the engine fails.
    """
    cases = _cases(file)
    told = understood_by(model, [case["text"] for case in cases])
    return Figures(
        [
            Answer(
                case["text"],
                case["topic"],
                [(each["name"], each["confidence"]) for each in answer["topics"]],
                answer["ms"],
            )
            for case, answer in zip(cases, told, strict=True)
        ]
    )


def say_figures(figures: Figures, say: Say, *, show_errors: bool = False) -> None:
    """Print all figures, the topics and the confusions; with `show_errors` each message that was missed."""
    say(f"messages        {len(figures.answers)}")
    say(f"top-1           {figures.top1:.1%}")
    say(f"top-3           {figures.top3:.1%}")
    say(f"macro F1        {figures.macro_f1:.3f}")
    say(f"out of scope    recall {figures.out_of_scope_recall:.1%}")
    say(f"                false refusals {figures.false_refusals:.1%}")
    say(f"                recall {figures.recall_at_few_false_refusals:.1%} at 2 % false refusals")
    say(f"calibration     ECE {figures.calibration_error:.3f}")
    say(f"ms a message    p50 {figures.milliseconds:.1f}")
    say("")
    say(f"{'topic':<36}{'precision':>10}{'recall':>8}{'F1':>7}{'support':>9}")
    for topic, each in figures.of_each.items():
        say(f"{topic:<36}{each.precision:>10.2f}{each.recall:>8.2f}{each.f1:>7.2f}{each.support:>9}")
    say("")
    say("taken for another topic")
    for topic, found, count in figures.confusions[:_PAIRS]:
        say(f"{count:>4}  {topic} -> {found}")
    if show_errors:
        say("")
        for error in figures.errors():
            say(f"{error.topic} -> {error.found} {error.confidence:.2f}  {error.text}")


def _cases(file: Path) -> list[dict[str, str]]:
    cases: list[dict[str, str]] = []
    problems: list[str] = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        case, problem = _case(line)
        if problem:
            problems.append(f"line {number}: {problem}")
        else:
            cases.append(case)
    if not (problems or cases):
        problems = ["no line has a message"]
    if problems:
        raise BadLines("\n".join(problems))
    return cases


def _case(line: str) -> tuple[dict[str, str], str]:
    try:
        case = json.loads(line)
    except json.JSONDecodeError:
        return {}, "is no JSON"
    if not isinstance(case, dict) or not isinstance(case.get("text"), str) or not case["text"].strip():
        return {}, "has no text"
    topic = case.get("topic")
    if not isinstance(topic, str) or topic_named(topic) is None:
        return {}, f"names no topic of docs/topics.md: {topic!r}"
    return case, ""

"""`ruxue plan diff`: say in words what a new version of a plan changes, and for which families."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import groupby
from pathlib import Path
from typing import Final

import typer

from enrolment.model.comparing import Asked, Change, compare, moved
from enrolment.model.plan import Plan
from storage.family_files import FamilyCase, read_families
from storage.plan_files import load

Say = Callable[[str], None]
_GREEN: Final = typer.colors.GREEN
_RED: Final = typer.colors.RED
_YELLOW: Final = typer.colors.YELLOW


def diff(old: Path, new: Path, families: Path | None, say: Say) -> None:
    """Say every change, those first that families feel first; then the families whose category changes.

    Raises PlanInvalid or FamilyInvalid where a file cannot be read.
    """
    before, after = load(old), load(new)
    changes = compare(before.plan, after.plan)
    say(_heading(before.plan, after.plan))
    if before.sha256 == after.sha256 or before.plan == after.plan:
        say("两个方案完全一样。")
    elif not changes:
        say("对家庭没有任何变化，只是文件的写法不一样。")
    else:
        say(f"共有{len(changes)}处变化。")
        _say_changes(changes, say)
    if families is not None:
        _say_families(before.plan, after.plan, _cases(families), say)


def _heading(old: Plan, new: Plan) -> str:
    return typer.style(f"{_name(old)}→ {_name(new)}", bold=True)


def _name(plan: Plan) -> str:
    return f"{plan.county_name}{plan.year}年（{plan.version}）"


def _say_changes(changes: Iterable[Change], say: Say) -> None:
    for topic, group in groupby(changes, key=lambda change: change.topic):
        say("")
        say(typer.style(f"【{topic}】", bold=True))
        for change in group:
            for line in _lines(change):
                say(line)


def _lines(change: Change) -> Iterable[str]:
    if change.before is None:
        yield f"{_mark('+', _GREEN)} 新增 {change.what}：{change.after}"
    elif change.after is None:
        yield f"{_mark('-', _RED)} 取消 {change.what}：{change.before}"
    elif not change.before and not change.after:
        yield f"{_mark('~', _YELLOW)} {change.what}：内容有改动"
    else:
        yield f"{_mark('~', _YELLOW)} {change.what}"
        yield f"    原来：{change.before or '没有写'}"
        yield f"    现在：{typer.style(change.after or '没有写', fg=_GREEN)}"
    if change.note and change.before is not None and change.after is not None:
        yield f"    {change.note}"


def _say_families(old: Plan, new: Plan, cases: list[FamilyCase], say: Say) -> None:
    say("")
    say(typer.style("【家庭】", bold=True))
    changed = 0
    for case in cases:
        move = moved(old, new, _asked(case, old), _asked(case, new))
        if move is None:
            continue
        changed += 1
        after = typer.style(move.after, fg=_YELLOW)
        say(f"{_mark('~', _YELLOW)} {case.name}：{move.before} → {after}")
        for reason in move.because:
            say(f"    因为{reason}")
    say(f"{len(cases)}个家庭里，{changed}个的报名类型变了。")


def _cases(path: Path) -> list[FamilyCase]:
    """The families of a file, or of every file of a folder."""
    files = sorted(path.glob("*.yml")) if path.is_dir() else [path]
    return [case for file in files for case in read_families(file)]


def _asked(case: FamilyCase, plan: Plan) -> Asked:
    return Asked(case.facts(plan), case.stage, case.today(plan))


def _mark(sign: str, colour: str) -> str:
    return typer.style(sign, fg=colour)

"""Where today stands in the filing days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from enrolment.model.answering.computed.case import Case, Computed
from enrolment.model.answering.computed.category import decided_title
from enrolment.model.plan import Plan, Stage, Window
from enrolment.model.plan.clauses import day

_NAMES = {Stage.PRIMARY: "小学", Stage.JUNIOR: "初中"}


def compute_windows(case: Case) -> Computed | None:
    """Say of each stage asked about whether filing is open today, and how many days are left."""
    stages = [case.stage] if case.stage in case.plan.stages else list(case.plan.stages)
    category = decided_title(case)
    windows = [(stage, case.plan.calendar.windows[stage].of(category)) for stage in stages if stage]
    words = "；".join(_standing(stage, window, case.today) for stage, window in windows)
    return Computed(f"今天是{day(case.today)}：{words}。", tuple(dict.fromkeys(_clauses(windows, case.plan))))


def compute_still_open(case: Case) -> Computed | None:
    """Say that filing is still open, to who fears to be late; None where it is over."""
    found = compute_windows(case)
    stages = [case.stage] if case.stage in case.plan.stages else list(case.plan.stages)
    over = all(
        case.today > window.closes
        for stage in stages
        if stage
        for window in case.plan.calendar.windows[stage].every
    )
    return None if over else found


def _standing(stage: Stage, window: Window, today: date) -> str:
    name = _NAMES[stage]
    if today < window.opens:
        return f"{name}网上报名还没有开始，{day(window.opens)}开始，还有{(window.opens - today).days}天"
    if today > window.closes:
        return f"{name}网上报名{day(window.closes)}已经截止"
    left = (window.closes - today).days
    return f"{name}网上报名正在进行，{day(window.closes)}（含当天）截止，" + (
        f"还有{left}天" if left else "今天是最后一天"
    )


def _clauses(windows: list[tuple[Stage, Window]], plan: Plan) -> Iterator[str]:
    return (window.clause for _, window in windows if window.clause in plan.clauses)

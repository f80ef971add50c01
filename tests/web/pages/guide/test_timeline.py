"""The picture of the plan's days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from enrolment.model.plan import FilingChannel, Plan, Stage, StageWindows, Window
from storage.plan_files import PlanFiles
from tests.fakes.plans import PLANS_FOLDER, demonstration_plan
from web.pages.guide.timeline import timeline_of

JUNE = Window(date(2027, 6, 1), date(2027, 6, 20), "")
LATE_JUNE = Window(date(2027, 6, 21), date(2027, 6, 30), "")


def with_windows(**stages: StageWindows) -> Plan:
    """The demonstration plan with these filing days."""
    plan = demonstration_plan()
    windows = {Stage(name): each for name, each in stages.items()}
    return replace(plan, calendar=replace(plan.calendar, windows=windows))


def filing(plan: Plan) -> list[tuple[str, str]]:
    """The rows on which families act."""
    return [(bar.label, bar.dates) for bar in timeline_of(plan).bars if bar.filing]


@pytest.mark.parametrize("plan", PlanFiles(PLANS_FOLDER).counties(), ids=lambda plan: plan.county)
def test_bars_stay_in_the_picture_when_a_plan_is_drawn(plan: Plan) -> None:
    """In the order of their days, one below the other, none past an edge."""
    picture = timeline_of(plan)
    assert all(bar.left >= 0 and bar.left + bar.width <= 100 for bar in picture.bars)
    assert [bar.left for bar in picture.bars] == sorted(bar.left for bar in picture.bars)
    assert all(one.bar_at < other.top for one, other in zip(picture.bars, picture.bars[1:], strict=False))
    assert picture.bars[-1].bar_at < picture.height
    assert picture.months[0].left < picture.months[-1].middle < 100


def test_both_roads_share_a_row_when_their_days_are_the_same() -> None:
    """Two rows that say the same would only be longer."""
    plan = with_windows(primary=StageWindows(JUNE, JUNE), junior=StageWindows(JUNE, LATE_JUNE))
    assert filing(plan) == [
        ("小学报名", "6月1日至6月20日"),
        ("初中网上报名", "6月1日至6月20日"),
        ("初中现场报名", "6月21日至6月30日"),
    ]


def test_own_days_of_a_category_are_one_row_when_they_hold_for_everybody() -> None:
    """Both stages and both roads: only its name is said."""
    own = {"house_only": dict.fromkeys(FilingChannel, LATE_JUNE)}
    both = StageWindows(JUNE, JUNE, own)
    title = demonstration_plan().category("house_only").title
    assert filing(with_windows(primary=both, junior=both))[-1] == (title, "6月21日至6月30日")


def test_own_days_of_a_category_say_for_whom_when_they_hold_for_some() -> None:
    """The stage and the road they are for."""
    own = StageWindows(JUNE, JUNE, {"house_only": {FilingChannel.ONLINE: LATE_JUNE}})
    title = demonstration_plan().category("house_only").title
    rows = filing(with_windows(primary=own, junior=StageWindows(JUNE, JUNE)))
    assert rows[-1] == (f"小学网上：{title}", "6月21日至6月30日")


def test_dates_go_below_when_a_label_leaves_no_room_beside_it() -> None:
    """A phone is narrow; a very long name is cut, and said whole to those who listen."""
    plan = demonstration_plan()
    long = "甲乙丙丁戊己庚辛壬癸" * 2
    categories = tuple(
        replace(each, title=long) if each.key == "house_only" else each for each in plan.categories
    )
    own = {"house_only": dict.fromkeys(FilingChannel, LATE_JUNE)}
    windows = {Stage.PRIMARY: StageWindows(JUNE, JUNE, own)}
    plan = replace(plan, categories=categories, calendar=replace(plan.calendar, windows=windows))
    picture = timeline_of(plan)
    bar = next(bar for bar in picture.bars if bar.label == long)
    short = next(bar for bar in picture.bars if bar.label == "小学报名")
    assert bar.dates_at - bar.top > short.dates_at - short.top
    assert len(bar.short_label) < len(long) <= len(bar.label)
    assert long in picture.spoken

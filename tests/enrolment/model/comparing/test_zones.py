"""Zones compared: what moves, from which school to which, and nothing else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from enrolment.model.comparing import Change, Topic
from enrolment.model.comparing.zones import zone_changes
from tests.enrolment.model.comparing.editing import Document, Edit, changes, edited, sample


def zones(edit: Edit) -> list[tuple[str, str | None, str | None]]:
    """What an edit moves."""
    told = changes(edit)
    return [(each.what, each.before, each.after) for each in told if each.topic is Topic.ZONES]


def roads(school: str, *lines: str) -> Edit:
    """An edit of a school's roads."""
    return lambda document: document["schools"][school]["zone"].update(roads=list(lines))


def test_stretch_is_told_with_both_schools_when_it_moves() -> None:
    """Only the numbers that change hands are named."""

    def edit(document: Document) -> None:
        roads("p1", "甲路 1-99 单号", "乙路 1-30")(document)
        roads("p2", "甲路 1-99 双号", "乙路 31-90")(document)

    assert zones(edit) == [("小学：乙路31号到50号", "测试一小", "测试二小")]


def test_side_is_told_when_only_odd_numbers_move() -> None:
    """The even side stays and is not named."""

    def edit(document: Document) -> None:
        roads("p1", "乙路 1-50")(document)
        roads("p2", "甲路 1-99", "乙路 51-90")(document)

    assert zones(edit) == [("小学：甲路1号到99号单号", "测试一小", "测试二小")]


def test_community_is_told_when_it_leaves_every_zone() -> None:
    """What nobody has any more is said as such."""

    def edit(document: Document) -> None:
        document["schools"]["p1"]["zone"]["communities"] = []

    assert zones(edit) == [("小学：甲小区", "测试一小", "不在任何学区")]


def test_exception_is_told_when_a_zone_leaves_something_out() -> None:
    """`except` takes away as surely as a shorter line does."""

    def edit(document: Document) -> None:
        document["schools"]["p1"]["zone"]["except"] = ["乙路 41-50"]

    assert zones(edit) == [("小学：乙路41号到50号", "测试一小", "不在任何学区")]


def test_nothing_moves_when_a_zone_is_written_another_way() -> None:
    """Two halves of a stretch are the stretch."""
    assert zones(roads("p2", "甲路 1-99 双号", "乙路 51-70", "乙路 71-90")) == []


@given(st.integers(1, 89))
def test_every_number_keeps_or_changes_its_school_as_counted_when_the_border_moves(border: int) -> None:
    """Moving the border between two schools moves exactly the numbers between old and new border."""

    def edit(document: Document) -> None:
        roads("p1", "甲路 1-99 单号", f"乙路 1-{border}")(document)
        roads("p2", "甲路 1-99 双号", f"乙路 {border + 1}-90")(document)

    told: list[Change] = list(zone_changes(sample(), edited(edit)))
    moved = abs(border - 50)
    assert len(told) == (1 if moved else 0)
    if moved > 1:
        low, high = sorted((border, 50))
        assert told[0].what == f"小学：乙路{low + 1}号到{high}号"

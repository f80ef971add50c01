"""Counting months: the Civil Code's way, leap days and month ends, and the last day to begin."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enrolment.model.months import add_months, complete_months, latest_start, reached_on

A_DAY = timedelta(days=1)
DAYS = st.dates(date(2000, 1, 1), date(2040, 12, 31))
MONTHS = st.integers(1, 240)


@pytest.mark.parametrize(
    ("start", "months", "ends"),
    [
        (date(2027, 1, 15), 1, date(2027, 2, 15)),
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2027, 1, 30), 1, date(2027, 2, 28)),
        (date(2027, 8, 31), 1, date(2027, 9, 30)),
        (date(2027, 3, 1), 6, date(2027, 9, 1)),
        (date(2027, 2, 28), 6, date(2027, 8, 28)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2028, 2, 29), 48, date(2032, 2, 29)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
    ],
)
def test_span_ends_on_the_same_day_or_the_months_last_when_its_first_day_is_not_counted(
    start: date, months: int, ends: date
) -> None:
    """Civil Code 201 and 202, worked out by hand: a missing day is the month's last."""
    assert reached_on(start, months) == ends


@pytest.mark.parametrize(
    ("start", "months", "ends"),
    [
        (date(2027, 1, 1), 1, date(2027, 1, 31)),
        (date(2027, 2, 1), 1, date(2027, 2, 28)),
        (date(2028, 2, 1), 1, date(2028, 2, 29)),
        (date(2027, 3, 1), 6, date(2027, 8, 31)),
        (date(2027, 1, 31), 1, date(2027, 2, 27)),
        (date(2028, 2, 29), 12, date(2029, 2, 27)),
        (date(2026, 9, 1), 12, date(2027, 8, 31)),
    ],
)
def test_span_ends_a_day_earlier_when_its_first_day_counts(start: date, months: int, ends: date) -> None:
    """From 1 March to 31 August are six months where the day of registration counts."""
    assert reached_on(start, months, first_day_counts=True) == ends


@pytest.mark.parametrize(
    ("start", "by", "complete", "with_first_day"),
    [
        (date(2027, 2, 28), date(2027, 8, 31), 6, 6),
        (date(2027, 3, 1), date(2027, 8, 31), 5, 6),
        (date(2027, 3, 2), date(2027, 8, 31), 5, 5),
        (date(2026, 8, 31), date(2027, 8, 31), 12, 12),
        (date(2026, 9, 1), date(2027, 8, 31), 11, 12),
        (date(2027, 7, 31), date(2027, 8, 31), 1, 1),
        (date(2027, 8, 31), date(2027, 8, 31), 0, 0),
        (date(2027, 9, 1), date(2027, 8, 31), 0, 0),
        (date(2030, 1, 1), date(2027, 8, 31), 0, 0),
        (date(2024, 2, 29), date(2025, 2, 28), 12, 12),
        (date(2024, 2, 29), date(2025, 2, 27), 11, 12),
        (date(2022, 8, 31), date(2027, 8, 30), 59, 60),
    ],
)
def test_whole_months_are_counted_when_a_span_meets_a_day(
    start: date, by: date, complete: int, with_first_day: int
) -> None:
    """The day before, the day and the day after, both ways of counting."""
    assert complete_months(start, by) == complete
    assert complete_months(start, by, first_day_counts=True) == with_first_day


@pytest.mark.parametrize(
    ("months", "by", "latest", "with_first_day"),
    [
        (6, date(2027, 8, 31), date(2027, 2, 28), date(2027, 3, 1)),
        (12, date(2027, 8, 31), date(2026, 8, 31), date(2026, 9, 1)),
        (6, date(2028, 8, 31), date(2028, 2, 29), date(2028, 3, 1)),
        (60, date(2027, 8, 31), date(2022, 8, 31), date(2022, 9, 1)),
        (1, date(2027, 2, 28), date(2027, 1, 31), date(2027, 2, 1)),
        (1, date(2027, 3, 30), date(2027, 2, 28), date(2027, 2, 28)),
        (12, date(2029, 2, 28), date(2028, 2, 29), date(2028, 3, 1)),
    ],
)
def test_last_day_to_begin_is_found_when_counting_back(
    months: int, by: date, latest: date, with_first_day: date
) -> None:
    """Six months by 31 August begin on 28 February, in a leap year on the 29th."""
    assert latest_start(months, by) == latest
    assert latest_start(months, by, first_day_counts=True) == with_first_day


@given(DAYS, MONTHS, st.booleans())
def test_last_day_to_begin_is_the_last_when_the_day_after_is_tried(
    by: date,
    months: int,
    first_day_counts: bool,  # noqa: FBT001 - hypothesis passes it by name
) -> None:
    """Begun then, the months are whole on the day; begun a day later, they are not."""
    latest = latest_start(months, by, first_day_counts=first_day_counts)
    assert complete_months(latest, by, first_day_counts=first_day_counts) >= months
    assert complete_months(latest + A_DAY, by, first_day_counts=first_day_counts) < months


@given(DAYS, MONTHS, st.booleans())
def test_months_are_whole_on_the_day_they_are_reached_and_not_before(
    start: date,
    months: int,
    first_day_counts: bool,  # noqa: FBT001 - hypothesis passes it by name
) -> None:
    """Counting forwards and counting up agree."""
    end = reached_on(start, months, first_day_counts=first_day_counts)
    assert complete_months(start, end, first_day_counts=first_day_counts) >= months
    assert complete_months(start, end - A_DAY, first_day_counts=first_day_counts) < months


@given(DAYS, DAYS, st.booleans())
def test_months_never_grow_when_a_span_begins_later(
    start: date,
    by: date,
    first_day_counts: bool,  # noqa: FBT001 - hypothesis passes it by name
) -> None:
    """A later date is never better, and a later deadline never worse."""
    months = complete_months(start, by, first_day_counts=first_day_counts)
    assert complete_months(start + A_DAY, by, first_day_counts=first_day_counts) <= months
    assert complete_months(start, by + A_DAY, first_day_counts=first_day_counts) >= months


@given(DAYS, st.integers(-240, 240))
def test_day_of_the_month_stays_when_months_are_added(day: date, months: int) -> None:
    """Or is the month's last, where the month is too short."""
    moved = add_months(day, months)
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == months
    assert moved.day == day.day or (moved.day < day.day and (moved + A_DAY).day == 1)

"""How often one caller may ask."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from web.questions.limit import CallerLimit, TooOften, caller_of


@dataclass(slots=True)
class Moment:
    """A clock that stands still until it is told."""

    now: float = 0.0

    def __call__(self) -> float:
        """Read it."""
        return self.now


def _count(limit: CallerLimit, times: int, address: str = "10.0.0.1") -> int:
    for time in range(times):
        try:
            limit.count(address)
        except TooOften:
            return time
    return times


def test_a_whole_minute_is_taken_at_once_when_nothing_was_asked_before() -> None:
    """A room of desks begins its morning all together."""
    assert _count(CallerLimit(300, Moment()), 400) == 300


def test_share_flows_back_evenly_when_time_passes() -> None:
    """Nobody waits for a minute to end, and idling saves nothing up."""
    moment = Moment()
    limit = CallerLimit(60, moment)
    assert _count(limit, 100) == 60
    moment.now = 5.0
    assert _count(limit, 100) == 5
    moment.now = 10_000.0
    assert _count(limit, 100) == 60


def test_caller_is_told_how_long_to_wait_when_its_share_is_used_up() -> None:
    """Whoever waits that long is answered; being refused costs nothing."""
    moment = Moment()
    limit = CallerLimit(10, moment)
    _count(limit, 10)
    for _ in range(50):
        with pytest.raises(TooOften) as often:
            limit.count("10.0.0.1")
    assert often.value.seconds == 6
    moment.now = 6.0
    limit.count("10.0.0.1")


@pytest.mark.parametrize("a_minute", [1, 7, 300, 601])
def test_share_is_exact_when_a_minute_is_no_multiple_of_it(a_minute: int) -> None:
    """Not one less for a fraction of a second."""
    assert _count(CallerLimit(a_minute, Moment(1_234_567.891)), 1_000) == a_minute


def test_memory_is_bounded_when_addresses_are_many() -> None:
    """Whoever was not heard of for longest is forgotten."""
    moment = Moment()
    limit = CallerLimit(1, moment)
    for each in range(30_000):
        limit.count(f"10.{each // 65_536}.{each // 256 % 256}.{each % 256}")
    assert limit.callers <= 20_000
    moment.now = 61.0
    limit.count("192.0.2.1")
    assert limit.callers == 1


@pytest.mark.parametrize(
    ("address", "caller"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("portal", "portal"),
        ("", "unknown"),
        (None, "unknown"),
    ],
)
def test_address_stands_for_its_caller_when_it_is_counted(address: str | None, caller: str) -> None:
    """One site of IPv6 has more addresses than anybody counts."""
    assert caller_of(address) == caller

"""The one conversation that every side is asked to hold.

A guardian begins an enrolment and leaves one question of the assistant open; then she asks and corrects.
Every turn of the cycle calls the action server, and so does the assistant's question that follows the answer.
"""

from __future__ import annotations

from typing import Final, NamedTuple

OPENING: Final = ("您好", "我家孩子2020年10月12日出生，户口在历下区，想报小学")
CYCLE: Final = (
    "要带房产证吗",
    "咨询电话多少",
    "生日填错了，是2020年{month}月{day}号",
    "差一天满六岁行不行",
    "什么时候报名",
)
# A correction is one only when it differs from what was said before: cycle by cycle, in turn.
BIRTH_DATES: Final = ({"month": 9, "day": 3}, {"month": 10, "day": 12})


class Window(NamedTuple):
    """The turns that stand for one turn of the conversation; each window holds whole cycles."""

    turn: int
    first: int
    last: int

    def holds(self, turn: int) -> bool:
        """Say whether a turn, counted from one, is in the window."""
        return self.first <= turn <= self.last


WINDOWS: Final = (Window(5, 3, 7), Window(50, 38, 62), Window(200, 188, 212))
# The short conversation ends with the first window, the long one with the last.
SHORT, LONG = WINDOWS[0].last, WINDOWS[-1].last
SHORT_CONVERSATIONS: Final = 20
LONG_CONVERSATIONS: Final = 3
AT_ONCE: Final = 2


def script(turns: int) -> tuple[str, ...]:
    """Return what the guardian writes in a conversation of so many turns."""
    return (*OPENING, *map(_asked, range(turns - len(OPENING))))[:turns]


def _asked(place: int) -> str:
    cycle, step = divmod(place, len(CYCLE))
    return CYCLE[step].format_map(BIRTH_DATES[cycle % len(BIRTH_DATES)])

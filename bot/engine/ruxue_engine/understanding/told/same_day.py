"""Finds papers that are as old as another: "社保也是那个月开始交的", "居住证跟执照同一天"."""

import re
from collections.abc import Iterable, Iterator, Sequence

from ruxue_engine.understanding.found import Found
from ruxue_engine.understanding.text import Clause
from ruxue_engine.understanding.told.doubt import asked

_WHOLE = len("2026-03-05")
_UNITS = {"年": len("2026"), "月": len("2026-03"), "天": _WHOLE, "日": _WHOLE}
_SAME = re.compile(
    r"(?:同一?个?|[那当]个?|(?<=[证保照案户房本])(?:是)?一个)(?P<unit>[天日年]|月(?!底))(?!\d|[以之]?[前后]|说|我)|"
    r"一(?:块|起|道|同)(?:儿)?(?:去)?(?:的|给)?(?=办|交|下来|拿|领|批|弄)"
)
_PAPERS = {
    "permit": re.compile(r"居住证"),
    "insurance": re.compile(r"社保|五险"),
    "licence": re.compile(r"执照"),
    "lease": re.compile(r"备案|备的?案"),
    "home": re.compile(r"房本|房产证|不动产证|交房"),
    "hukou": re.compile(r"户口|落户|户籍"),
}
_DENIED = re.compile(r"[没不未得要需]")
_OURS = ("permit", "insurance", "licence")


def same_days(stated: Sequence[Clause], told: Iterable[Found]) -> Iterator[Found]:
    """Give a paper the day of the other that is named with it, or of the last one that was told."""
    days = {each.entity: each for each in told if each.entity.endswith("_since")}
    for clause in stated:
        same = _SAME.search(clause.text)
        if same is None or _DENIED.search(clause.text) or asked(clause.text):
            continue
        named = [name for name, words in _PAPERS.items() if words.search(clause.text)]
        before = sorted(
            (each for each in days.values() if each.start < clause.start), key=lambda each: each.start
        )
        source = next((days[f"{name}_since"] for name in named if f"{name}_since" in days), None)
        source = source or (before[-1] if before else None)
        if source is None or source.start >= clause.start + len(clause.text):
            continue
        for name in named:
            if name in _OURS and f"{name}_since" not in days:
                value = source.value[: _UNITS.get(same["unit"] or "", _WHOLE)]
                at = (clause.start, clause.start + len(clause.text))
                days[f"{name}_since"] = Found(f"{name}_since", value, *at)
                yield Found(name, "yes", *at)
                yield days[f"{name}_since"]

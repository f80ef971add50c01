"""Finds which fact a guardian says is wrong."""

import re

from ruxue_engine.understanding.found import Found

_WRONG = re.compile(
    r"错|不对|改|更正|修改|弄混|记岔|换|搞混|不准|重新(?:填|选|说)|重填|重选|搞反|记混|不是这"
)
_NAMES = (
    ("birth_date", re.compile(r"生日|出生|日期|年月|几月|月份|岁数|哪天生")),
    ("consent_scope", re.compile(r"授权|同意|查询(?:范围)?|查的")),
    ("hukou", re.compile(r"户口|户籍|落户")),
    ("home", re.compile(r"房|住处")),
    (
        "child",
        re.compile(
            r"孩子(?:选|挑|报)?错|选错(?:了)?孩子|换(?:个|一个)?(?:孩子|娃)|孩子不对|另一个孩子|是老[大二三]|给老[大二三]报"
        ),
    ),
    ("stage", re.compile(r"小学|初中|年级|学段|阶段")),
    ("county", re.compile(r"哪个区|区县|区(?:选|填|说)错|[换改](?:个|一下)?区|^区|地区")),
)


def corrections(text: str) -> list[Found]:
    """Find the fact named in a message that says something is wrong."""
    if not _WRONG.search(text):
        return []
    named = (
        (name, match) for name, pattern in _NAMES for match in [pattern.search(text)] if match is not None
    )
    first = next(named, None)
    return [Found("corrected", first[0], first[1].start(), first[1].end())] if first else []

"""Says kindly that a step asked for has nothing before it yet."""

from __future__ import annotations

import re

from actions.choices import PROGRESS, START
from actions.path.steps import begun
from actions.visit import Visit

_WORDS = (
    (
        re.compile("提交|交吧|报上去"),
        "现在还没有填好的报名可以提交。要报名，点“给孩子报名”，我一步一步帮您办。",
    ),
    (
        re.compile("同意|授权"),
        "现在没有要您同意的事。要报名，点“给孩子报名”，查什么我都会先问您。",
    ),
    (
        re.compile("登[录陆](?:好|完|成功|上)?了"),
        "我这边还没有看到您登录。报名、查进度的时候要登录，我会给您链接。",
    ),
)
_LONGEST = 10


def nothing_yet(visit: Visit) -> bool:
    """Say so where a short message wants to file, agree or have signed in before anything was begun."""
    if visit.active_form or begun(visit.slots) or len(visit.text) > _LONGEST:
        return False
    words = next((words for wanted, words in _WORDS if wanted.search(visit.text)), "")
    if words:
        visit.say(words, (START, PROGRESS))
    return bool(words)

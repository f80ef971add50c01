"""Says who is talking, when somebody asks."""

from __future__ import annotations

import re

from actions.visit import Visit

I_AM = (
    "我是入学报名助手，是电脑程序，不是真人。我能一步一步帮您给孩子报名，也能解答报名的问题。"
    "报名的事您直接问我；想找人，随时说“转人工”。"
)
_WHO = re.compile(
    "你(?:到底)?是(?:谁|啥|什么|干|人|真人|不是)|你们?(?:能|会|可以)(?:帮我)?[干做]?(?:些|点)?(?:啥|什么)$"
    "|叫什么|叫啥|真人|机器人|人工智能"
)
_LONGEST = 15


def asks_who(visit: Visit) -> bool:
    """Whether a short message asks who or what this is."""
    return len(visit.text) <= _LONGEST and _WHO.search(visit.text) is not None

"""Finds messages that say that something was wrong, or only ask on: neither is taken at its words."""

import re

_OPENS = re.compile(
    r"^[啊哎呀哦噢额呃等,，。\s]*(?:刚才?)?(?:我)?(?:不对|(?:说|填|写|弄|搞|选|点|打|记)错了?|错了|弄混了)(?:了|啦|哦|啊)?[,，。！!\s]"
)
# "不对" by itself answers a question with no.
_ALONE = re.compile(
    r"[啊哎呀哦噢额呃等,，。\s]*(?:刚才?)?(?:我)?(?:(?<=[啊哎呀哦噢额呃等才我])不对|(?:说|填|写|弄|搞|选|点|打)错了?|错了)(?:了|啦|哦|啊)*[,，。！!\s]*"
)
_INSTEAD = re.compile(
    r"[^,，]*不是[^,，]{1,12}[,，]\s*(?:而?是|应该是).+"
    r"|[^,，]*是[^,，]{1,14}[,，]\s*(?:不是|并不是|而不是).+"
)
_ASKS_ON = re.compile(r"那么?.{1,12}呢[啊呀]?[?？]?|[^\d]{1,8}(?:算不算|算吗|算数吗|行不行|可不可以)[?？]?")


def is_slip(text: str, *, tells: bool) -> bool:
    """Whether a message says so, alone or before the right value; `tells` says whether there is one."""
    return bool(_ALONE.fullmatch(text) or (tells and (_OPENS.match(text) or _INSTEAD.fullmatch(text))))


def asks_on(text: str) -> bool:
    """Whether a message only asks ("那租房的呢", "公租房算不算"), and so tells nothing."""
    return bool(_ASKS_ON.fullmatch(text.strip()))

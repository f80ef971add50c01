"""Finds messages that say that something was wrong, or only ask on: neither is taken at its words."""

import re

_OPENS = re.compile(
    r"^[啊哎呀哦噢额呃等,，。\s]*(?:刚才?)?(?:我)?(?:不对|(?:说|填|写|弄|搞|选|点|打|记)错了?|错了|弄混了)(?:了|啦|哦|啊)?[,，。！!\s]"
)
# "不对" by itself answers a question with no.
_ALONE = re.compile(
    r"[啊哎呀哦噢额呃等,，。\s]*(?:刚才?)?(?:我)?(?:(?<=[啊哎呀哦噢额呃等才我])不对|(?:说|填|写|弄|搞|选|点|打)错了?|错了)(?:了|啦|哦|啊)*[,，。！!\s]*"
)
# "那改回来吧,2020年9月": what was put right before is put right once more.
_CHANGES = re.compile(
    r"(?:那|还是|就|请|给我|帮我|麻烦|再)*改(?:回来?|回去|成|为|到)(?:吧|了)?(?![^,，]*(?:能|可|要|行|会)).*[^吗么呢?？]"
)
_INSTEAD = re.compile(
    r"[^,，]*不是[^,，]{1,12}[,，]\s*(?:而?是|应该是).+"
    r"|[^,，]*是[^,，]{1,14}[,，]\s*(?:不是|并不是|而不是).+"
)
_ASKS_ON = re.compile(r"那么?.{1,12}呢[啊呀]?[?？]?|[^\d]{1,8}(?:算不算|算吗|算数吗|行不行|可不可以)[?？]?")


def is_slip(text: str, *, tells: bool) -> bool:
    """Whether a message says so, alone or before the right value; `tells` says whether there is one."""
    puts_right = _OPENS.match(text) or _CHANGES.fullmatch(text) or _INSTEAD.fullmatch(text)
    return bool(_ALONE.fullmatch(text) or (tells and puts_right))


def asks_on(text: str) -> bool:
    """Whether a message only asks ("那租房的呢", "公租房算不算"), and so tells nothing."""
    return bool(_ASKS_ON.fullmatch(text.strip()))

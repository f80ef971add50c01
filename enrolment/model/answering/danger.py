"""Words of danger: somebody may hurt themselves, or a child is hurt. They come before every question."""

from __future__ import annotations

import re
from typing import Final

_SELF: Final = re.compile(
    r"(不想|不愿意?)(再)?活(了|下去)?|活(不下去|着没意思|够了)|想死|去死(了|算了)|寻死|轻生|自杀|自残|割腕|跳楼|跳河|喝(农)?药(死|自)"
    r"|结束(自己的)?生命|一了百了|带(着)?孩子一起(死|走|跳)"
)
_CHILD: Final = re.compile(
    r"(毒打|殴打|暴打|(天天|老是|总是|又|往死里)打|虐待|家暴|侵犯|猥亵|性侵|强奸|拐|绑架).{0,4}(孩子|娃|女儿|儿子|闺女|小孩)|(孩子|娃|女儿|儿子|闺女|小孩).{0,6}(被打|挨打|被虐待|被家暴|被侵犯|被猥亵|被性侵|被拐|被绑架|走丢|失踪|不见了)"
    r"|家暴|家庭暴力|虐童"
)
FOR_ONESELF: Final = (
    "听您这样说，我很担心您。请先别一个人扛着：心理援助热线12356，有人听您说；"
    "有危险请马上打110或者120，也请告诉身边一个信得过的人。报名的事不急，随时可以接着办，孩子上学的事有人帮。"
)
FOR_A_CHILD: Final = (
    "孩子的安全最要紧。有危险请马上打110，受了伤打120；也可以打未成年人保护热线12345、青少年服务热线12355。"
    "报名的事不急，我都给您留着。"
)


def danger_in(text: str) -> str:
    """What to say at once to a message that tells of danger, empty for any other."""
    if _SELF.search(text):
        return FOR_ONESELF
    return FOR_A_CHILD if _CHILD.search(text) else ""

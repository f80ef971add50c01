"""What the house says itself, when the engine is not asked or cannot answer."""

from __future__ import annotations

from collections.abc import Mapping

from bot.messages import Choice, Outbound
from bot.safety.danger import Danger
from bot.safety.reading import Unread

EMPTY = Outbound("您好，我没有看到文字。请直接打字告诉我，例如“我想给孩子报名上小学”。")
NO_WORDS = Outbound("收到您的表情啦。请您用文字告诉我，或者点一下上面的选项，例如“我想给孩子报名上小学”。")
TOO_LONG = Outbound(
    "您写的内容太长了，我一次看不完。请您分成几条发给我，先说最要紧的，例如“孩子2020年10月出生，想报小学”。"
)
RECOVERING = Outbound("系统正在恢复，请您稍等。您的话已经记下，恢复后我会接着回答，您不用重新发送。")
NOT_KEPT = Outbound("系统正忙，您刚才这句话我没能记下来。很抱歉，请您过一会儿再发一次。")
GIVEN_UP = Outbound("很抱歉，您前面有一条消息我没能处理好。请您换个说法再告诉我一次。")
_PERSON = Choice("转给工作人员", "/talk_to_human")
UNREAD: Mapping[Unread, Outbound] = {
    Unread.LINKS: Outbound("链接我打不开，也请您小心来路不明的链接。您想问什么，直接打字告诉我就行。"),
    Unread.INSULTS: Outbound(
        "听得出您很着急，没帮上您，对不起。您想问什么、办到哪里卡住了，慢慢跟我说；想找人也可以，我马上帮您转。",
        (_PERSON, Choice("接着办", "/resume")),
    ),
    Unread.FOREIGN: Outbound(
        "请您用中文（汉字）告诉我，也可以点下面的按钮。\n"
        "Sorry, I can only read Chinese. Please write in Chinese, or pick one below: "
        "enrol a child · papers needed · talk to a person.",
        (
            Choice("给孩子报名", "/start_enrolment"),
            Choice("要准备什么材料", "/ask_required_documents"),
            _PERSON,
        ),
    ),
}
"""What is said where a message could not be read."""
HELP: Mapping[Danger, str] = {
    Danger.SELF_HARM: (
        "听您这么说，我很担心您。报名的事可以慢慢来，您的平安最要紧。请现在就找一个信得过的人陪着您，"
        "或者打这些电话，有人会听您说：\n"
        "全国心理援助热线：12356\n青少年服务热线：12355\n有危险请马上打110，受伤了打120。"
    ),
    Danger.CHILD: (
        "孩子的安全最要紧。有危险请马上打110，受伤了打120。也可以打：\n"
        "青少年服务热线：12355\n妇女儿童维权热线（家庭暴力也管）：12338\n心理援助热线：12356"
    ),
    Danger.VIOLENCE: (
        "听得出您心里很难受。再难的事也有办法，请千万别伤着自己和别人。有危险请马上打110，有人受伤打120；"
        "心里堵得慌，可以打心理援助热线12356，有人会听您说。"
    ),
}
"""Whom to call, by what a message speaks of."""
IN_DANGER: Mapping[Danger, Outbound] = {
    danger: Outbound(f"{help_}\n我也已经把您的情况转给工作人员了。") for danger, help_ in HELP.items()
}
NOTHING_SAID = Outbound("抱歉，我没有听明白。请您换个说法再告诉我一次。")

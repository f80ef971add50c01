"""What the house says itself, when the engine is not asked or cannot answer."""

from __future__ import annotations

from bot.messages import Outbound

EMPTY = Outbound("您好，我没有看到文字。请直接打字告诉我，例如“我想给孩子报名上小学”。")
NO_WORDS = Outbound("收到您的表情啦。请您用文字告诉我，或者点一下上面的选项，例如“我想给孩子报名上小学”。")
TOO_LONG = Outbound(
    "您写的内容太长了，我一次看不完。请您分成几条发给我，先说最要紧的，例如“孩子2020年10月出生，想报小学”。"
)
RECOVERING = Outbound("系统正在恢复，请您稍等。您的话已经记下，恢复后我会接着回答，您不用重新发送。")
NOT_KEPT = Outbound("系统正忙，您刚才这句话我没能记下来。很抱歉，请您过一会儿再发一次。")
GIVEN_UP = Outbound("很抱歉，您前面有一条消息我没能处理好。请您换个说法再告诉我一次。")
NOTHING_SAID = Outbound("抱歉，我没有听明白。请您换个说法再告诉我一次。")

"""What the official account says without the engine."""

from __future__ import annotations

from collections.abc import Sequence

from bot.delivery import MORE

_GREETING = (
    "您好，欢迎您！这里是入学助手，可以帮您给孩子报名上小学或初中，不用跑腿，多数家庭不用交材料。\n\n"
    "您直接说家里的情况就行，例如：\n“我家在{county}，孩子2020年10月出生，有房有户口”\n\n"
    "也可以回复“开始报名”“查进度”，或者直接问问题。"
)
ONLY_TEXT = "抱歉，我现在只看得懂文字。请您打字告诉我，例如“我想给孩子报名上小学”。"
_PICTURE = (
    "聊天里的照片我存不了，字也容易被压得看不清。请您点下面的链接，在那里拍照上传：\n{links}\n"
    "链接只给您本人用，12小时内有效。"
)
STILL_WORKING = f"正在为您办理，还需要一点时间。请您过一会儿回复“进度”或“{MORE}”查看结果。"


def send_pictures_there(links: Sequence[str]) -> str:
    """Send a guardian who sent a picture to the pages where her papers are taken."""
    return _PICTURE.format(links="\n".join(links))


def greeting(county: str) -> str:
    """Greet a new follower; the county is an example of how to say where one lives."""
    return _GREETING.format(county=county)

"""Takes insults out of a message, so that what else it says is still heard."""

from __future__ import annotations

import re

_INSULT = re.compile(
    r"(?:你们?|尼)?(?:真|就|就是|是|这个|这|个|他?妈的?)*(?:傻[逼比缺叉子帽瓜]|煞笔|沙比|sb|脑残|智障|弱智|白痴|蠢货|蠢[猪驴]|废物|垃圾(?:系统|机器人|东西|软件|玩意儿?)|"
    r"混蛋|王八蛋?|狗东西|狗屁|放屁|畜生|贱人|滚(?:蛋|开|犊子)|去你(?:妈|大爷)的?|(?:操|草|艹|日|曹)你?(?:妈|大爷|娘)|"
    r"妈的|他妈的?|特么的?|tmd|nmd|cnm|你妈(?:的|死了)|去死吧?$|(?:人工)?智障|猪脑子?|神经病|有病(?:吧|啊)?$)(?:的?(?:机器人|系统|东西|玩意儿?|客服))?(?:吧|啊|吗|呀|了)*",
    re.IGNORECASE,
)
_ALONE = re.compile(r"(?:滚+|呸+|垃圾|傻[逼比]|你(?:是|个)?(?:猪|狗|笨蛋)(?:吗|吧|啊)?)[!！。~]*")
_TOO_LITTLE = 2
_NOTHING = re.compile(r"[^\w]+")


def without_insults(text: str) -> str:
    """The text without its insults; empty when it says nothing else."""
    if _ALONE.fullmatch(text.strip()):
        return ""
    rest = _INSULT.sub(" ", text).strip()
    if rest == text.strip():
        return text
    return rest if len(_NOTHING.sub("", rest)) > _TOO_LITTLE else ""

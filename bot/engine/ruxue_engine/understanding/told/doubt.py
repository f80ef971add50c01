"""Tells what is stated from what is asked, required or supposed."""

import re

_SUPPOSED = re.compile(
    r"如果|要是|假如|假设|万一|若是|倘若|的话|打算|想着?(?:买|租|迁|落|办|把|换)|准备(?:买|迁|落|租|办|去|"
    r"给)|计划(?:买|迁)|"
    r"等(?:我|买|办|拿|房)|将来|以后再|到时候|要不要|用不用|需不需|是否|是不是(?:得|要|必须|非)|非得|"
    r"能不能把|可不可以把|"
    r"(?:必须|需要?|得|要|应该|应当|至少|最少)(?:先|要|有|得|交|缴|办|满|够|是|提供|带)+|才(?:能|行|可以|"
    r"给|算|让)|"
    r"有没有(?=.*(?:也|都|才|就|关系|影响))|不管|无论|还是(?=.*(?:好|合适|划算)$)"
)
_ASKED = re.compile(
    r"怎么(?!都|也|办)|咋(?!都|也|办|整)|如何|哪(?:里|儿|个|些|天|种)|什么(?:时候|样|算|是|叫)|啥(?:时候|"
    r"样|是|叫)|多久|多少|几(?:个|年|天|岁|月|份)|多大|"
    r"有没有|有(?=[^,]{0,6}(?:吗|么|没)$)|是(?=[^,]{0,6}(?:吗|么)$)|指(?:的是|什么)"
)


def supposed(clause: str) -> bool:
    """Whether a clause speaks of what might be, or of what a rule wants, and states no fact."""
    return _SUPPOSED.search(clause) is not None


def asked(clause: str) -> bool:
    """Whether a clause asks about the thing itself and so states nothing of it."""
    return _ASKED.search(clause) is not None

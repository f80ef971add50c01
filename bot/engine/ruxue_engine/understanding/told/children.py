"""Tells the child a message is about from another one: an elder brother, a neighbour's, a cousin."""

import re

from ruxue_engine.understanding.told.people import OTHERS

_ELDER = r"老大|大宝|大的|大(?:儿子|女儿|闺女|孙子|孙女)|[他她]?(?:哥哥?|姐姐?)(?!俩)"
_CHILD = (
    r"老[二三四]|二(?:小子|闺女|丫头|儿子|姑娘|妞)|小朋友|[二三]宝|小宝|小的|弟弟|妹妹|小(?:儿子|女儿|闺女|"
    r"孙子|孙女)|孩子|娃|闺女|女儿|儿子|孙子|"
    r"孙女|外孙|这个"
)
_NAMED = re.compile(f"(?P<another>{OTHERS}|{_ELDER})|(?P<child>{_CHILD})")
_YOUNGER = re.compile(
    r"老[二三四]|二(?:小子|闺女|丫头|儿子|姑娘|妞)|[二三]宝|小宝|小的|弟弟|妹妹|小(?:儿子|女儿|闺女|孙子|"
    r"孙女)|双胞胎|下面"
)
_AT_SCHOOL = re.compile(
    r"已经|去年上|上的|上了|在[^,]{1,10}(?:上|读|念)|[二三四五]年级|初[二三]|高[一二三中]"
)


def of_another(text: str, start: int, end: int) -> bool:
    """Whether what stands in a text is told of another child than the one to be enrolled.

    An elder one may be the one to be enrolled, where nothing is told of a younger one.
    """
    begin = max(text.rfind(sign, 0, start) for sign in ",。;!?\n") + 1
    last: re.Match[str] | None = None
    for named in _NAMED.finditer(text, begin, start):
        last = named
    if last is None or last.lastgroup == "child":
        return False
    if not re.fullmatch(_ELDER, last.group()) or re.match("[他她哥姐]", last.group()):
        return True
    until = text.find(",", end)
    rest = text[begin : until if until >= 0 else len(text)]
    return _YOUNGER.search(text) is not None or _AT_SCHOOL.search(rest) is not None

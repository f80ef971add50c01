"""Finds the school a guardian names for the child, as it was said."""

import re
from collections.abc import Iterator

from ruxue_engine.understanding.found import Found
from ruxue_engine.understanding.told.passages import pieces

_KIND = (
    r"(?:第[一二三四五六七八九十\d]+)?(?:实验)?(?:小学|中学|初级中学|学校|初中|附小|附中|"
    r"[一二三四五六七八九十]小|[一二三四五六七八九十]中|实小|外国语|实验)(?:[东西南北分]?校区?|分校)?"
)
_WANTED = re.compile(
    r"(?:想|要|去|上|念|读|进|报|划(?:到|给|在|片)?了?|分(?:到|给|在)?了?|对口(?:的)?(?:是|学校是)?|"
    r"学区(?:是|在)?|片区(?:是|属于)?|属于|选(?:了|的)?(?:是)?|录到|安排到|转到|转去|是|到|冲着|看中|"
    r"就在?|离){1,3}(?:的是|了|"
    rf"的)?(?:[^,的]{{2,4}}的(?=[^,]{{2,8}}[小中学]))?(?P<name>(?:(?![的了吗呢想上读报去让给是到])[\u4e00-\u9fff\d]){{2,8}}?{_KIND})"
)
_NOT_A_NAME = re.compile(
    r"^(?:哪|什么|啥|这|那|个|一[个所]|公办|民办|公立|私立|附近|好|片区|重点|对口|普通|本地|当地|"
    r"老家|外地|同一|别的|其他|其它|几|两|上|读|我|你|咱|孩子|娃|区|市|我们|他|名|家门口|小区|不|没|"
    r"能|可以|就近|划片|原|新|一般|最近的?|特殊)|[的了吗呢想上读报去]|小学(?:初中|中学)|幼儿园|大学|"
    r"高中"
)
_OTHER_CHILD = re.compile(r"老大|大宝|哥哥|姐姐|大的")


def schools(text: str) -> Iterator[Found]:
    """Find `school`: the first that is wanted, or that the home belongs to."""
    for clause in pieces(text):
        if _OTHER_CHILD.search(clause.text):
            continue
        for match in _WANTED.finditer(clause.text):
            name = match["name"]
            if not _NOT_A_NAME.search(name):
                yield Found(
                    "school", name, clause.start + match.start("name"), clause.start + match.end("name")
                )
                return

"""Finds the school a guardian names for the child, as it was said."""

import re
from collections.abc import Iterator

from ruxue_engine.understanding.found import Found
from ruxue_engine.understanding.told.people import signed
from ruxue_engine.understanding.told.pieces import pieces

_NUMBER = r"[一二三四五六七八九十\d]{1,3}"
_KIND = re.compile(
    rf"(?:第{_NUMBER})?(?:实验)?(?:小学|中学|初级中学|初中|附小|附中|实小|外国语(?:学校)?|实验学校|学校)|"
    rf"{_NUMBER}小(?!时|孩|升|学|区)|{_NUMBER}中(?!学|午|旬|间|的|心)|实验(?=$|[,的吗])"
)
_BRANCH = re.compile(r"(?:[东西南北分]?校区?|分校)")
# What a name does not begin with or hold: verbs, particles and words for any school.
_BOUNDARY = re.compile(
    r"入学|[,的了吗呢吧啊至想要上读念报升进去来让给是到在归属于着说选离跟和或也都就才又能可还把被问叫从往奔挨近]|"
    r"咋|怎|接|划(?:片|到|给)?|片区|对口|学区|分[到给在]?|"
    r"录[取到]|安排|冲着|看[中上好]|派位|摇号|希望|咱们?|我们?|俺们?|孩子|娃|直升|一下|小区|"
    r"这边?|那边?|那个|这个|知道|听说|"
    r"不|没|有|哪|什么|啥|管|考|转|老[大二三]|一家|一所|一个|别人说|觉得|附近|旁边|年|[春秋]季|所在|妈妈|爸爸"
)
_ANY_SCHOOL = re.compile(
    r"^(?:公办|民办|公立|私立|好|重点|普通|本地|当地|老家|外地|同一|别|其他|其它|几|两|个|"
    r"家门口|就近|原|新|一般|最近|"
    r"特殊|特殊教育|国际|乡镇|农村|村|镇|县|城里|市里|区|市|省|全|每|各|所|该|本|现|单位|妈妈|"
    r"爸爸|我|你|他|她|咱|名|"
    r"九年一贯制|打工|子弟|第一|中心|实验|对应|相应|任何|某|多|公|私|教育局|教办|毕业|片|随便|"
    r"这种|那种|幼升|小升)*$"
)
_NO_SCHOOL = re.compile(r"幼儿园|大学|高中|培训|驾校|技校|职")
# The school of a brother, of one who works there, or the one that is left now.
_OF_ANOTHER = re.compile(
    r"老大|大宝|^(?:我家?)?大C|^P?大C|哥哥|姐姐|大的(?!变)|^[OK](?!说)|^C?(?:表|堂)[哥姐弟妹]"
)
_OF_THE_YOUNGER = re.compile(r"老[二三]|[二三]宝|小的|小(?:儿子|女儿|闺女)|(?:这|我家)孩子")
_BEFORE_NOW = re.compile(
    r"(?:现在|目前|正|一直|今年|刚|从|以前|原来|毕业于|之前)[^,想要报划分升]{0,6}(?:在|上|读|念)?$|"
    r"(?:^|[,C娃])(?:就)?在$|不(?:读|上|想上|去|想去|念|报|是)$"
)
_THERE_NOW = re.compile(
    rf"^(?:里)?(?:上|读|念)?(?:着)?(?:{_NUMBER}|大|[初高])?(?:年级|班|学期|毕业)(?!(?:后|了|就|直))|"
    r"^(?:上学|读书|念书)(?:呢|着)|^(?:读|上|念)(?:着|呢|[一二三四五六]年级)"
)
_WORKS_THERE = re.compile(
    r"(?:门口|对面|旁边|附近|食堂)[^,住]{0,2}(?:卖|开|摆|上班|干|做|当)|"
    r"(?:里)?(?:当|做|教|上班|工作|任教|的老师|老师|的教师)"
)
# "老大在书院路小学，小的也想去": the elder's school is the one wished for.
_THERE_TOO = re.compile(
    r"想[^,]{0,6}也(?:去|上|进)$|也(?:想|要|报|打算|能|去)[^,医上小中]{0,4}(?:去|上|进|报|那|这|一起)[^,大小中]{0,5}$"
)
_OURS = re.compile(r"[我俺咱]|孩子|娃|闺女|儿子")
_HEARSAY = re.compile(r"听[^,我俺]{1,8}(?:[讲说](?:[他她]|人家|别人|邻居)|传)")
# "腊月二十三小年"
_A_DAY = re.compile(r"月[一二三四五六七八九十廿]{1,3}$|月$")
_WISHED = re.compile(r"想|要|报|划|片|对口|学区|属|分|归|希望|选|去|进|能")
_NUMBERED = re.compile(rf"{_NUMBER}[小中]")
# Words of names that hold one of speech.
_OF_NAMES = {
    "育才",
    "英才",
    "和平",
    "和谐",
    "祥和",
    "仁和",
    "义和",
    "顺和",
    "人和",
    "和睦",
    "和顺",
    "泰和",
    "太和",
    "永和",
    "共和",
    "上海",
    "升平",
    "归德",
}
_WINDOW = 30
_LONGEST = 8


def schools(text: str) -> Iterator[Found]:
    """Find `school`: the first that is wanted, asked for, or that the home belongs to."""
    later: Found | None = None
    of_sibling: Found | None = None
    hearsay = False
    for clause in pieces(text):
        if of_sibling and _THERE_TOO.search(clause.text):
            yield of_sibling
            return
        hearsay = _HEARSAY.search(clause.text) is not None or (hearsay and not _OURS.search(clause.text))
        if hearsay:
            continue
        if _OF_ANOTHER.search(signed(clause.text)) and not _OF_THE_YOUNGER.search(clause.text):
            of_sibling = next((found for found, _ in _named(clause.text, clause.start, now=True)), of_sibling)
            continue
        for found, sure in _named(clause.text, clause.start):
            if sure:
                yield found
                return
            later = later or found
    if later:
        yield later


def _named(clause: str, at: int, *, now: bool = False) -> Iterator[tuple[Found, bool]]:
    """The schools a clause names by a name of their own, and whether one is wished for there."""
    for kind in _KIND.finditer(clause):
        begin = kind.start()
        while begin > 0 and kind.start() - begin < _LONGEST and _in_a_name(clause, begin):
            begin -= 1
        if _A_DAY.search(clause[: kind.start()]):
            continue
        branch = _BRANCH.match(clause, kind.end())
        end = branch.end() if branch else kind.end()
        before, after = clause[max(0, begin - _WINDOW) : begin], clause[end : end + _WINDOW]
        wished = _WISHED.search(before) is not None
        if not _is_a_name(clause[begin : kind.start()], kind[0], wished=wished):
            continue
        if _NO_SCHOOL.search(clause[begin:end]) or (not now and _BEFORE_NOW.search(signed(before))):
            continue
        if not _WORKS_THERE.match(after) and (wished or now or not _THERE_NOW.match(after)):
            yield Found("school", clause[begin:end], at + begin, at + end), wished


def _is_a_name(own: str, kind: str, *, wished: bool) -> bool:
    """Whether what stands before the kind of school makes it one of its own: 燕山小学, 第十四中学."""
    if kind.startswith("第") or (wished and not own and _NUMBERED.fullmatch(kind)):
        return True
    numbered = re.match(_NUMBER, kind) is not None
    if not own or own.endswith(("区", "县", "市")) or (_ANY_SCHOOL.match(own) and not numbered):
        return False
    return (numbered or len(own) > 1) and (wished or kind != "学校")


def _in_a_name(clause: str, begin: int) -> bool:
    """Whether the sign before `begin` can belong to a name: no word that ends there is one of speech."""
    if {clause[begin - 1 : begin + 1], clause[max(0, begin - 2) : begin]} & _OF_NAMES:
        return True
    if not re.match(r"[\u4e00-\u9fff\d]", clause[begin - 1]):
        return False
    return not any(
        begin - width >= 0 and _BOUNDARY.fullmatch(clause, begin - width, begin) for width in (1, 2, 3)
    )

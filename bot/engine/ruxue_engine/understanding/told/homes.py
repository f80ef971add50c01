"""Finds what kind of home a family has."""

import re
from collections.abc import Iterator, Sequence

from ruxue_engine.understanding.found import Found
from ruxue_engine.understanding.text import Clause

_KINDS = (
    (
        "public_housing",
        re.compile(r"公租房|廉租房|公共租赁|保障性?租赁|保障性?住?房(?!办)|直管公房", re.IGNORECASE),
    ),
    ("small_property", re.compile(r"小产权", re.IGNORECASE)),
    (
        "resettlement",
        re.compile(
            r"安置房|回迁房|拆迁安置|安置协议|还迁房|拆迁房|回迁|安置楼|还建房|安置的(?:房|楼|$)|(?:拆迁|棚改|棚户区改造|"
            r"旧村改造|旧改|"
            r"征地)[^,]{0,4}(?:分|给|换|补)[^,]{0,5}(?:房|楼|套)",
            re.IGNORECASE,
        ),
    ),
    (
        "self_built",
        re.compile(
            r"自建(?:房|的)|宅基地|自己(?:家)?[盖起建]的?|自盖|地皮[^,]{0,2}盖|翻盖|盖的[一二三四两]层|村里盖|村里?的?老?宅子|(?:在村里|爷|奶|"
            r"爸|家里)[^,]{0,3}盖的|农村(?:老)?房|平房|(?<!单位)集资(?!房)",
            re.IGNORECASE,
        ),
    ),
    (
        "commercial",
        re.compile(
            r"商住|商改住|商办|商服|商业服务|(?<!人才|单位|员工|学生|部队|教师|单身|公司|职工|青年|长租|武警|军人)公寓|loft|商铺|商用|写字楼(?!上班|里?工作)|门面|门头房|商业(?:产权|性质|"
            r"用途|用房|房|的)|"
            r"办公(?:用房|性质|用途|产权|$)|(?:性质|用途)[^,]{0,4}(?:商|办公)|产权(?:是|就|"
            r"只有)*[四五45][十0]年|[四五45][十0]年(?:产权|那种|的那种)|酒店式",
            re.IGNORECASE,
        ),
    ),
    (
        "residential",
        re.compile(
            r"商品房(?!合同)|普通住宅|(?<!商业)住宅(?!用地)|七十年产权|70年产权|单元房|住宅性质",
            re.IGNORECASE,
        ),
    ),
)
_NOT_KIND = re.compile(r"(?:不是|不属于|没有|非|没|没买|不住)(?:什么|那种|个)?$")
_RENTED = re.compile(
    r"租(?:的|了|着|住|人家|别人)*[^,买有]{0,4}(?:门头|门面|商铺|写字楼|店|公寓|loft|平房|商品房|民房|自建房)"
)


def homes(stated: Sequence[Clause]) -> Iterator[Found]:
    """Find `home_kind`."""
    yield from _kinds(stated)


def _kinds(stated: Sequence[Clause]) -> Iterator[Found]:
    for clause in stated:
        for kind, words in () if _RENTED.search(clause.text) else _KINDS:
            match = words.search(clause.text)
            if match and not _NOT_KIND.search(clause.text[: match.start()]):
                yield Found("home_kind", kind, clause.start + match.start(), clause.start + match.end())
                break

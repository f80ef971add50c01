"""Finds what kind of home a family has, and the guardians' share of it."""

import re
from collections.abc import Iterator, Sequence

from ruxue_engine.understanding.found import Found
from ruxue_engine.understanding.numerals import DIGIT_SIGNS, counted
from ruxue_engine.understanding.text import Clause

_WHOLE = 100
_KINDS = (
    ("public_housing", re.compile(r"公租房|廉租房|公共租赁|保障性?租赁|直管公房", re.IGNORECASE)),
    ("small_property", re.compile(r"小产权", re.IGNORECASE)),
    ("resettlement", re.compile(r"安置房|回迁房|拆迁安置|还迁房|拆迁房|回迁|还建房|安置的房", re.IGNORECASE)),
    (
        "self_built",
        re.compile(
            r"自建(?:房|的)|宅基地|自己盖的?|自盖|村里盖|农村(?:老)?房|平房|集资(?!房)", re.IGNORECASE
        ),
    ),
    (
        "commercial",
        re.compile(
            r"商住|(?<!人才)公寓|loft|商铺|商用|写字楼|门面|门头房|商业(?:产权|性质|用途|用房|房|的)|"
            r"办公(?:用房|性质|用途|产权)|[四五45][十0]年产权|酒店式",
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
_NOT_KIND = re.compile(r"(?:不是|不属于|没有|非|没|不住)(?:什么|那种|个)?$")
_RENTED = re.compile(r"租(?:的|了)?(?:个|一?间)?(?:门头|门面|商铺|写字楼|店)")
_N = f"[\\d{DIGIT_SIGNS}十百]"
_SHARES = (
    re.compile(r"(?<![\d.])(?P<n>\d{1,3})(?:\.\d+)?\s*(?:%|％|个点|percent)"),
    re.compile(f"百分之(?P<n>{_N}{{1,4}})"),
    re.compile(f"(?P<of>[{DIGIT_SIGNS}\\d]{{1,2}})分之(?P<n>{_N})"),
    re.compile(f"(?P<tenths>[{DIGIT_SIGNS}\\d])成(?!年|功|了|都)"),
    re.compile(r"(?P<half>一半(?!时间)|各半|对半|各占一半|半套)"),
)
_OF_THE_OLD = re.compile(
    r"(?:爷|奶|姥爷|姥姥|公公|婆婆|弟弟?|哥哥?|姐姐?|妹妹?|老人|我爸|我妈|岳父|岳母|他们)(?:名下|"
    r"也)?(?:占了?)?$"
)
_BOTH = re.compile(
    r"(?:我和|我俩|夫妻|两口子|跟)(?:[他她孩子]*[爸妈]|老公|媳妇|对象|"
    r"爱人)?(?:的名)?[^弟哥姐妹爷奶]{0,3}各占?$|各占?$(?<=爸的名,各占)"
)
_OF_SHARE = re.compile(
    r"百分之|^(?:各占?|我[^,]{0,3})|%|一半[^,]{0,3}一半|份额|产权|占|房|名下|名字|房本|共有|按份|股"
)


def homes(stated: Sequence[Clause]) -> Iterator[Found]:
    """Find `home_kind` and `home_share`."""
    yield from _kinds(stated)
    yield from _shares(stated)


def _kinds(stated: Sequence[Clause]) -> Iterator[Found]:
    for clause in stated:
        for kind, words in () if _RENTED.search(clause.text) else _KINDS:
            match = words.search(clause.text)
            if match and not _NOT_KIND.search(clause.text[: match.start()]):
                yield Found("home_kind", kind, clause.start + match.start(), clause.start + match.end())
                break


def _shares(stated: Sequence[Clause]) -> Iterator[Found]:
    """The guardians' shares together; what the old people, brothers and sisters hold is not theirs."""
    for clause in stated:
        if not _OF_SHARE.search(clause.text):
            continue
        told: list[tuple[int, re.Match[str]]] = []
        for match in (each for pattern in _SHARES for each in pattern.finditer(clause.text)):
            share = _share(match.groupdict())
            before = clause.text[: match.start()]
            if share is not None and not _OF_THE_OLD.search(before):
                told.append((2 * share if _BOTH.search(before) and share <= _WHOLE // 2 else share, match))
        if told:
            shares = sum(share for share, _ in told)
            first, last = told[0][1], told[-1][1]
            at = (
                clause.start + min(first.start(), last.start()),
                clause.start + max(first.end(), last.end()),
            )
            yield Found("home_share", str(shares if shares <= _WHOLE else told[0][0]), *at)


def _share(said: dict[str, str | None]) -> int | None:
    if said.get("half"):
        return _WHOLE // 2
    if said.get("tenths"):
        tenths = counted(said["tenths"] or "")
        return tenths * 10 if tenths else None
    number = counted(said.get("n") or "")
    if number is None:
        return None
    if said.get("of"):
        of = counted(said["of"] or "")
        return number * _WHOLE // of if of and number <= of else None
    return number if number <= _WHOLE else None

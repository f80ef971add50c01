"""Finds brothers and sisters, how the parents live together, and who has the child."""

import re
from collections.abc import Iterator, Sequence

from ruxue_engine.understanding.found import Found
from ruxue_engine.understanding.text import Clause

_TWINS = re.compile(r"双胞胎|龙凤胎|双胞|孪生|双棒|三胞胎")
_SIBLING = re.compile(
    r"老大|大宝|二宝|老二|老三|三宝|二胎|三胎|"
    r"(?:他|她|孩子|娃|有个?|的)(?:亲)?(?:哥哥?|姐姐?|弟弟?|妹妹?)|哥哥|姐姐|弟弟|妹妹|"
    r"(?:两|俩|二|2|三|仨|3)个?(?:孩子|娃|宝|小孩|儿子|闺女|女儿)|"
    r"大的(?:在|上|是|已|[一二三四五六]年级)|姐弟|兄弟|姐妹|兄妹|大儿子|大女儿|大闺女|小儿子|小女儿|"
    r"小闺女"
)
_NOT_THE_CHILDS = re.compile(r"(?:我|我的|他爸的?|她爸的?|孩子爸的?|我们?家?|老公的?|媳妇的?|表|堂)$")
_DENIED = re.compile(r"(?:不是|没有?|没|不|未|还没)(?:有|个|什么|是)?$")
_PARENTS = (
    ("remarried", re.compile(r"再婚|二婚|重组家庭|又结婚|改嫁|再娶|继父|继母|后爸|后妈|后爹")),
    (
        "widowed",
        re.compile(
            r"丧偶|守寡|"
            r"(?:爸爸?|妈妈?|老公|爱人|媳妇|丈夫|妻子|对象|父亲|母亲|老婆|先生|[他她]爸|"
            r"[他她]妈)(?:前年|去年|早就?|已经?|前几年|几年前|因病|车祸|意外|在[^,]{0,4}|"
            r"[^,没不离]{0,6})(?:去世|过世|病故|走了|走得早|走的早|不在了|没了|身故|意外走|病逝|牺牲)"
        ),
    ),
    (
        "divorced",
        re.compile(r"(?<!没)(?<!没有)(?<!未)离(?:了)?婚|离异|(?<!没)离了|(?<!距)离的(?=$|[,婚])|办了离"),
    ),
    (
        "single",
        re.compile(
            r"单亲|单身|未婚(?:生育|先孕|妈妈)?|没(?:有)?(?:领|扯)(?:结婚)?证|没(?:有)?结婚|"
            r"没(?:有)?办结婚|没(?:有)?登记结婚|非婚生|不婚"
        ),
    ),
    (
        "married",
        re.compile(
            r"已婚|结(?:了)?婚(?:了|证|\d|多|[一二三四五六七八九十])|领了证|是?原配|合法夫妻|没离|"
            r"没有离婚|登记结婚了?"
        ),
    ),
    ("divorced", re.compile(r"判给|前夫|前妻")),
)
_MOTHER_SPEAKS = re.compile(
    r"前夫|老公|他爸|她爸|孩子爸|娃他?爸|我是(?:孩子|娃)?(?:他|她|的)?(?:妈|母亲|娘)|当妈|单亲妈妈|"
    r"宝妈|(?:孩子|娃)(?:他)?爹|男方"
)
_FATHER_SPEAKS = re.compile(
    r"前妻|媳妇|老婆|他妈|她妈|孩子妈|娃他?妈|我是(?:孩子|娃)?(?:他|她|的)?(?:爸|父亲|爹)|当爸|"
    r"单亲爸爸|宝爸|女方"
)
_HAS = r"(?:归|判给了?|跟着?|随|给了?|由|抚养权(?:在|归|是|给)?|监护权(?:在|归|是)?|是)(?:了)?(?:孩子|娃)?"
_CARE = r"(?:过|生活|住|抚养|带|养|长大|一起|这边|$|,|了|的|管|监护|名下|有|手里)"
_CUSTODY = (
    ("mother", re.compile(f"{_HAS}(?:的)?(?:他|她|我)?(?:妈妈?|母亲|女方|前妻|娘)(?:(?=.{{0,3}}{_CARE}))")),
    ("father", re.compile(f"{_HAS}(?:的)?(?:他|她|我)?(?:爸爸?|父亲|男方|前夫|爹)(?:(?=.{{0,3}}{_CARE}))")),
    (
        "other",
        re.compile(
            r"(?:(?:孩子|娃|从小|一直|平时|现在)[^,]{0,6}|^|双亡)(?:跟着?|随|由|在)(?:他|她|"
            r"我)?(?:姥姥|姥爷|爷爷|奶奶|外公|外婆|姑姑?|姨|舅舅?|叔叔?|伯|老人)[^,户]{0,4}(?:过|"
            r"生活|抚养|带大|长大|养|监护|带着?(?!孩子))|"
            r"(?:监护人|抚养权|监护权)(?:是|在|归)(?:他|她)?(?:姥|爷|奶|外|姑|姨|舅|叔)"
        ),
    ),
)
_CARED_FOR = tuple(
    (
        value,
        re.compile(
            f"(?:[他她]{who}|孩子{who}|{who}{who}|{former})(?:一个人|自己)?(?:带|养)(?:着)?(?:孩子|娃)"
        ),
    )
    for value, who, former in (("mother", "妈", "前妻"), ("father", "爸", "前夫"))
)
_MINE = re.compile(
    f"(?:(?:孩子|娃|抚养权|监护权|儿子|女儿|闺女)[^,]{{0,5}})?(?:归|判给了?|判了?给|跟着?|抚养权(?:在|归|"
    f"是|给)?|由|法院判给)(?:了)?我(?!们|俩|妈|爸)(?=.{{0,2}}{_CARE})|我(?:一个人)?(?:带|"
    "养)(?:着)?(?:孩子|娃)|孩子我(?:带|养)"
)
_GIVEN = re.compile(r"归|判|抚养权|监护权")
_OF_HUKOU = re.compile(r"(?:户口|户籍|房子?)[^,]{0,8}$")
_APART = frozenset({"divorced", "single", "remarried", "widowed"})


def families(text: str, stated: Sequence[Clause]) -> Iterator[Found]:
    """Find `sibling`, `parents` and `custody`."""
    yield from _siblings(stated)
    how = list(_parents(stated))
    yield from how[:1]
    apart = any(each.value in _APART for each in how)
    yield from _custody(text, stated, apart=apart)


def _siblings(stated: Sequence[Clause]) -> Iterator[Found]:
    for value, pattern in (("twins", _TWINS), ("yes", _SIBLING)):
        for clause in stated:
            match = pattern.search(clause.text)
            if not match:
                continue
            before = clause.text[: match.start()]
            if not _DENIED.search(before) and not (
                match.group()[0] in "哥姐弟妹" and _NOT_THE_CHILDS.search(before)
            ):
                yield Found("sibling", value, clause.start + match.start(), clause.start + match.end())
                return


def _parents(stated: Sequence[Clause]) -> Iterator[Found]:
    for value, words in _PARENTS:
        for clause in stated:
            match = words.search(clause.text)
            if match and not _DENIED.search(clause.text[: match.start()]):
                yield Found("parents", value, clause.start + match.start(), clause.start + match.end())
                break


def _custody(text: str, stated: Sequence[Clause], *, apart: bool) -> Iterator[Found]:
    """Whom the child was given to goes before whom it lives with."""
    told: list[tuple[bool, Found]] = []
    for clause in stated:
        for value, pattern in (*_CUSTODY, *_CARED_FOR):
            match = pattern.search(clause.text)
            given = match is not None and _GIVEN.search(match.group()) is not None
            if (
                match
                and (value == "other" or apart or given)
                and not _OF_HUKOU.search(clause.text[: match.end()])
            ):
                at = (clause.start + match.start(), clause.start + match.end())
                told.append((not given, Found("custody", value, *at)))
        mine, speaker = _MINE.search(clause.text), _speaker(text)
        if mine and apart and speaker and not _OF_HUKOU.search(clause.text[: mine.end()]):
            given = _GIVEN.search(mine.group()) is not None
            at = (clause.start + mine.start(), clause.start + mine.end())
            told.append((not given, Found("custody", speaker, *at)))
    best = min((rank for rank, _ in told), default=True)
    yield from [found for rank, found in told if rank is best][-1:]


def _speaker(text: str) -> str | None:
    mother, father = _MOTHER_SPEAKS.search(text), _FATHER_SPEAKS.search(text)
    if bool(mother) == bool(father):
        return None
    return "mother" if mother else "father"

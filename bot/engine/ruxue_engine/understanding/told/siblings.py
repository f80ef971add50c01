"""Finds other children of the family, and twins."""

import re
from collections.abc import Iterator, Sequence

from ruxue_engine.understanding.found import Found
from ruxue_engine.understanding.text import Clause
from ruxue_engine.understanding.told.implied import spoken_by_elder
from ruxue_engine.understanding.told.people import whose

_TWINS = re.compile(
    r"双胞胎|龙凤胎|双胞|孪生|双棒|[三多]胞胎|双生|双胎|(?<![头第])一胎(?:[俩两]|生|所生)|一对双|双儿(?!女)"
)
_A_CHILD = r"(?:孩子|娃|小孩|儿子|闺女|女儿|小子|丫头|宝贝|孙子|孙女)"
_SIBLING = re.compile(
    r"老大(?!不|人|爷|娘)|大宝|二宝|老二|老三|三宝|[二三]胎(?!政策)|[二三多]孩|头一?个(?:孩子|娃)|头胎|"
    r"(?:他|她|孩子|娃|有个?|的)(?:亲)?(?:哥哥?|姐姐?|弟弟?|妹妹?)|哥哥|姐姐|弟弟|妹妹|"
    f"(?:两|俩|二|(?<!/)2|三|仨|(?<!/)3|四)个?{_A_CHILD}|各带(?:了|着)?一?个|[大小](?:儿子|女儿|闺女|丫头)|大(?:孙子|孙女|外孙)|"
    r"(?:^|家里?|我|那个|还有个?|有个|个|俩|,)[大小]的(?:那个|在|上|是|也|已|想|今年|去年|读|念|刚|才|都|"
    r"还|[一二三四五六]年级)|"
    r"[姐兄]弟(?!跟|和)|姐妹(?!们)|兄妹(?![^,]{0,4}继承)|哥[俩仨]|姐[俩仨]|小闺女|儿女双全|一儿一女|一男一女|"
    f"还有一?个[^,]{{0,8}}{_A_CHILD}|"
    r"带(?:了|来|着|过来)*一?个[^,]{0,3},?[我俺他她]也?带(?:了|来|着|过来)*一?个|(?:跟|和)前[妻夫]的?(?:孩子|娃|那个)"
)
# "闺女今年上一年级，儿子四年级": told in two clauses.
_PAIR = re.compile(
    f"一个{_A_CHILD}?在[^,]{{1,8}},一个|"
    f"(?:^|,)(?:(?:闺女|女儿)[^,]{{1,10}},儿子|儿子[^,]{{1,10}},(?:闺女|女儿))[^,]{{0,6}}(?:年级|岁|上|班)"
)
# "女儿判给我，儿子跟了他爸": a son and a daughter of one who is no grandparent.
_SON = r"(?<![家的])儿子(?!女儿)"
_DAUGHTER = r"(?<![家的])(?:女儿|闺女)"
_SON_AND_DAUGHTER = re.compile(f"(?:^|[,。;]){_SON}.*[,。;]{_DAUGHTER}|(?:^|[,。;]){_DAUGHTER}.*[,。;]{_SON}")
_KIN = re.compile(r"[兄哥姐弟妹]")
_NOT_THE_CHILDS = re.compile(
    r"(?:房子?(?:都|全|就)?(?:给|归|送|留)[了给]*|其|(?:我|俺|咱|老公|媳妇|对象|爱人)[大小二三亲]|我|俺|咱|我的|[他她]爸的?|[他她]妈的?|孩子[爸妈]的?|们家?|我家|老公的?|媳妇的?|爱人的?|"
    r"对象的?|表|"
    r"(?:我|俺|老公|媳妇|爱人|对象|[他她][爸妈])(?:还|也)?有一?个|"
    r"堂|"
    r"(?:我|俺|咱)们?(?:和|跟|与)(?:[两俩二三几]个)?|(?:爱人|老公|对象|媳妇|老婆)(?:和|跟|与)[他她])$"
)
_GROWN_UP = re.compile(r"[媳夫]|[说讲]|[^,户]{0,8}(?:上班|打工|离婚|离了|开店|结婚|干活|住院|出差)")
_DENIED = re.compile(r"(?:替|帮)[^,]{0,2}$|(?:不是|没有?|没|不|未|还没)(?:有|个|什么|是)?$")


def siblings(text: str, stated: Sequence[Clause]) -> Iterator[Found]:
    """Find `sibling`: twins go before any other child of the family."""
    for value, pattern in (("twins", _TWINS), ("yes", _SIBLING)):
        for clause in stated:
            match = pattern.search(clause.text)
            if match and _of_the_child(clause.text, match):
                yield Found("sibling", value, clause.start + match.start(), clause.start + match.end())
                return
    pair = _PAIR.search(text) or (None if spoken_by_elder(text) else _SON_AND_DAUGHTER.search(text))
    if pair:
        yield Found("sibling", "yes", pair.start(), pair.end())


def _of_the_child(text: str, match: re.Match[str]) -> bool:
    kin = _KIN.search(match.group())
    before = text[: match.start() + (kin.start() if kin else 0)]
    if _DENIED.search(text[: match.start()]) or (kin and _GROWN_UP.match(text, match.end())):
        return False
    of_others = whose(text[: match.start()]) == "others"
    return not (kin and (of_others or _NOT_THE_CHILDS.search(before)))

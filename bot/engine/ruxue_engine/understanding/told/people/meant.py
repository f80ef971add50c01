"""Tells who is meant by "I", "he" and "she": an elder may write, and "he" is somebody named before."""

import re
from collections.abc import Sequence

from ruxue_engine.understanding.text import PAD
from ruxue_engine.understanding.told.people.signs import (
    ANYBODY,
    CHILD,
    GRANDPARENT,
    GUARDIAN,
    RELATIVE,
    ROLES,
)

# "房子挂她名下", "户口跟着他": somebody grown up who was named before, not the child.
_PRONOUN = (
    r"(?<=[跟与和随挂写归在着是])(?P<it>[他她])"
    r"(?=们?(?:名|的名|的(?=$|[,。;房])|本[上里]|的户|家(?!的孩)|那|一个|[一同]本|同户|在|\d|占|百分|[,。;]|$))"
)
_NAMED_OR_MEANT = re.compile(f"{ANYBODY.pattern}|{_PRONOUN}")
# Where a grandparent writes, "俺儿", "闺女" and "女婿" are the parents of the child.
_OWN_CHILD = (
    r"(?P<own>(?:[我俺]们?家?的?)?[大小二三]?"
    r"(?:儿子|闺女|女儿|儿媳妇?|女婿|(?<=[我俺])(?:儿(?![童科])|媳妇)))"
)
_NAMED_BY_AN_ELDER = re.compile(f"{_OWN_CHILD}|{_NAMED_OR_MEANT.pattern}")
# "搬回俺爸那住，爸的房子在历下": a parent named once as the speaker's own.
_BARE_PARENT = re.compile(r"(?P<first>[爸妈爹娘])(?P=first)?|父亲|母亲")
_MAY_MEAN = re.compile(r"[他她]|[我俺咱](?:爸|妈|爹|娘|父亲|母亲)")
_OWN_PARENT = re.compile(r"[我俺咱].*([爸妈爹娘]|父亲|母亲)")
# "孩子跟他一个本": beside the child it is the other parent, where nobody else was named.
_CHILD_WITH = re.compile(r"(?:孩子|娃|[儿女孙][子儿女]|闺女)[^,。;他她]{0,6}[跟随在]$")
_OLD_ONE = r"(?:爷爷|奶奶|姥姥|姥爷|外公|外婆)"
_SPEAKS = (
    (
        GRANDPARENT,
        re.compile(
            r"[我俺](?:就?是|这?个?当|这个|\()(?:孩子|娃)?[他她]?(?:的)?(?:亲)?(?:爷爷?|奶奶?|姥姥|姥爷|姥娘|外公|外婆)|"
            r"[我俺]家?[大小]?外?孙(?:子|女|儿)|(?<![的是个给])孙(?:子|女)(?!们|俩|仨)|(?:^|[,。 ])外孙女?|"
            rf"老(?:头子|太太|汉|婆子)我|{_OLD_ONE}[我俺](?![妈爸们])|[我俺]们?老[两俩]口|[我俺](?:和|跟)?老(?:伴|头)|"
            r"[我俺]家?(?:儿媳|女婿|儿[俺我]?(?:媳妇|家|[两俩]口))|(?:^|[,。 ])老(?:头子|伴)(?!我)|"
            rf"[我俺]就?是[^,]{{1,8}},(?:孩子|娃|他|她)[他她]?{_OLD_ONE}(?=$|,)"
        ),
    ),
    (
        RELATIVE,
        re.compile(
            r"我(?:是|\()(?:孩子|娃|他|她)?(?:的)?(?:亲)?(?:[大小二三]?[姑姨]|姑姑|舅舅?|叔叔?|伯|姨妈|姑妈|大爷)|"
            r"[我俺]?(?:这个)?当(?:[大小二三]?[姑姨舅叔]|姑姑|舅舅|叔叔)的|(?:侄[子女儿]|外甥女?)[^,]{0,4}(?:跟着?|随|落在?|挂在?)[我俺]|替[我俺]?(?:侄[子女儿]|外甥女?)|"
            r"^(?:孩子|娃)?[他她]?[大小二三]?[姑姨舅叔](?:我|替|代|来|写)"
        ),
    ),
)
_FIRST_PERSON = re.compile(r"[我俺](?:们)?(?:家)?(?:俩|自己|自个儿?|本人)?")
_WOMAN = re.compile(r".*(?:[妈娘]|娘家[妈娘]?|奶奶?|姥姥|姥娘|婆婆?|岳母|丈母娘|姑|姨|嫂子?|姐|妹)")
_MAN = re.compile(r".*(?:[爸爹爷]|姥爷|[公伯叔舅]|岳父|丈人|哥|弟|老头子?)")
# Where an aunt writes, her brother is the child's father.
_OWN_SIBLING = re.compile(r"[我俺](?:的|家)?[大小二]?(?:哥哥?|弟弟?|姐姐?|妹妹?|嫂子?|弟媳妇?|姐夫|妹夫)")


def speaker(text: str) -> str | None:
    """The sign of the one who speaks, where that is a grandparent or a relative and not a parent."""
    return next((who for who, speaks in _SPEAKS if speaks.search(text)), None)


def resolved(text: str) -> str:
    """Write the sign of who is meant: for "he" and "she", where something is theirs, and for an elder's "I".

    Nothing in the text moves.
    """
    speaks = speaker(text)
    if speaks is None and not _MAY_MEAN.search(text):
        return text
    named: list[tuple[str, str]] = []
    told, reach = [], 0
    for match in (_NAMED_BY_AN_ELDER if speaks == GRANDPARENT else _NAMED_OR_MEANT).finditer(text):
        if match.groupdict().get("own"):
            sign = GUARDIAN
            named.append((sign, match[0]))
        elif _is_own_parent(match, named):
            sign = GRANDPARENT
        elif speaks and _FIRST_PERSON.fullmatch(match[0]):
            sign = speaks
        elif speaks == RELATIVE and _OWN_SIBLING.fullmatch(match[0]):
            sign = GUARDIAN
        elif (match["it"] or match.lastgroup == "X") and (
            meant := _meant(match[0], named) or _beside_the_child(text[: match.start()], named)
        ):
            sign = meant
        else:
            # "太爷爷让我问，房也是他的": who speaks is nobody's "he", unless nobody else is named.
            if match.lastgroup in ROLES and not (named and _FIRST_PERSON.fullmatch(match[0])):
                named.append((match.lastgroup, match[0]))
            continue
        told += [text[reach : match.start()], sign.ljust(len(match[0]), PAD)]
        reach = match.end()
    return "".join([*told, text[reach:]])


def _is_own_parent(match: re.Match[str], named: Sequence[tuple[str, str]]) -> bool:
    """Whether "爸" by itself is the speaker's own father, who was named before as such."""
    bare = _BARE_PARENT.fullmatch(match[0])
    if bare is None or match.lastgroup != GUARDIAN:
        return False
    same = [(sign, word) for sign, word in named if bare[0][0] in word]
    return bool(same) and all(sign == GRANDPARENT and _OWN_PARENT.fullmatch(word) for sign, word in same)


def _beside_the_child(before: str, named: Sequence[tuple[str, str]]) -> str | None:
    """A guardian, where "he" is told apart from the child and nobody else was named."""
    only_the_child = all(sign == CHILD or _FIRST_PERSON.fullmatch(word) for sign, word in named)
    return GUARDIAN if only_the_child and _CHILD_WITH.search(before) else None


def _meant(pronoun: str, named: Sequence[tuple[str, str]]) -> str | None:
    """The sign of who is meant by "he" or "she": the last grown-up named who can be that."""
    never = _WOMAN if pronoun.startswith("他") else _MAN
    return next((sign for sign, word in reversed(named) if sign != CHILD and not never.fullmatch(word)), None)

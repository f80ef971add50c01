"""Tells whose a home is, from the words before and after the one for it."""

import re

from ruxue_engine.understanding.told.people import OURS, ROLES, signed

_ONE = r"[PCGK]"
_AND = r"(?:们|家)?(?:和|跟|与|同|、|还有|加上?|以及|,)?"
_LIST = f"(?P<who>{_ONE}(?:{_AND}{_ONE})*)"
_LEAD = (
    r"(?:[上面头呢啊嘛呀也都就还倒主人证本]|现在|目前|一直|已经?|其实|本来|仍|产权人?|所有权人?|户主|"
    r"登记|[写挂落记放]|"
    r"[在是归用系为由于]|属于?|楼|一?[套户处](?!口)|[的了着]|在?\ue000+区?的?,?|名字?|户名|只有|[:\s])*"
)
_NOT = rf"(?:没过户[^,PCGK]{{0,4}}?还?是)?(?:不是{_ONE}(?:们)?(?:的|名下|买的)?,?(?:而?是)?)?"
_TAIL = (
    r"(?=们|家|俩|[两二三四]个?人?|共|一起|名|的(?!话)|单独|所有|所[购买有]|[买盖购建分留置]|继承|各|占|"
    r"一个?[人半]|个人|全款|贷款|"
    r"按揭|[,那这]|不是|[去前今]年|\d+年|在住|[拥持]有|也?有|全权|$)"
)
_AFTER = re.compile(f"^{_LEAD}{_NOT}{_LEAD}{_LIST}{_TAIL}")
_GIVEN = re.compile(
    rf"(?:判|过户|过|转|留|分|送|赠|赠与|变更|改|更名)[到给成]{{1,2}}了?(?P<who>{_ONE})(?!过)"
)
# "首付我爸掏的，写的也是我爸": in whose name it is, behind what else is said.
_WRITTEN = re.compile(
    f"(?<![得要能没不])写(?:的|了)?(?:也|就|都)*是?{_LIST}(?:俩|[两二]个?人)?(?:的|名|$|[,])"
)
_UNDER = re.compile(
    f"{_LIST}(?:们)?(?:的)?(?:个人)?名下(?![也都均皆全啥]*(?:没|无|零套|0套)|的?(?:车|店|公司))"
)
_WHEN = (
    r"(?:[也都倒就还只]|现在|之前|以前|前些年|前几年|早就?|婚[前后]|单独|自己|"
    r"[去前今]年|[于在]?\d+年(?:\d+月)?|刚)*"
)
_PLACED = r"(?:在[^,给住PCGKO租]{1,6})?"
_DESCRIBED = r"(?:商住|自住|住宅|[^,没无不租住在PCGKO]){0,6}"
_BEFORE = re.compile(
    f"{_LIST}(?:们|家|家里|俩|这边|一个人|单独|自己)?(?:名下)?{_WHEN}{_PLACED}"
    f"(?:给?(?:腾|借|让|匀)(?:P|给|出|来|了)*的?|(?:有|买|购置?|(?<!安)置|盖|继承)[了着过的]*{_DESCRIBED}|的{_DESCRIBED}|住的?|用的|[那这](?:一?套|"
    f"个|边的?|里的?)?的?{_DESCRIBED})?$"
)
_LIVED_IN = re.compile(r"(?<![自居])住(?:的|着)?$")
# "写的孩子名": what belongs to the paper is behind it.
_OF_PAPER = re.compile(
    f"^{_LEAD}{_LIST}(?:们)?(?:俩|[一两二三四]个?人?|的|共|一起|单独|自己)*(?:名|占|各|所有|不是|[,。]|$)"
)


def owner_after(after: str) -> str | None:
    """Whose it is by the words after it: "是爷爷的", "写的我和孩子", "判给我了"."""
    said = signed(after)
    given = _GIVEN.search(said)
    if given:
        return ROLES[given["who"]]
    told = _AFTER.match(said) or _UNDER.search(said) or _WRITTEN.search(said)
    return _of(told) if told else None


def owner_before(before: str) -> str | None:
    """Whose it is by the words before it: "爷爷的", "我妈名下有套", "住我哥在历下的"."""
    said = signed(before)
    told = _BEFORE.search(said)
    # "俺家住的小产权": where a family lives is not what it has.
    if told is None or (_LIVED_IN.search(said) and re.search(OURS, told["who"])):
        return None
    return _of(told)


def owner_of_paper(after: str) -> str | None:
    """In whose name a deed is: "房本写的奶奶", "房产证上是我爸的名"."""
    told = _OF_PAPER.match(signed(after))
    return _of(told) if told else None


def owner_under(text: str) -> str | None:
    """In whose name something is, where only 名下 says that it is a home."""
    told = _UNDER.search(signed(text))
    return _of(told) if told else None


def _of(told: re.Match[str]) -> str:
    """A part of a home counts: where a guardian or the child is among the owners, it is theirs."""
    ours = re.search(OURS, told["who"])
    return ROLES[ours[0] if ours else told["who"][0]]

"""Finds short answers: yes or no, the second one, all of them, done."""

import re

from ruxue_engine.understanding.found import Found
from ruxue_engine.understanding.numerals import DIGIT_SIGNS, counted

LONGEST_ANSWER = 14
_TAIL = r"[了吧呀啊哦呢嘛的哈吖咯喽呗。.!~ ]*"
_YES = re.compile(
    r"(?:嗯+|恩+|是|是的|对|好|好的|可以|行|中|成|没问题|同意|我同意|愿意|要|要的|提交|确认|确认提交|确定|ok|yes|没错|有|"
    r"就是|对头|得|妥|查吧|授权|可以查|就这样|没意见|好嘞|好滴|可|在|在的|必须|交吧|报吧)" + _TAIL,
    re.IGNORECASE,
)
_NO = re.compile(
    r"(?:不|不是|不对|不同意|我不同意|不行|不要|不用|没有|没|无|不可以|先不|先不要|不愿意|拒绝|no|不授权|不确认|"
    r"不提交|先不提交|不想|不在|没在|别查|不让查|甭|不中|木有)" + _TAIL,
    re.IGNORECASE,
)
_ALL = re.compile(
    r"(?:全部|全都?|都|一起|统统)(?:同意|授权|可以|行|查|选)|同意全部|全选|授权全部|(?:两|三|几)(?:个|项)都(?:同意|行|可以)"
)
_NONE = re.compile(
    r"(?:全部?|都|一个也|一项也|一个都|一项都|哪个都)(?:不|别|不想)(?:同意|授权|可以|行|要|查|选)|不同意任何"
)
_SOME = re.compile(
    r"挑选|挑一挑|挑着|我要挑|我来挑|挑几|选几|部分|一部分|逐(?:个|项)|一项一项|一个一个|有的(?:同意|可以)|自己选|选一下"
)
_DONE = re.compile(
    r"(?:已经?|我|刚|都)*(?:登[录陆]|登|弄|搞|认证|办|整)?(?:已经)?(?:好|完|完成|成功|过|上)(?:了|啦|咯|喽)"
    + _TAIL
)
_SIGNED_IN = re.compile(r"(?:已经?|我|刚)*登[录陆](?:好|完|成功|过|上)?(?:了|啦)|已登[录陆]")
_ORDINAL = re.compile(
    f"(?:我?(?:选|要|是|就))?(?:第)?(?P<count>[{DIGIT_SIGNS}十]{{1,3}}|\\d{{1,2}})(?:个|项|号|条)?(?:孩子|娃)?"
    + _TAIL
)
_ELDEST = {
    "老大": 1,
    "大的": 1,
    "大宝": 1,
    "老二": 2,
    "二宝": 2,
    "老三": 3,
    "三宝": 3,
    "最后一个": -1,
    "小的": -1,
}
_ELDEST_WORDS = re.compile(
    "(?:我?(?:选|要|是|给|就))?(" + "|".join(_ELDEST) + ")(?:那个)?(?:孩子|娃)?(?:报名?)?" + _TAIL
)
_BOY = re.compile(r"儿子|男孩|男娃|小子|男宝|男的")
_GIRL = re.compile(r"女儿|闺女|女孩|女娃|丫头|姑娘|女宝|女的")


def answers(text: str) -> list[Found]:
    """Find what a short message answers; long messages answer nothing by themselves."""
    said = text.strip()
    found = [Found("gender", *each) for each in _gender(said)]
    if len(said) > LONGEST_ANSWER or not said:
        return found
    whole = (0, len(text))
    scope = _scope(said)
    if scope:
        found.append(Found("consent_scope", scope, *whole))
    if _YES.fullmatch(said):
        found.append(Found("answer", "yes", *whole))
    elif _NO.fullmatch(said):
        found.append(Found("answer", "no", *whole))
    if (_DONE.fullmatch(said) or _SIGNED_IN.search(said)) and not re.search(r"没|不|怎么|吗", said):
        found.append(Found("done", "yes", *whole))
    place = _place(said)
    if place is not None:
        found.append(Found("ordinal", str(place), *whole))
    return found


def _scope(said: str) -> str | None:
    if _NONE.search(said):
        return "none"
    if _SOME.search(said):
        return "some"
    return "all" if _ALL.search(said) else None


def _place(said: str) -> int | None:
    eldest = _ELDEST_WORDS.fullmatch(said)
    if eldest:
        return _ELDEST[eldest[1]]
    match = _ORDINAL.fullmatch(said)
    return counted(match["count"]) if match else None


def _gender(said: str) -> list[tuple[str, int, int]]:
    boy, girl = _BOY.search(said), _GIRL.search(said)
    if bool(boy) == bool(girl):
        return []
    match = boy or girl
    return [("male" if boy else "female", match.start(), match.end())] if match else []

"""Finds how the parents live together: the present state goes before the past."""

import re
from collections.abc import Iterator, Sequence

from ruxue_engine.understanding.found import Found
from ruxue_engine.understanding.text import Clause
from ruxue_engine.understanding.told.doubt import asked
from ruxue_engine.understanding.told.people import whose

_SPOUSE = (
    r"(?:(?<![我俺咱])(?:爸爸?|妈妈?|爹|娘|父亲|母亲)|老公|爱人|媳妇|丈夫|妻子|对象|老婆|那口子|先生|男人|"
    r"当家的|"
    r"女婿|儿媳妇?|(?<=[称其])[夫妻]|"
    r"(?:我|俺)?儿子)"
)
_DIED = (
    r"(?:去世|过世|离世|病故|亡故|故去|走了|走得早|走的?早|病走|年前走的?|不在(?:了|世|人世)|没了(?=$|"
    r"[,后以就\\d一二三四五六七八九十])|没得早|"
    r"身故|"
    r"已故|意外走|病逝|牺牲|"
    r"得病没|没的(?=$|,))"
)
_STATES = (
    ("married", re.compile(r"复婚|还没(?:有)?离|没离(?!开)|没有离婚|闹离婚|没离成")),
    (
        "remarried",
        re.compile(
            r"(?<!前夫)(?<!前妻)(?<!前[夫妻]已)(?<!前[夫妻]又)(?<!前[夫妻]都)(?<!前[夫妻]早)再婚|二婚|重组家庭|又结婚|改嫁|再[嫁娶]|另[嫁娶]|继父|继母|"
            r"(?<![以之然最婚往今])后[爸妈爹娘](?!妈爸)|现任(?:丈夫|"
            r"老公|妻子|媳妇)?|"
            r"(?:又|重新)(?:嫁|娶|找了|成了?家|领了?证|结了?婚)"
        ),
    ),
    (
        "widowed",
        re.compile(
            f"丧偶|守寡|{_SPOUSE}(?:[^,没不离生]|生病|生[他她]时|难产){{0,10}}{_DIED}|(?<=,)[他她]牺牲|^[他她]牺牲"
        ),
    ),
    (
        "divorced",
        re.compile(
            r"(?<!没)(?<!没有)(?<!未)(?<!假)离(?:了|过|的|完)?婚|离异|(?<!没)离了(?!本|这|学|家|开|职|村|"
            r"不)|婚离了|"
            r"(?<!距)离的(?=$|[,婚])|办了离|判离|(?<!距)离的?时候|婚姻(?:状况|状态)?:?离|协议离"
        ),
    ),
    (
        "single",
        re.compile(
            r"单亲|单身|未婚(?:生育|先孕|妈妈)?|没(?:有)?(?:领|扯)(?:过)?(?:结婚)?证|没(?:有)?结(?:过)?婚|"
            r"没(?:有)?办(?:过)?结婚|没(?:有)?登记(?:结婚|$|,)|非婚生|不婚"
        ),
    ),
    (
        "married",
        re.compile(
            r"已婚|结(?:了)?婚(?:了|证(?!明|要|需|呢|丢|没)|\d|多|[一二三四五六七八九十])|领了证|是?原配|"
            r"(?:合法|正常)夫妻|登记结婚了?"
        ),
    ),
    ("divorced", re.compile(r"判给|前夫|前妻")),
)
_DENIED = re.compile(r"(?:不是|没有?|没|不|未|还没)(?:有|个|什么|是)?$")
_DENIED_AFTER = re.compile(r"^的事(?:儿)?(?:没有|没)|^(?:过)?(?:吗|么)")
# A spouse of now beside one of before, or "我跟她妈登记两年" of a child with another father.
_NOW = r"现在的?(?:媳妇|老婆|老公|丈夫|爱人|对象)"
_MARRIED_TO_PARENT = r"[我俺](?:跟|和|与)(?:孩子|娃|[他她])[他她]?[爸妈](?:妈|爸)?(?:登记|结婚|领证)"
_OTHER_PARENT = r"继[父母子女]|(?<![以之然最婚往今])后[爸妈爹娘]|亲[爹爸妈娘]"
_AGAIN = re.compile(
    f"前[妻夫].*{_NOW}|{_NOW}.*前[妻夫]|(?:{_OTHER_PARENT}).*{_MARRIED_TO_PARENT}|"
    f"{_MARRIED_TO_PARENT}.*(?:{_OTHER_PARENT})"
)
APART = frozenset({"divorced", "single", "remarried", "widowed"})


def parents(stated: Sequence[Clause]) -> list[Found]:
    """Find every state that is told, the present one first."""
    again = _AGAIN.search(",".join(clause.text for clause in stated))
    if again:
        clause = stated[-1]
        return [
            Found("parents", "remarried", clause.start, clause.start + len(clause.text)),
            *_states(stated),
        ]
    return list(_states(stated))


def _states(stated: Sequence[Clause]) -> Iterator[Found]:
    for value, words in _STATES:
        for clause in stated:
            match = words.search(clause.text)
            if match is None or whose(clause.text[: match.start()]) == "others":
                continue
            before, after = clause.text[: match.start()], clause.text[match.end() :]
            if asked(clause.text) and re.match(r"协议|证", after):
                continue
            if not _DENIED.search(before) and not _DENIED_AFTER.match(after):
                yield Found("parents", value, clause.start + match.start(), clause.start + match.end())
                break

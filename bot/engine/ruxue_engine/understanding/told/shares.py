"""Finds the guardians' share of a home: what they and the child hold together, in per cent."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ruxue_engine.understanding.found import Found
from ruxue_engine.understanding.numerals import DIGIT_SIGNS, counted
from ruxue_engine.understanding.text import Clause
from ruxue_engine.understanding.told.people import CHILD, GUARDIAN, headed

_WHOLE = 100
_N = f"[\\d{DIGIT_SIGNS}十百]"
_SHARE = re.compile(
    r"(?<![\d.])(?P<percent>\d{1,3})(?:\.\d+)?\s*(?:%|％|个点|percent)|"
    f"百分之(?P<hundredths>{_N}{{1,4}})(?!点)|"
    f"(?P<of>[{DIGIT_SIGNS}\\d]{{1,2}})分之(?P<n>{_N})|"
    r"(?<![\d/])(?P<n2>[1-9])/(?P<of2>[2-9])(?![\d/])|"
    f"(?P<tenths>[{DIGIT_SIGNS}\\d])成(?!年|功|了|都|长)|"
    r"(?P<half>各半|一半(?!时间|的时间|以上)|对半|半套)"
)
_OF_A_HOME = re.compile(
    r"份额|产权|占|房|名下|名字|的名|房本|共有|按份|股|[各人](?:占)?(?:一半|.成)|分之|写[^,]{0,3}.成|"
    r"一半[^,]{0,6}一半"
)
_OF_SOMETHING_ELSE = re.compile(
    r"首付|欠|房款|尾款|贷款|利率|利息|社保|工资|房租|租金|学费|时间|电费|装修|录取|分数|报名|名额|概率|希望|公积金|打折|"
    r"班里|学生|家长们?|还了|房贷"
)
_ASKED_FOR = re.compile(
    r"(?:(?<!分)得|要|低于|高于|达到|必须|至少|最少|起码|不低于|超过|应该|想)[^,]{0,6}$|(?:不到|不足|没到)$"
)
_TOGETHER = re.compile(r"加上|加起来|一共|合计|总共|合起来|共计")
_EACH = re.compile(r"(?:各|一人|每人|一个人|都|也)[占有是持分]*$|对$")
_THE_REST = re.compile(r"剩|其余|另外|另一|余下|别的")
_HELD_BY = re.compile(
    r"^(?:以?上)?(?:的)?(?:产权|份额|房子?)?(?:(?:是|归|在|属于|给了?|写[的了着]?|登记|挂|落|名字)+(?P<who>[PCGK]+)|"
    r"(?P<lone>[PCGK])(?:们)?的)"
)
# "这百分之一是花钱加的": told before.
_OF_THAT = re.compile(r"[这那]$")
_WAS = re.compile(r"原来|以前|本来|之前(?!年)")
_TAKEN_BACK = re.compile(r"^(?:不对|不是|错了|说错了?|更正)")
_OPENS_EACH = re.compile(r"^(?:都)?(?:占|各|一人|每人|一个人|对半)")
_PEOPLE = re.compile(r"[PCGK]")
# The people nearest before a share; "跟我姐一人一半" is of the one who speaks, too.
_NEAREST = re.compile(
    r"(?P<with>(?<![PCGK们俩家])[跟和与])?(?P<who>[PCGK](?:(?:们|家|俩)?(?:和|跟|与|、|还有|"
    r"加上?)?[两二三四]?个?[他她]?[PCGK])*)[^PCGK]*$"
)
_AMONG_US = re.compile(r"兄弟姐妹|兄弟|姐妹|姐弟|兄妹|姊妹")
# "我在婆婆房子上有一成": the part is of the one who speaks.
_IN_THEIRS = re.compile(r"P在[GK](?:们)?的?房(?:子|产)?[上里]?")
_THEMSELVES = re.compile(r"[他她](?:自己|自个)(?!家)")
_SIBLINGS = re.compile(r"[哥姐弟妹]{1,2}")


# "我与母亲共有，本人份额四成": the mother of the one who speaks of "本人".
_PARENT_OF_MINE = re.compile(r"(?<![他她子孩娃的其亲])(?:母亲|父亲)")


class _Part(NamedTuple):
    """A share of the guardians, and whether it is what all of them hold.

    `again` says that the next may only say the same once more: "各半，爱人50%", "就占1%，我们就挂了1%".
    """

    per_cent: int
    whole: bool
    childs: bool
    again: bool = False


def may_tell_a_share(text: str) -> bool:
    """Whether a message has a word for a part at all."""
    return _SHARE.search(text) is not None


def shares(stated: Sequence[Clause]) -> Iterator[Found]:
    """Find `home_share`: shares of several guardians are added up, those of anybody else left out."""
    told: list[_Part] = []
    at: list[Clause] = []
    before = ""
    people = ""
    mine = any("本人" in clause.text for clause in stated)
    for clause in stated:
        named = _PARENT_OF_MINE.sub("G", clause.text) if mine else clause.text
        said = _SIBLINGS.sub("K", _AMONG_US.sub("P", headed(_THEMSELVES.sub("K", named))))
        said = _IN_THEIRS.sub(GUARDIAN, said)
        if _TAKEN_BACK.match(clause.text) or _WAS.search(clause.text):
            told, people = [], ""
            continue
        parts = list(_parts(said, people)) if _speaks_of_a_share(said, clause.text, stated) else []
        if any(part.whole for part in parts):
            told = []
        told += [
            part for part in parts if not (told and told[-1].again and told[-1].per_cent == part.per_cent)
        ]
        at += [clause] if parts else []
        # "我、我先生、公公三人共有，各三分之一"
        listed = re.fullmatch(r"[PCGK]+", before) is not None
        people = (people if listed else "") + "".join(_PEOPLE.findall(said)) or people
        before = said
    if told:
        # Beside what the guardians hold, the child's own part is left out.
        told = [part for part in told if not part.childs] or told
        total = sum(part.per_cent for part in told)
        value = total if 0 < total <= _WHOLE else told[0].per_cent
        yield Found("home_share", str(value), at[0].start, at[-1].start + len(at[-1].text))


def _speaks_of_a_share(said: str, text: str, stated: Sequence[Clause]) -> bool:
    if _OF_SOMETHING_ELSE.search(text):
        return False
    if _OF_A_HOME.search(text) or "百分之" in text or "%" in text:
        return True
    return (_PEOPLE.search(said) is not None or text.startswith(("各半", "对半"))) and any(
        _OF_A_HOME.search(each.text) for each in stated
    )


def _parts(said: str, before_it: str) -> Iterator[_Part]:
    """The guardians' shares of one clause; `before_it` are the people the clauses before it named."""
    reach = 0
    for match in _SHARE.finditer(said):
        gap, after = said[reach : match.start()], said[match.end() :]
        reach = match.end()
        share = _per_cent(match.groupdict())
        if share is None or _ASKED_FOR.search(gap) or _OF_THAT.search(gap):
            continue
        held = _HELD_BY.match(after)
        nearest = _NEAREST.search(gap)
        who = "".join(_PEOPLE.findall(nearest["who"])) if nearest else ""
        if held and (not who or _THE_REST.search(gap)):
            who = held["who"] or held["lone"]
        elif not who and _THE_REST.search(gap):
            continue
        elif not who and _OPENS_EACH.match(gap or match[0]):
            who = before_it
        each = _EACH.search(gap) is not None or match["half"] in ("对半", "各半")
        with_me = each and nearest is not None and nearest["with"] is not None
        ours = sum(sign in (GUARDIAN, CHILD) for sign in who) + with_me
        if who and not ours:
            continue
        times = ours if each and ours and share * ours <= _WHOLE else 1
        yield _Part(
            share * times,
            whole=_TOGETHER.search(gap) is not None,
            childs=bool(who) and set(who) == {CHILD},
            again=not who or (each and times == 1),
        )


def _per_cent(said: dict[str, str | None]) -> int | None:
    if said["half"]:
        return _WHOLE // 2
    if said["tenths"]:
        return 10 * (counted(said["tenths"]) or 0) or None
    of, part = said["of"] or said["of2"], said["n"] or said["n2"]
    if of and part:
        whole, number = counted(of), counted(part)
        return number * _WHOLE // whole if whole and number and number <= whole else None
    number = counted(said["percent"] or said["hundredths"] or "")
    return number if number and number <= _WHOLE else None

"""Cuts a message into passages: each is what is said of one thing: the permit, the home, the work."""

import re
from collections.abc import Sequence

from ruxue_engine.understanding.text import Clause
from ruxue_engine.understanding.told.cutting import cut
from ruxue_engine.understanding.told.implied import spoken_by_elder
from ruxue_engine.understanding.told.listing import shared
from ruxue_engine.understanding.told.passage import Passage
from ruxue_engine.understanding.told.people import of_others
from ruxue_engine.understanding.told.pieces import pieces

_ONLY_WHEN = re.compile(
    r"(?:大概|大约|是|在)?(?:去年|前年|今年|\d{2,4}年|"
    r"上个月)[\d一二三四五六七八九十年月日号份底初]*(?:的时候)?"
)
# A clause without a subject of its own goes on with the one before, unless it turns to other things.
_TURNS = re.compile(
    r"^(?:那|另外|对了|再说|我想|想问|请问|问一?下)|"
    r"^(?:[我俺]?[俩两]?个?(?:孩子|双胞胎|龙凤胎|小子|孙[子女]|外孙|丫头|妮|娃|闺女|女儿|儿子|老[大二三]|大的|小的))(?![爸妈他她])|"
    r"^[他她](?:家|们)?(?:孩子|娃)|店|摊|厂子?是|学(?!校给)|年级|幼儿园|岁|属[鼠牛虎兔龙蛇马羊猴鸡狗猪]|"
    r"婚|离了|姑|姨|舅|叔|婶|侄|邻居|同事|"
    r"不干了|不开了|歇业|能不能|(?:能|该|想|准备|要)上|上初|报名|怎么|咋(?!都)|[吗么]$"
)
_SHORT, _LONGER = 3, 4
# "俺在市场卖虾，执照是俺的" of a grandmother.
_PAPERS = frozenset({"permit", "insurance", "licence"})
_MINE_AFTER = re.compile(r"[也就都]?(?:是|写的?是?)[我俺](?:们?老[两俩]口|自己)?(?:的|名|$)")
_MINE_BEFORE = re.compile(
    r"[我俺](?:们?老[两俩]口|自己)?(?:[也都]|一直)*(?:有|办了?|领了?|交)?(?:个|着|的)?$"
)


def passages(text: str) -> list[Passage]:
    """Cut a narrowed message at its subjects; a clause without one goes on with the subject before it."""
    found: list[Passage] = []
    when: Clause | None = None
    elder = spoken_by_elder(text)
    for each in pieces(text):
        # "去年三月,我去把居住证办了": a day by itself at the beginning belongs to what follows.
        clause = each if when is None else Clause(text[when.start : each.start + len(each.text)], when.start)
        when = clause if not found and _ONLY_WHEN.fullmatch(clause.text) else None
        here = list(cut(clause))
        if not here and found and not _TURNS.search(clause.text):
            last = found[-1]
            here = [Passage(last.subject, "", "", clause.text, clause.text, clause.start)]
        for place, passage in enumerate(here):
            said = here[:place] or found
            goes_on = bool(said) and said[-1].others and passage.before.startswith(("也", "还有"))
            here[place] = passage._replace(
                subject=_what(passage, said),
                others=goes_on
                or of_others(passage.before, passage.after)
                or (elder and passage.subject in _PAPERS and _is_mine(passage)),
            )
        if here and found and found[-1].subject == "lease" and here[0].word == "合同备案":
            here[0] = here[0]._replace(subject="lease")
        found += here
    return shared(text, found)


def _is_mine(passage: Passage) -> bool:
    """Whether a paper is said to be the speaker's: of a grandparent, it is no guardian's."""
    return _MINE_AFTER.match(passage.after) is not None or _MINE_BEFORE.search(passage.before) is not None


def _what(passage: Passage, said: Sequence[Passage]) -> str:
    """What a paper is that is only called so ("证", "合同"): that of the thing spoken of last."""
    last = said[-1].subject if said else ""
    if passage.word.endswith("证") and len(passage.word) <= _SHORT and last == "permit":
        return last
    called_so = passage.word.endswith("合同") and len(passage.word) <= _LONGER
    if called_so and (last == "lease" or "租" in passage.before):
        # "以前租房，现在买了，去年签的合同"
        return "contract" if any("买" in each.text for each in said[-3:]) else "lease"
    return passage.subject

"""Finds words of danger to a life or to a child: few, certain, and never the everyday exaggerations."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum

from bot.safety.simplified import simplified


class Danger(StrEnum):
    """What a message speaks of."""

    SELF_HARM = "self_harm"
    CHILD = "child"
    VIOLENCE = "violence"


_CHILD = r"(?:孩子|娃|小孩|闺女|女儿|儿子|宝宝|学生|外甥女?|侄[子女]|孙[子女])"
_BETWEEN = r"[^，。！？；,.!?;]{0,6}"
# Said of prices, of tiredness, of longing, of a plan or a record, or in order to prevent it.
_HARMLESS = re.compile(
    r"跳楼(?:价|大?甩卖|清仓)|跳楼机|(?:预防|防止|防|反|心理)[^，。]{0,4}(?:自杀|自残|轻生|虐待|家暴|欺凌|霸凌|性侵|拐卖|走失)"
    r"|(?:自杀|欺凌|霸凌|家暴|走失)(?:干预|预防|防治|教育|讲座)|想死(?:你|他|她|我|孩子|宝宝|妈|爸|爷|奶|姥)"
    r"|死(?:机|板|循环|心|活|磕|脑筋|角|党|记|胡同)|不想活(?:动|跃)|(?:跟|和|与)[^，。]{0,6}死磕"
)
_SELF_HARM = re.compile(
    r"自杀|自尽|自残|自伤|轻生|寻短见|想不开(?:了|就)|割腕|上吊|跳楼|跳河|跳海|跳江|烧炭|服毒|喝农药|喝药(?:自|死)|吃安眠药"
    r"|(?:结束|了结|了断)(?:我?自己|我?(?:这条)?(?:生命|性命)|这条命|一生)|了此残生|一了百了"
    r"|不想(?:再)?活|不(?:想|愿)(?:继续)?活下去|活不(?:下去|成|了)|活着(?:没|还有什么|有什么|真没)[^，。]{0,3}(?:意思|意义|劲|用)|活够了|活腻了"
    r"|(?:我|真|好|都|就|只)想死(?!你|他|她|我|孩子|宝宝|妈|爸|爷|奶|姥)|想死(?:的心|了算|了一了|掉)|去死了?算了|死了算了|死了得了|不如死|死给[你他她]|以死|死在(?:你们|教育局|学校|政府)|同归于尽"
    r"|(?:带着?|抱着?)孩子(?:一起|一块儿?)(?:去)?死"
)
_OF_A_CHILD = re.compile(
    rf"家暴|家庭暴力|虐待|猥亵|性侵|强奸|侵犯(?:了)?{_CHILD}|拐卖|人贩子|被拐"
    rf"|{_CHILD}[^，证本卡号书件学籍信息]{{0,6}}(?:走失|失踪|走丢|丢了(?![户身出证本卡])|不见了|找不到(?:人|了))"
    rf"|{_CHILD}{_BETWEEN}(?:被|让|叫)(?:人|他|她|老师|同学|爸|妈|他爸|他妈|她爸|她妈|后妈|后爸|继父|继母|大人|邻居)?[^，。]{{0,4}}(?:打|殴打|毒打|欺负|霸凌|欺凌|绑架|关起来)(?!扰|听|印|开|过招呼|了?招呼|了?电话)"
    rf"|(?:天天|老是|往死里|动手|又|总)打{_CHILD}|校园(?:欺凌|霸凌|暴力)|不要{_CHILD}了|遗弃|弃婴|{_CHILD}{_BETWEEN}(?:中毒|昏迷|没气了?|不省人事|溺水|触电|自杀|割腕|跳楼)"
)
_VIOLENCE = re.compile(
    r"(?:杀|砍|捅|弄|打|炸|烧)死(?:你|他|她|你们|他们|人|全家|校长|老师|局长)|(?:杀|砍|捅)(?:了)?(?:你们|你全家|他们|校长|老师|局长|人了?$)"
    r"|炸(?:了)?(?:教育局|学校|你们)|(?:带着?刀|拿着?刀|提着?刀|泼汽油|放火烧)|报复社会"
)
_SIGNS = re.compile(r"[^\w]|_")


def danger_in(text: str) -> Danger | None:
    """The danger a message speaks of, the most personal first; None where it speaks of none."""
    bare = _bare(text)
    said = _HARMLESS.sub("，", bare)
    if _SELF_HARM.search(said):
        return Danger.SELF_HARM
    if _OF_A_CHILD.search(said):
        return Danger.CHILD
    return Danger.VIOLENCE if _VIOLENCE.search(said) else None


def around_danger(text: str, longest: int) -> str:
    """The part of a very long text that speaks of danger; empty where none does."""
    step = max(1, longest // 2)
    parts = (text[start : start + longest] for start in range(0, len(text), step))
    return next((part for part in parts if danger_in(part)), "")


def _bare(text: str) -> str:
    """Only the signs that carry meaning: spaces and marks put between them hide nothing."""
    folded = simplified(unicodedata.normalize("NFKC", text))
    kept = re.sub(r"[，。！？；,.!?;\n]+", "，", folded)
    return "".join(sign for sign in kept if sign == "，" or not _SIGNS.match(sign))

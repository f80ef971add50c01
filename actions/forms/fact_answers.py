"""Reads a guardian's answer to a question of the plan: a yes or no, a day, months, a share, a choice."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from actions.forms.fact_days import day_in, length_in_months
from actions.forms.fact_numbers import number_in
from enrolment.model.facts import FactValue
from enrolment.model.plan import FactKind

SKIP = "skip"
NONE = "none"
UNCLEAR = "?"
_LONGEST = 24
_WHOLE = 100
_ASKS = re.compile(r"[?吗么呢]|有没有|是不是|怎么|咋|啥|什么|为何|哪")
_SKIP = re.compile(
    r"不(?:太|大)?(?:清楚|知道|晓得|记得|确定)|记不|想不起|忘了|说不[准好清]|没数|跳过|先不说|^略过?$"
)
# “还没办呢” says no, and asks nothing.
_NOT_YET = re.compile(r"(?P<said>没[^?吗么哪啥]{0,6})呢$")
_NO = re.compile(r"^(?:我们?|家里|他们?)?(?:都|也|还)?(?:没|不|无|未|否)")
_YES = re.compile(
    r"^(?:我们?|家里|他们?)?(?:都|也|早就?|已经?)?(?:有|是|对|在|嗯|恩|办|缴|交|买|登记|好的?$|可以$|一样|能|租)"
)
_NOTHING = re.compile(r"^(?:我们?|家里)?(?:都|也|还|根本|从来)*(?:没|无|未)(?!记)")
_ALL = re.compile(r"^(?:全部?|都)(?:是|归)?(?:我们?|父母|爸妈|夫妻)?(?:的|名下)?$|百分之?百")
_HALF = re.compile(r"一半|对半|各半")
_TENTHS = re.compile(r"^(?P<number>.{1,2})成$")
_PERCENT = re.compile(r"^(?:百分之|占)?(?P<number>[\d零〇一二两三四五六七八九十百]+)%?$")
_ORDINAL = re.compile(r"^(?:选|第)?(?P<number>[\d一二三四五六七八九十]+)(?:个|项|号)?$")


def read_answer(text: str, kind: FactKind, choices: Sequence[str], today: date) -> FactValue | str | None:
    """Read an answer; SKIP where the guardian cannot say, NONE where there is no such day, None if unclear.

    A question asked back is no answer.
    """
    said = _NOT_YET.sub(r"\g<said>", _bare(text))
    if not said or len(said) > _LONGEST or text.startswith("/"):
        return None
    if _SKIP.search(said) and not said.endswith("?"):
        return SKIP
    if asks_back(said):
        return None
    if kind is FactKind.CHOICE:
        return _choice(said, choices)
    return _day(said, today) if kind is FactKind.DATE else _SAYS[kind](said)


def asks_back(text: str) -> bool:
    """Whether a message has a word or a sign of a question."""
    return _ASKS.search(text.replace("？", "?")) is not None


def _bare(text: str) -> str:
    """A message without signs and the particles at its end."""
    plain = unicodedata.normalize("NFKC", text)
    bare = re.sub(r"[\s,。、!;:“”\"'()~·]+", "", plain)
    return re.sub(r"[呀啊哦嘛吧啦哈呗喔]+$", "", bare)


def _day(said: str, today: date) -> date | str | None:
    day = day_in(said, today)
    return NONE if day is None and _NOTHING.match(said) else day


def _months(said: str) -> int | None:
    return 0 if _NOTHING.match(said) else length_in_months(said)


def _yes_or_no(said: str) -> bool | None:
    if _NO.match(said):
        return False
    return True if _YES.match(said) else None


def _share(said: str) -> int | None:
    if _HALF.search(said):
        return _WHOLE // 2
    if _ALL.search(said):
        return _WHOLE
    if _NOTHING.match(said):
        return 0
    if tenths := _TENTHS.match(said):
        number = number_in(tenths["number"])
        return number * 10 if number is not None and number <= _WHOLE // 10 else None
    percent = _PERCENT.match(said)
    number = number_in(percent["number"]) if percent else None
    return number if number is not None and number <= _WHOLE else None


def _choice(said: str, choices: Sequence[str]) -> str | None:
    named = [choice for choice in choices if choice in said]
    if len(named) == 1:
        return named[0]
    ordinal = _ORDINAL.match(said)
    place = number_in(ordinal["number"]) if ordinal else None
    return choices[place - 1] if place and place <= len(choices) else None


def _text(said: str) -> None:
    """Nothing is read from free words: they could say where a family lives."""
    del said


_SAYS: Mapping[FactKind, Callable[[str], FactValue | None]] = {
    FactKind.YES_NO: _yes_or_no,
    FactKind.MONTHS: _months,
    FactKind.SHARE: _share,
    FactKind.TEXT: _text,
}

"""Makes a message easy to read for the rules, without moving a character."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ruxue_engine.understanding.forms import as_said
from ruxue_engine.understanding.traditional import SIMPLIFIED

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_WIDE[0x3000] = ord(" ")
_PLAIN: dict[int, int | str] = {**_WIDE, **SIMPLIFIED}
# Words as dialects, speech input and English write them.
_MEANT = {
    "么有": "没有",
    "木有": "没有",
    "冇": "没",
    "沒": "没",
    "么领": "没领",
    "么办": "没办",
    "么买": "没买",
    "么交": "没交",
    "居住正": "居住证",
    "居主证": "居住证",
    "居住政": "居住证",
    "居驻证": "居住证",
    "居住症": "居住证",
    "居注证": "居住证",
    "居著证": "居住证",
    "局住证": "居住证",
    "设保": "社保",
    "社报": "社保",
    "属保": "社保",
    "租方备案": "租房备案",
    "社宝": "社保",
    "护口": "户口",
    "户囗": "户口",
    "来年": "明年",
    "小生初": "小升初",
    "小声初": "小升初",
    "幼生小": "幼升小",
    "一年纪": "一年级",
    "房产正": "房产证",
    "租凭": "租赁",
    "营业执造": "营业执照",
    "备按": "备案",
    "备安": "备案",
    "备岸": "备案",
    "备暗": "备案",
    "防子": "房子",
    "妮儿": "女儿",
    "rent房": "租房",
    "we rent": "我们租房",
    "元月": "一月",
    "residence permit": "居住证",
    "hukou": "户口",
    "house": "房子",
    "grandpa": "爷爷",
    "grandma": "奶奶",
    "contract": "合同",
    "baby": "孩子",
    "姥娘": "姥姥",
    "嫲嫲": "奶奶",
    "嬷嬷": "奶奶",
    "嫚儿": "女儿",
    "小嫚": "女儿",
    "半拉月": "半个月",
}
# "怎么办" denies nothing.
_AS_SAID = re.compile(
    "|".join(f"(?<![怎什这那多要])(?:{each})" if each.startswith("么") else each for each in _MEANT),
    re.IGNORECASE,
)
# No sign may move: a shorter word is filled up in front.
PAD = "\ue001"
_BREAK = re.compile(r"(?:[,。;!?\n|]|—{2,}|、(?!房|户))+|\s+(?=\D)|(?<=\D)\s+")
_SUPPOSED = re.compile(
    r"如果|要是|假如|假设|万一|若是|倘若|打算|准备(买|迁|落|租)|想(买|迁|落户|租)|是不是非得|能不能把|"
    r"(?:怎么|怎样|咋|如何)(?:才|做|样|弄|整)|才能|来得及|是不是就|赶趟|能算|行不行$|有用[吗么]?$|会怎样?$"
)


class Clause(NamedTuple):
    """A piece of a message between two breaks, and where it starts."""

    text: str
    start: int

    @property
    def supposed(self) -> bool:
        """Whether it speaks of what might be, so that it states no fact."""
        return _SUPPOSED.search(self.text) is not None


def _meant(said: re.Match[str]) -> str:
    return _MEANT[said[0].lower()].rjust(len(said[0]), PAD)


def narrowed(text: str) -> str:
    """Return wide and traditional signs as plain ones and a few words as they are written, sign by sign."""
    return as_said(_AS_SAID.sub(_meant, text.translate(_PLAIN)))


def clauses(text: str) -> Iterator[Clause]:
    """Split a narrowed message at its punctuation; a space between two digits does not split."""
    start = 0
    for gap in _BREAK.finditer(text):
        if gap.start() > start:
            yield Clause(text[start : gap.start()], start)
        start = gap.end()
    if start < len(text):
        yield Clause(text[start:], start)

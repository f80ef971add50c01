"""Lets papers that are only listed ("居住证和社保都有") share what is said of one of them."""

import re
from collections.abc import Sequence

from ruxue_engine.understanding.told.passage import Passage

_PAPERS = frozenset({"permit", "insurance", "licence"})
_BARE = re.compile(
    r"(?:和|跟|与|及|还有|以及|加上|连|、|我|俺|们|俩|的|孩子妈?|她|他|爸|妈|老公|媳妇|喂|你好|您好|合同|"
    r"证明?|纳税|登记|那个|这个|这些|"
    r"手续|材料|什么|啥|[ ])*"
)
# "居住证跟社保一块儿办的，都是去年八月"
_OF_ALL = re.compile(r"(?:[两俩]个?样?|这些)?(?:都|全|均)")
_AND = re.compile(r"[和跟与及、 ]|还有|以及|加上")


def shared(text: str, found: Sequence[Passage]) -> list[Passage]:
    """Let papers that are only listed share what is said of the last one, or of the first."""
    joined: list[Passage] = []
    for passage in found:
        last = joined[-1] if joined else None
        if last and last.also and not passage.word and _OF_ALL.match(passage.text):
            joined.append(passage._replace(also=last.also))
        elif last is None or not _listed(last) or not passage.word:
            joined.append(passage)
        elif _bare(text, last, passage):
            joined[-1] = passage._replace(also=(*last.also, last.subject))
        elif _listed(passage) and not passage.after and _AND.fullmatch(f"{last.after}{passage.before}"):
            joined[-1] = last._replace(also=(*last.also, passage.subject))
        else:
            joined.append(passage)
    return joined


def _listed(passage: Passage) -> bool:
    """Whether it is a paper named by itself; "租着房" says something already."""
    return passage.subject in _PAPERS or (passage.subject == "lease" and passage.word.endswith(("案", "同")))


def _bare(text: str, last: Passage, passage: Passage) -> bool:
    """Whether nothing is said of a thing but that it is listed with the next."""
    between = text[last.start + len(last.text) : passage.start]
    said = (last.before, last.after, passage.before)
    return not between.strip("、 ") and all(_BARE.fullmatch(each) for each in said)

"""Finds the residence permit, the social insurance and the licence: had or not, since when, for how long."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from ruxue_engine.understanding.found import Found
from ruxue_engine.understanding.told.days import days_in, held_since
from ruxue_engine.understanding.told.doubt import asked, supposed
from ruxue_engine.understanding.told.passages import Passage, of_subject
from ruxue_engine.understanding.told.spans import spans_in

_PAPERS = ("permit", "insurance", "licence")
_NOT_BEFORE = re.compile(
    r"(?:没有?|无|未|不|别)(?:能|去|再|给|来得及|来及|人|单位)?(?:[我俩们他她]{0,2})(?:办|交|缴|上|"
    r"买|参|有|下来|弄|拿)?(?:过|了|的|到|理)?$"
)
_NOT_AFTER = re.compile(
    r"^(?:这块|这个|这边|那边|的话|了|我们?|他|她|单位|公司|老板|厂里|那[个边]|俩人?|夫妻俩?|两口子|"
    r"都|也|还|暂时|目前|一直|根本|从来|压根|总|啥的?|[啊呢吧嘛,、]){0,5}(?:没有?|无|未|不|零|"
    r"0)(?:能|去|给|来得及|来及|想)?(?:办|交|缴|上|买|参|有|下来|弄|拿|给|批|到手|$|[了呢啊嘛])"
)
_STOPPED = re.compile(r"(?:断|停)(?:交|缴|保|办)?了|过期|失效|到期了|注销|吊销|被退|没批")
_GOES_ON = re.compile(r"(?:补|续|接|又|重新|现在)[^,]{0,3}(?:交|缴|办|上|开始)")
_HAS_BEFORE = re.compile(
    r"(?:有(?:了|个)?|办(?:了|过|好|完|着|理)?(?:了|的|下来)?|交(?:了|着|的|过)?|"
    r"缴(?:了|着|的|过|纳)?|上(?:了|着|的)?|买(?:了|着)?|拿(?:了|着|到)?|领(?:了|到)?|凭|持|就一张|"
    r"只有)(?:我们?|她|他|当地|本地|本区|这边|这里|这儿|这|济南|青岛|烟台|历下|芝罘|李沧|区?的|个体|"
    r"一?个|一?张|职工|自己)*$"
)
_HAS_AFTER = re.compile(
    r"^(?:这块|这个|我们?|夫妻俩?|俩人?|两口子|他|她|单位|公司|给|自己|他爸|老公|媳妇|都|也|早就?|"
    r"已经?|刚|才|一直|在|是|倒是|就|连续|正常|从|[,、 ]){0,5}(?:有(?!没有|效期)|办(?!不|理要|理需)|"
    r"交(?!不|多久)|缴(?!不|多久)|上(?:着|了|的|过)|买(?:了|着)|拿到|领|下来|齐|满|还?差)"
)


def papers(passages: Iterable[Passage], today: date) -> Iterator[Found]:
    """Find `permit`, `insurance` and `licence` with their `_since` and `_months`."""
    for passage in of_subject(passages, *_PAPERS):
        yield from _told(passage, today)


def _told(passage: Passage, today: date) -> Iterator[Found]:
    at = (passage.start, passage.start + len(passage.text))
    days = days_in(passage.text, today)
    spans = spans_in(passage.text)
    lasting = [span for span in spans if not any(day.start <= span.start < day.end for day in days)]
    doubtful = supposed(passage.clause)
    if not doubtful and _denied(passage):
        yield Found(passage.subject, "no", *at)
        return
    timed = bool(days or lasting) and not doubtful
    stated = bool(passage.word) and not doubtful and not asked(passage.clause)
    if timed or (stated and _affirmed(passage)):
        yield Found(passage.subject, "yes", *at)
    if not timed:
        return
    for day in days[-1:]:
        yield Found(f"{passage.subject}_since", day.value, passage.start + day.start, passage.start + day.end)
    for span in lasting[-1:]:
        if passage.subject == "licence":
            at = (passage.start + span.start, passage.start + span.end)
            yield Found("licence_since", held_since(span.months, today), *at)
        else:
            yield Found(
                f"{passage.subject}_months",
                str(span.months),
                passage.start + span.start,
                passage.start + span.end,
            )


def _denied(passage: Passage) -> bool:
    stopped = _STOPPED.search(passage.after)
    if _NOT_AFTER.match(passage.after) or (stopped and not _GOES_ON.search(passage.after)):
        return True
    return bool(passage.word) and _NOT_BEFORE.search(passage.before) is not None


def _affirmed(passage: Passage) -> bool:
    return bool(_HAS_BEFORE.search(passage.before) or _HAS_AFTER.match(passage.after))

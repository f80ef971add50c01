"""Finds a rented home: whether, since when, for how long, and whether the lease is filed."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from ruxue_engine.understanding.found import Found
from ruxue_engine.understanding.told.days import days_in
from ruxue_engine.understanding.told.doubt import asked, supposed
from ruxue_engine.understanding.told.passages import Passage, of_subject
from ruxue_engine.understanding.told.spans import LENGTH, spans_in

_RENTS = re.compile(
    r"租(?:的|着|了|住|个|一?套|在|房(?:子)?(?:住|在|的(?!话)|呢?$|了|生活)|人家|别人|"
    r"房子?(?=$|[住过,]))|"
    r"(?:都|是|就是|一直|也|现在|目前|还|只能|只好|在外面?|家|们|俩|户口|里)租房?|房东|出租[房屋]|^租"
)
_RENTS_NOT = re.compile(
    r"(?:不|没|没有|未|不是|不用|不再|没在)(?:去|是)?(?:租|租房)(?!.{0,4}(?:备|合同))|不租"
)
_ASKS = re.compile(r"租(?:房|着|住)?(?:吗|么|行不|行吗|可以吗)$")
_LIVED = re.compile(f"住了?{LENGTH}")
_ASIDE = re.compile(
    r"租(?:的|了)?(?:个|一?间)?(?:门头|门面|商铺|写字楼|店|摊)|"
    r"租(?:赁|房)?(?:合同|备案|登记|证明|协议)|租(?:赁|房)的(?:要|需|怎|咋)|[公廉]租|那租房|"
    r"租房(?:能|可|要|需|怎|咋|行|入学|报|和|跟|与|还是|子女|的话|户|家庭|族|类|也)|"
    r"(?:还是|或者?|要么)租"
)
_FILED = re.compile(
    r"备(?:过|了|上|好|的)案|"
    r"备案(?:过|了|好|还?差|也?(?:有|办|做|弄|下来|登记)(?!不|法)|的|证明?(?:有|办|拿|也有)|"
    r"合同(?:有|办)|齐)|"
    r"(?:有|办了?|做了?|弄了?|去|已经?|刚|才|拿了?|肯|给)(?:理|过|好|了)?(?:去|个|的|租赁|租房|房屋|"
    r"登记)*备案(?!的话|吗|么)"
)
_NOT_FILED = re.compile(
    r"(?:没有?|未|不|无|别|拒绝|没法|没办法|不能|没人|没去|不去)(?:给|肯|让|能|愿意?|同意|想|配合|办|"
    r"去|做|弄|有|来得及|答应|法|理|我们?|租房|租赁|房屋|登记|合同|过)*备(?:不|过|了|成)?案|"
    r"备(?:不了|不成|不上)案?|备案(?:也|都|还|一直|就|总|他|房东|人家)*(?:没|不(?!影响|管|知道)|未)|"
    r"(?:不给|不肯|不让|不愿意?)(?:去|我们?|办|配合)*(?:备|办)(?=$|[,案])"
)


def leases(found: Sequence[Passage], today: date) -> Iterator[Found]:
    """Find `renting`, `lease_filed`, `lease_since` and `lease_months`; who filed a lease rents."""
    for passage in of_subject(found, "lease"):
        if supposed(passage.clause) or _is_contract(passage):
            continue
        at = (passage.start, passage.start + len(passage.text))
        timed = list(_timed(passage, today))
        filed = _filed(passage, timed)
        denied = _RENTS_NOT.search(passage.text) is not None
        if filed or timed or denied or _rents(passage.text):
            yield Found("renting", "no" if denied else "yes", *at)
        if filed:
            yield Found("lease_filed", filed, *at)
        yield from timed
    yield from _lived(found)


def _rents(text: str) -> bool:
    return _RENTS.search(_ASIDE.sub("", text)) is not None and not _ASKS.search(text)


def _filed(passage: Passage, timed: Sequence[Found]) -> str | None:
    if _NOT_FILED.search(passage.clause):
        return "no"
    told = _FILED.search(passage.clause) is not None and not asked(passage.text)
    return "yes" if told or ("备案" in passage.text and timed) else None


def _timed(passage: Passage, today: date) -> Iterator[Found]:
    if asked(passage.text) and not re.search(r"[了的]", passage.text):
        return
    begin = passage.start
    days = days_in(passage.text, today)
    spans = [
        span for span in spans_in(passage.text) if not any(day.start <= span.start < day.end for day in days)
    ]
    for day in days[-1:]:
        yield Found("lease_since", day.value, begin + day.start, begin + day.end)
    for span in spans[-1:]:
        yield Found("lease_months", str(span.months), begin + span.start, begin + span.end)


def _lived(found: Sequence[Passage]) -> Iterator[Found]:
    """How long they have lived where they rent ("住了五年，租的")."""
    for passage in found:
        lived = _LIVED.search(passage.clause)
        if lived and passage.subject != "home" and any(each.subject == "lease" for each in found):
            for span in spans_in(lived.group())[:1]:
                yield Found(
                    "lease_months", str(span.months), passage.start, passage.start + len(passage.text)
                )


def _is_contract(passage: Passage) -> bool:
    """Whether it is a purchase that is filed and not a lease."""
    return re.search(r"网签|购房|买房|开发商|预售", passage.clause) is not None and "租" not in passage.clause

"""Finds which paper a family has for its home, and since when it has the home."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from ruxue_engine.understanding.found import Found
from ruxue_engine.understanding.text import Clause
from ruxue_engine.understanding.told.deed_papers import home_papers
from ruxue_engine.understanding.told.doubt import clauses_supposed
from ruxue_engine.understanding.told.passage import Passage, of_subject
from ruxue_engine.understanding.told.since import A_DAY_ALONE, since
from ruxue_engine.understanding.told.spans import LENGTH

_BOUGHT = re.compile(r"买|购|网签|期房|[交收]房|房本")
_STEPS = (
    ("purchase", re.compile(r"买|购")),
    ("contract", re.compile(r"网签|合同")),
    ("handover", re.compile(r"[交收]了?的?[房楼]|钥匙|交付")),
    ("deed", re.compile(r"证|房本|[出下办拿换]的新?本|登记|过户")),
)

_ACQUIRED = re.compile(r"买|购|办|拿|下来|[交收]|过(?:的|了|完)?户|到手|证|本|继承|入手|登记|签|入住|满")
# "八月份交房": a month alone, of what is not said to be done, is still to come.
_MONTH_ALONE = re.compile(r"[\d一二三四五六七八九十]{1,3}月份?(?:底|初)?|(?:今年)?(?:下半年|年底)")
_NOT_SAID_DONE = re.compile(
    r"^(?!.*(?:[了的过已刚完来就着]|才)).*(?:[交收]房|拿(?:钥匙|证|房本)|下证|办证|交付|交$)"
)


# "产权证有，2012年的", "房本名改完了，去年十一月的"
_HAVING = re.compile(r"有$|名下?$|写的?是?[^,]{0,4}我$|[改办拿下过](?:完|好|到|来)?了$|下来了?$|到手了?$")
_BUILT_OR_SOLD = re.compile(r"拆|盖|建(?:的|成)|年的?老|卖[了掉]")
_TAKEN_BACK = re.compile(r"^[哦啊唉]?(?:不对|错了|说错了?|记错了?|不是)[啊哦]?$")


def _to_come(passage: Passage, day: Found) -> bool:
    said = passage.text[day.start - passage.start : day.end - passage.start]
    return _MONTH_ALONE.fullmatch(said) is not None and _NOT_SAID_DONE.search(passage.text) is not None


def _of_the_building(passage: Passage, day: Found) -> bool:
    """Whether a length of time tells how old the building is, not how long they have had it."""
    said = passage.text[day.start - passage.start : day.end - passage.start]
    return re.fullmatch(LENGTH, said) is not None and not _ACQUIRED.search(passage.clause)


def _only_lived(passage: Passage, day: Found) -> bool:
    """Whether a length of time tells only how long they have lived there ("住了五年")."""
    return passage.text[: day.start - passage.start].endswith(("住", "住了", "住着", "住的"))


def deeds(stated: Sequence[Clause], found: Sequence[Passage], today: date) -> Iterator[Found]:
    """Find `home_paper` and `home_since`."""
    yield from home_papers(stated)
    yield from _since(found, today)


def _since(found: Sequence[Passage], today: date) -> Iterator[Found]:
    """The day of the deed, else of the handover, else of the contract or the purchase."""
    told: dict[str, Found] = {}
    doubtful = clauses_supposed(found)
    taken_back = acquired = False
    for passage in of_subject(found, "home", "deed", "contract"):
        rented = "租" in passage.clause and not _BOUGHT.search(passage.clause)
        if rented or passage.clause in doubtful or _BUILT_OR_SOLD.search(passage.text):
            continue
        what = "purchase" if passage.subject == "home" else passage.subject
        for named, words in _STEPS:
            what = named if words.search(passage.text) else what
        alone = (taken_back and bool(told)) or acquired
        alone = alone and A_DAY_ALONE.match(passage.text) is not None
        what = next(reversed(told)) if alone and told else what
        for each in since("home_since", passage, today, alone=alone):
            of_it = alone or not (_of_the_building(passage, each) or _only_lived(passage, each))
            if of_it and not _to_come(passage, each):
                told[what] = each
        having = passage.subject == "deed" and _HAVING.search(passage.text) is not None
        acquired = having or passage.text.endswith("合同")
        taken_back = _TAKEN_BACK.match(passage.text) is not None
    for what in ("deed", "handover", "contract", "purchase"):
        if what in told:
            yield told[what]
            return

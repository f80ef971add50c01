"""Finds which paper a family has for its home, and since when it has the home."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from ruxue_engine.understanding.found import Found
from ruxue_engine.understanding.text import Clause
from ruxue_engine.understanding.told.doubt import asked, supposed
from ruxue_engine.understanding.told.passages import Passage, of_subject
from ruxue_engine.understanding.told.since import since

_NAMED = r"(?:不动产权?证|房产证|房本|产权证|房照|大红本)"
# By itself, "证" may be of anything.
_DEED = f"(?:{_NAMED}|(?<![住婚领份业件疾生执保离])证(?![明件据])|(?<![户口课基])本(?=$|[,的也还都没]))书?"
_STILL = r"(?:也|都|还|一直|到现在|暂时|压根|迟迟|至今|现在|肯定|得等|要等|就是|咱|我们?)*"
_NOT_YET = re.compile(
    r"(?:没有?|未|无|没能|没法|没办法|不能)(?:给|办|拿|下|发|有|出|来得及|理|到|下来|出来|"
    rf"过)*(?:的)?{_DEED}|"
    rf"{_DEED}{_STILL}(?:(?:没有?|未)(?:给|能|法|办法)?(?:下|办|拿|发|出|到手|有|批|领|$|[,呢啊])|"
    r"不(?:给|能|让)?(?:办|下|发|出)|(?:办|拿|下|出)不(?:了|出|到|下))|"
    rf"(?:办|拿|下|出)不(?:了|出|到|下来?)(?:来)?{_DEED}|{_DEED}{_STILL}(?:得|要)?等|"
    rf"{_DEED}[^,没]{{0,8}}能(?:下来|办|拿)|等(?:着)?{_DEED}|{_DEED}(?:正)?在办|"
    rf"(?:正在?|还在)办{_DEED}"
)
_GOT = re.compile(
    rf"(?:有|拿(?:到|了|着)?|办(?:了|好|下来?|完|到)?|领(?:到|了)?|出了?|是)(?:的|了)?{_DEED}|"
    rf"{_DEED}(?:上|也|都|早就?|已经?|是|刚|才|在|倒)*(?:有(?!没有)|下来|办(?!不)|拿(?!不)|写|名字|"
    r"的?名|登记|齐|到手|发了|领|押|抵押|在银行|在手|在我手|只有|占|出来|满)|"
    rf"{_NAMED}(?:上|[^,没不未等]{{2,10}}(?:办|拿|下来|登记|发|领)(?:的|了|下来)?|"
    r"(?:都|也|已经)?[^,没不未等]{1,4}年)|拿的证|下证了"
)
_CONTRACT = re.compile(
    r"(?:购房|买房|预售|商品房|认购|网签)(?:备案)?的?(?:买卖)?合同(?!备?案?(?:要|需|怎))|认购书|"
    r"网签(?:了|过|好|备案了?|合同|的)|(?:只有|签了|拿到|就(?:一张|个)?)(?:个|了)?(?:.{0,4})合同|"
    r"期房|合同(?:也|是|都|早|刚)*[^,没]{0,10}(?:签|备案)(?:好)?(?:了|的)|没交房|未交房|"
    r"还没(?:收|交)房"
)
_PAPERS = (("contract", _CONTRACT), ("none", _NOT_YET), ("deed", _GOT))
_LEASED = re.compile(r"租|劳动|务工|用工")
_BOUGHT = re.compile(r"买|购|网签|期房|[交收]房|房本")
_HOME = re.compile(r"房|公寓|loft|宅|楼|开发商|入住|业主|小产权|过户|网签", re.IGNORECASE)
_STEPS = (
    ("purchase", re.compile(r"买|购")),
    ("contract", re.compile(r"网签|合同")),
    ("handover", re.compile(r"[交收]了?的?房|钥匙|交付")),
    ("deed", re.compile(r"证|房本|登记|过户")),
)


def deeds(stated: Sequence[Clause], found: Sequence[Passage], today: date) -> Iterator[Found]:
    """Find `home_paper` and `home_since`; who has the contract and no deed yet has the contract."""
    told = _papers(stated)
    for paper in ("contract", "none", "deed"):
        if paper in told and not (paper == "contract" and "deed" in told):
            yield told[paper]
            break
    yield from _since(found, today)


def _papers(stated: Sequence[Clause]) -> dict[str, Found]:
    told: dict[str, Found] = {}
    whole = ",".join(clause.text for clause in stated)
    of_home = _HOME.search(whole) is not None
    leased = _LEASED.search(whole) is not None and not _BOUGHT.search(whole)
    for clause in stated:
        for paper, pattern in _PAPERS:
            match = pattern.search(clause.text)
            if match is None or asked(clause.text) or (paper == "contract" and leased):
                continue
            if not of_home and paper != "contract" and not re.search(_NAMED, match.group()):
                continue
            told[paper] = Found("home_paper", paper, clause.start + match.start(), clause.start + match.end())
            if paper == "none":
                break
    return told


def _since(found: Sequence[Passage], today: date) -> Iterator[Found]:
    """The day of the deed, else of the handover, else of the contract or the purchase."""
    told: dict[str, Found] = {}
    for passage in of_subject(found, "home", "deed", "contract"):
        rented = "租" in passage.clause and not _BOUGHT.search(passage.clause)
        if rented or supposed(passage.clause) or re.search(r"拆|盖|建(?:的|成)", passage.text):
            continue
        what = "purchase" if passage.subject == "home" else passage.subject
        for named, words in _STEPS:
            what = named if words.search(passage.text) else what
        for each in since("home_since", passage, today):
            told[what] = each
    for what in ("deed", "handover", "contract", "purchase"):
        if what in told:
            yield told[what]
            return

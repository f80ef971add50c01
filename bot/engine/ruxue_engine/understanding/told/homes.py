"""Finds what kind of home a family has, the paper for it, the guardians' share, and since when."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from ruxue_engine.understanding.found import Found
from ruxue_engine.understanding.numerals import DIGIT_SIGNS, counted
from ruxue_engine.understanding.text import Clause
from ruxue_engine.understanding.told.doubt import asked, supposed
from ruxue_engine.understanding.told.passages import Passage, of_subject
from ruxue_engine.understanding.told.since import since

_WHOLE = 100
_KINDS = (
    ("public_housing", re.compile(r"公租房|廉租房|公共租赁|保障性?租赁|直管公房", re.IGNORECASE)),
    ("small_property", re.compile(r"小产权", re.IGNORECASE)),
    ("resettlement", re.compile(r"安置房|回迁房|还迁房|拆迁房|回迁|还建房|安置的房", re.IGNORECASE)),
    (
        "self_built",
        re.compile(
            r"自建(?:房|的)|宅基地|自己盖的?|自盖|村里盖|农村(?:老)?房|平房|集资(?!房)", re.IGNORECASE
        ),
    ),
    (
        "commercial",
        re.compile(
            r"商住|公寓|loft|商铺|商用|写字楼|门面|门头房|商业(?:产权|性质|用途|用房|房|的)|办公(?:用房|性质|"
            r"用途|产权)|[四五45][十0]年产权|酒店式",
            re.IGNORECASE,
        ),
    ),
    (
        "residential",
        re.compile(
            r"商品房(?!合同)|普通住宅|(?<!商业)住宅(?!用地)|七十年产权|70年产权|单元房|住宅性质",
            re.IGNORECASE,
        ),
    ),
)
_NOT_KIND = re.compile(r"(?:不是|不属于|没有|非|没|不住)(?:什么|那种|个)?$")
_NO_DEED = re.compile(
    r"(?:没有?|未|无|还没|没能|没法|不能|么)(?:给|办|拿|下|发|有|出|来得及)*(?:理|到|下来?|"
    r"出来?)?(?:的)?(?:不动产权?证|房产证|房本|产权证|房照|大红本|证(?=$|[,的])(?<!住证)|本(?=$|[, ]|村|"
    r"的))|"
    r"(?:不动产权?证|房产证|房本|产权证|房照|大红本|(?<!住)(?<!婚)(?<!领)证|(?<!口)本)书?(?:也|都|还|一直|"
    r"到现在|暂时|压根|迟迟|至今|现在|得|要)*(?:没有?|未|不)(?:给|能|法)?(?:下|办|拿|发|出|到手|有|批|$|"
    r"[,呢啊])|"
    r"(?:办|拿|下|出)不(?:了|出|到|下来?)(?:不动产权?证|房产证|房本|产权证|证|本)|等(?:着)?(?:房产证|房本|"
    r"不动产证|证)|(?:房产证|房本)在办|(?:正在?|还在)办(?:房产证|房本|不动产证|证)"
)
_DEED = re.compile(
    r"(?:有|拿(?:到|了|着)?|办(?:了|好|下来?|完|到)?|领(?:到|了)?|出(?:了)?|是)(?:的|了)?(?:不动产权?证|"
    r"房产证|房本|产权证|大红本)|房[^,]{0,6}(?:有|拿(?:到|了)|办(?:了|好))证|"
    r"(?:不动产权?证|房产证|房本|产权证|大红本)书?(?:上|也|都|早就?|已经?|是|刚|才|在)*(?:有(?!没有)|下来|"
    r"办(?!不)|拿(?!不)|写|名字|的?名|登记|齐|到手|发了|上是|是(?!不是)|押|抵押|只有|占|出来)|"
    r"(?:不动产权?证|房产证|房本|产权证)(?:上|[^,没不未等]{2,10}(?:办|拿|下来|登记|发|领)(?:的|了|下来))|"
    r"拿的证|拿了证|下证了"
)
_CONTRACT = re.compile(
    r"(?:购房|买房|预售|商品房|认购|网签)(?:备案)?的?(?:买卖)?合同(?!备?案?(?:要|需|怎))|认购书|网签(?:了|"
    r"过|好|备案了?|合同)|只(?:有|签了|拿到)(?:个|了)?合同|期房|合同(?:也)?(?:签|备案)(?:好)?了|"
    r"只有(?:.{0,4})合同|没交房|未交房|还没(?:收|交)房"
)
_STEPS = (
    ("purchase", re.compile(r"买|购")),
    ("handover", re.compile(r"[交收]了?的?房|钥匙|交付")),
    ("deed", re.compile(r"证|房本|登记|过户")),
)
_NOT_OF_HOME = re.compile(r"租|劳动|务工|用工")
_N = f"[\\d{DIGIT_SIGNS}十百]"
_SHARES = (
    re.compile(r"(?<![\d.])(?P<n>\d{1,3})(?:\.\d+)?\s*(?:%|％|个点|percent)"),
    re.compile(f"百分之(?P<n>{_N}{{1,4}})"),
    re.compile(f"(?P<of>[{DIGIT_SIGNS}\\d]{{1,2}})分之(?P<n>{_N})"),
    re.compile(f"(?P<tenths>[{DIGIT_SIGNS}\\d])成(?!年|功|了|都)"),
    re.compile(r"(?P<half>一半(?!时间)|各半|对半|各占一半|半套)"),
)
_OF_SHARE = re.compile(r"份额|产权|占|房|名下|名字|房本|共有|按份|股")


def homes(stated: Sequence[Clause], found: Sequence[Passage], today: date) -> Iterator[Found]:
    """Find `home_kind`, `home_paper`, `home_share` and `home_since`."""
    yield from _kinds(stated)
    yield from _papers(stated)
    yield from _shares(stated)
    yield from _since(found, today)


def _since(found: Sequence[Passage], today: date) -> Iterator[Found]:
    """The day of the deed, else of the handover, else of the purchase."""
    told: dict[str, Found] = {}
    for passage in of_subject(found, "home", "deed", "contract"):
        if supposed(passage.clause) or re.search(r"拆|盖|建(?:的|成)|租", passage.text):
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


def _kinds(stated: Sequence[Clause]) -> Iterator[Found]:
    for clause in stated:
        for kind, words in _KINDS:
            match = words.search(clause.text)
            if match and not _NOT_KIND.search(clause.text[: match.start()]):
                yield Found("home_kind", kind, clause.start + match.start(), clause.start + match.end())
                break


def _papers(stated: Sequence[Clause]) -> Iterator[Found]:
    told: dict[str, Found] = {}
    for clause in stated:
        for paper, pattern in (("none", _NO_DEED), ("deed", _DEED), ("contract", _CONTRACT)):
            match = pattern.search(clause.text)
            if match is None or (paper == "contract" and _NOT_OF_HOME.search(clause.text)):
                continue
            if paper == "deed" and (
                asked(clause.text) or ("none" in told and told["none"].start >= clause.start)
            ):
                continue
            told[paper] = Found("home_paper", paper, clause.start + match.start(), clause.start + match.end())
    # Who has the contract and no deed yet has the contract.
    for paper in ("contract", "none", "deed"):
        if paper in told:
            yield told[paper]
            return


def _shares(stated: Sequence[Clause]) -> Iterator[Found]:
    for clause in stated:
        if not _OF_SHARE.search(clause.text):
            continue
        for pattern in _SHARES:
            match = pattern.search(clause.text)
            share = _share(match.groupdict()) if match else None
            if match and share is not None:
                yield Found(
                    "home_share", str(share), clause.start + match.start(), clause.start + match.end()
                )
                break


def _share(said: dict[str, str | None]) -> int | None:
    if said.get("half"):
        return _WHOLE // 2
    if said.get("tenths"):
        tenths = counted(said["tenths"] or "")
        return tenths * 10 if tenths else None
    number = counted(said.get("n") or "")
    if number is None:
        return None
    if said.get("of"):
        of = counted(said["of"] or "")
        return number * _WHOLE // of if of and number <= of else None
    return number if number <= _WHOLE else None

"""Finds whether the guardians work here: employed, with a business of their own, or not at all."""

import re
from collections.abc import Iterator, Sequence

from ruxue_engine.understanding.found import Found
from ruxue_engine.understanding.text import Clause
from ruxue_engine.understanding.told.doubt import asked

_NONE = re.compile(
    r"没(?:有)?(?:个)?(?:正式|固定|正经)?(?:工作|单位|班上)|失业|待业|没上班|不上班|全职(?:妈妈|太太|在家|"
    r"带)|在家带(?:孩子|娃)|无业|下岗|没(?:有)?活"
)
_BUSINESS = re.compile(
    r"开(?:了|着|的|有)?(?:个|一?家|一?间)?(?:小|服装|早餐|水果|理发|烧烤|杂货|五金|自己的?)*(?:店|饭馆|"
    r"饭店|餐馆|超市|公司|铺|厂|门市|摊|网店|门头|诊所|面馆|工作室)|做(?:点|个|着|些)?(?:小)?(?:生意|"
    r"买卖)|个体(?:户|工商户|经营)|摆(?:个|了)?摊|自己(?:干|做)(?:的|点)?(?:买卖|生意|老板)?(?=$|,|的)|"
    r"当老板|经营(?:着|个|一)|自主创业|有(?:个|家)(?:小)?(?:店|公司|厂|门市)|小买卖|小生意|批发市场|办厂|"
    r"办了?个厂"
)
_EMPLOYED = re.compile(
    r"上(?:着)?班|打工|务工|工作(?!人员|日|室|证明|单位|居住证|时间)|(?:在|给)[^,]{0,8}(?:厂|公司|工地|"
    r"单位)(?:里|上)?(?:干|做|上|打|当|$)|送外卖|跑外卖|开(?:滴滴|出租|大车|货车)|当(?:保安|保洁|服务员|"
    r"司机)|干(?:工地|装修|快递|保洁|保安)|跑(?:快递|滴滴)|有(?:正式|稳定|固定)?(?:工作|单位)|就业|"
    r"签了?劳动合同|单位(?:给)?(?:交|上|缴)"
)
_ELSEWHERE = re.compile(r"(?:外地|外省|外市|老家|国外|外面)(?:[^户在]{0,4})$")
_DENIED = re.compile(r"(?:不|没|没有|不在|没在|未)[^,]{0,4}$")
_OTHERS = re.compile(r"爷|奶|姥|老师|您|你们?|学校")


def works(stated: Sequence[Clause]) -> Iterator[Found]:
    """Find `work`; a business of one's own says more than an employment."""
    told: dict[str, Found] = {}
    for clause in stated:
        if _OTHERS.search(clause.text) and not re.search(r"我|俺", clause.text):
            continue
        for value, pattern in (("business", _BUSINESS), ("none", _NONE), ("employed", _EMPLOYED)):
            match = pattern.search(clause.text)
            if match is None or (value != "none" and _DENIED.search(clause.text[: match.start()])):
                continue
            if value == "employed" and (
                _ELSEWHERE.search(clause.text[: match.start()]) or asked(clause.text)
            ):
                continue
            told.setdefault(
                value, Found("work", value, clause.start + match.start(), clause.start + match.end())
            )
            break
    for value in ("business", "employed", "none"):
        if value in told:
            yield told[value]
            return

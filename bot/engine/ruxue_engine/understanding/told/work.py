"""Finds whether the guardians work here: employed, with a business of their own, or not at all."""

import re
from collections.abc import Iterator, Sequence

from ruxue_engine.understanding.found import Found
from ruxue_engine.understanding.places import ELSEWHERE, Places
from ruxue_engine.understanding.text import Clause
from ruxue_engine.understanding.told.doubt import asked

_NONE = re.compile(
    r"没(?:有)?(?:个)?(?:正式|固定|正经|稳定)?(?:工作|单位|班上|活干)|失业|待业|没上班|不上班|"
    r"没在上班|全职(?:妈妈|太太|在家|带)|在家(?:带|看|照顾)(?:孩子|娃)|无业|下岗|都没工作|没找到工作"
)
_BUSINESS = re.compile(
    r"开(?:了|着|的|有)?(?:一?个|一?家|一?间)?(?:小|服装|早餐|早点|水果|理发|烧烤|杂货|五金|奶茶|"
    r"包子|修车|美容|自己的?)*(?:店|饭馆|饭店|餐馆|超市|公司|铺|厂|门市|摊|门头|诊所|面馆|工作室|"
    r"小吃|饭摊|民宿|培训班|药房|洗车行)|做(?:点|个|着|些|的)?(?:小)?(?:生意|买卖|批发|建材|电商)|"
    r"个体(?:户|工商户|经营)?|干个体|摆(?:个|了|着)?(?:地)?摊|摊位|"
    r"自己(?:干|做)(?:的|点|着)?(?:买卖|生意|老板|店)?(?=$|[,的])|当老板|经营(?:着|个|一)|自主创业|"
    r"经商|跑买卖|创业|有(?:一?个|一?家)(?:小)?(?:店|公司|厂|门市)|小买卖|小生意|小本生意|批发市场|"
    r"办了?个?厂|卖(?:菜|早点|水果|衣服|服装|鱼|肉|包子|煎饼)|注册(?:了)?(?:个)?公司|法人(?!代表证)|"
    r"包工头"
)
_EMPLOYED = re.compile(
    r"上(?:着)?(?:夜|白)?班|打(?:零|短)?工|务工|工作(?!人员|日|室|证明|单位|居住证|时间|没|不)|"
    r"(?:在|给|进)[^,]{0,8}(?:厂|公司|工地|医院|学校|银行|超市|饭店|酒店|店|单位|企业|机关|车间|"
    r"物业)(?:里|上)?(?:干|做|上|打|当|帮|送|教|开|跑|修|搞|端|搬|守|看门)|"
    r"在[^,]{0,6}(?:厂|公司|工地|单位|机关)(?:里|上)?$|在[^,]{0,6}(?:小学|中学|幼儿园)里?(?:教|当)|"
    r"进(?:了)?厂|厂里|送(?:外卖|快递|货)|跑(?:外卖|滴滴|出租|快递|运输|货运|大车|车)|"
    r"开(?:滴滴|出租|大车|货车|公交|网约车|挖掘机|叉车)|"
    r"(?:当|做|干)(?:着|个|的|了)?(?:老师|教师|保安|保洁|服务员|司机|护士|护工|厨师|会计|保姆|月嫂|"
    r"家政|销售|客服|瓦工|木工|电工|装修|快递|外卖|工程师|程序员|编制|文员|收银|美发)|"
    r"有(?:个)?(?:正式|稳定|固定|正经)?(?:工作|单位)(?!证)|签了?劳动合同|单位(?:给)?(?:交|上|缴)|"
    r"公司(?:给)?(?:交|上|缴)|干活|公务员|事业编|国企|环卫"
)
_ELSEWHERE = re.compile(r"(?:外地|外省|外市|老家|国外|外面)(?:[^户在]{0,4})$")
_NEAR = 2
_DENIED = re.compile(r"(?:不|没|没有|不在|没在|未)[^,]{0,4}$")
_OTHERS = re.compile(r"爷|奶|姥|老师|您|你们?|学校")


def works(stated: Sequence[Clause], places: Places) -> Iterator[Found]:
    """Find `work`; a business of one's own says more than an employment."""
    told: dict[str, Found] = {}
    for clause in stated:
        if _OTHERS.search(clause.text) and not re.search(r"我|俺", clause.text):
            continue
        for value, pattern in (("business", _BUSINESS), ("none", _NONE), ("employed", _EMPLOYED)):
            match = pattern.search(clause.text)
            if match is None or (value != "none" and _DENIED.search(clause.text[: match.start()])):
                continue
            before = clause.text[: match.start()]
            if value == "employed" and (_is_elsewhere(before, places) or asked(clause.text)):
                continue
            told.setdefault(
                value, Found("work", value, clause.start + match.start(), clause.start + match.end())
            )
            break
    for value in ("business", "employed", "none"):
        if value in told:
            yield told[value]
            return


def _is_elsewhere(before: str, places: Places) -> bool:
    """Whether the words before a work name a place where no county is served."""
    if _ELSEWHERE.search(before):
        return True
    named = list(places.find(before))
    return bool(named) and named[-1].code == ELSEWHERE and len(before) - named[-1].end <= _NEAR

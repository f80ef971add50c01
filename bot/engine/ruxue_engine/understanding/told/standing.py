"""Finds what gives a child a standing of its own: preference, another nationality or place, special needs."""

import re
from collections.abc import Iterator, Sequence

from ruxue_engine.understanding.found import Found
from ruxue_engine.understanding.text import Clause

_PREFERENTIAL = (
    ("martyr", re.compile(r"烈士")),
    ("fire", re.compile(r"消防(?:员|兵|队|救援|战士|指战员|上班|工作|$|,|的)")),
    (
        "military",
        re.compile(
            r"(?<!退役)(?<!退伍)军人|当兵|现役(?!.{0,2}退)|部队(?:上|里|服役|工作|的)?|服役|军官|"
            r"士官|军属|随军|军嫂|武警|海军|空军|陆军|当过?兵|边防|军队"
        ),
    ),
    (
        "police",
        re.compile(
            r"警察|民警|交警|刑警|特警|辅警|公安(?:干警|系统|英模|上班|工作|$|[,的])|"
            r"在公安局?(?:上班|工作)|派出所(?:上班|工作)|英模"
        ),
    ),
    (
        "talent",
        re.compile(
            r"高层次人才|(?<!援)人才(?:引进|证|卡|政策|公寓)?(?!市场|中心|交流)|引进的?(?:博士|教授)|"
            r"博士后?|泰山学者|A类人才"
        ),
    ),
    (
        "medical",
        re.compile(
            r"(?:是|当|做|爸|妈|都是|爸爸|妈妈|老公|媳妇)(?:个)?(?:大夫|医生|护士)|医护|"
            r"医务(?:人员|工作者)|援鄂|援沪|抗疫一线|一线医"
        ),
    ),
    (
        "other",
        re.compile(
            r"退役|复员|退伍|转业|援藏|援疆|援青|劳模|劳动模范|见义勇为|优抚|伤残军|教职工|"
            r"(?:是|当|做)(?:个|中学|小学|大学|高中|初中|人民)?(?:老师|教师)|因公|荣誉市民|台商|"
            r"侨(?:眷|胞|属)|功臣"
        ),
    ),
)
_HMT = (
    ("hongkong", re.compile(r"香港")),
    ("macau", re.compile(r"澳门")),
    ("taiwan", re.compile(r"台湾|台胞")),
)
_OF_PLACE = re.compile(
    r"户籍|居民|身份|籍|人(?!民)|护照|[证]|出生|永居|户口|生的|同胞|回来|孩子|宝宝|的$|那边|台胞"
)
_FOREIGN = re.compile(
    r"外籍|外国(?:国)?籍|外国(?:人|护照|孩子)|"
    r"(?:[美英日韩德法俄泰]国?|加拿大|澳大利亚|澳洲|日本|新加坡|俄罗斯|马来西亚|越南|新西兰|意大利|"
    r"西班牙)籍|"
    r"(?:[美英韩德法俄泰]国|加拿大|澳大利亚|澳洲|日本|新加坡|俄罗斯|马来西亚|越南|新西兰|意大利|"
    r"西班牙)(?:国籍|护照|人(?!民|家))|双重国籍|(?:不是|没有|非)中国(?:国)?籍|"
    r"(?:美国|英国|加拿大|澳大利亚|日本|韩国|国外|海外)出生"
)
_SPECIAL = re.compile(
    r"孤独症|自闭|残疾(?!军)|残疾证|ADHD|多动症|脑瘫|发育迟缓|迟缓|听力(?:障碍|不好|损失|残)|听障|"
    r"视障|视力(?:障碍|残)|智力|唐氏|特殊(?:儿童|孩子|教育需|需要)|轮椅|癫痫|人工耳蜗|助听器|"
    r"语言障碍|阅读障碍|肢体|聋|谱系|星星的孩子|学习障碍|不会说话|罕见病|心智",
    re.IGNORECASE,
)
_DENIED = re.compile(r"(?:不是|没有?|不|非|未|排除|没得)(?:什么|有|属于|患|过|办|领)?$")
_OF_PARENT = re.compile(r"(?:爸爸?|妈妈?|老公|媳妇|爱人|他爹|我)(?:是|有|入了?)?$")
_NOT_CHILD = re.compile(r"(?:爷爷|奶奶|姥姥|姥爷|爸爸|妈妈|我|老公|老人|他爸|她爸)(?:是|有|腿|得了|肢体)*$")


def standings(stated: Sequence[Clause]) -> Iterator[Found]:
    """Find `preferential`, `hmt`, `foreign` and `special_needs`."""
    yield from _preferential(stated)
    for clause in stated:
        for value, words in _HMT:
            match = words.search(clause.text)
            of_parent = match is not None and _OF_PARENT.search(clause.text[: match.start()]) is not None
            if (
                match
                and not of_parent
                and _OF_PLACE.search(clause.text, match.start())
                and _stated(clause.text, match)
            ):
                yield Found("hmt", value, clause.start + match.start(), clause.start + match.end())
        match = _FOREIGN.search(clause.text)
        if (
            match
            and not _OF_PARENT.search(clause.text[: match.start()])
            and (match[0].startswith(("不是", "没有", "非")) or _stated(clause.text, match))
        ):
            yield Found("foreign", "yes", clause.start + match.start(), clause.start + match.end())
        match = _SPECIAL.search(clause.text)
        if match and _stated(clause.text, match) and not _NOT_CHILD.search(clause.text[: match.start()]):
            yield Found("special_needs", "yes", clause.start + match.start(), clause.start + match.end())


def _preferential(stated: Sequence[Clause]) -> Iterator[Found]:
    """Of several kinds, the first in the order of the table."""
    for value, words in _PREFERENTIAL:
        for clause in stated:
            match = words.search(clause.text)
            if match and _stated(clause.text, match):
                yield Found("preferential", value, clause.start + match.start(), clause.start + match.end())
                return


def _stated(clause: str, match: re.Match[str]) -> bool:
    return _DENIED.search(clause[: match.start()]) is None

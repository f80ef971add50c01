"""What in a question's words asks for a person, whatever its topic: chances, exceptions, disputes, years."""

from __future__ import annotations

import re
from typing import Final

from enrolment.model.answering.answer import Handoff

_OF_WORDS: Final = {
    Handoff.DISPUTE: r"起诉|打官司|诉讼|行政复议|律师|上法院|去法院告|信访|上访",
    Handoff.RANKING: (
        r"哪(所|个|家)(学校|小学|中学|初中)(最|更|比较)?(好|强|牛|厉害)|学校.{0,4}(排名|排行|口碑)|排名.{0,6}(学校|小学|中学)"
        r"|(最好|更好|好一点|好点|牛)的(学校|小学|中学|初中)(是哪|有哪|推荐)|推荐.{0,6}(学校|小学|中学)"
    ),
    Handoff.CHANCES: (
        r"概率|几率|机率|希望(大不大|有多大|大吗)|机会(大不大|有多大|大吗)|把握(大不大|有多大|大吗|没有|吗|没|不)|胜算|有戏(吗|没|不)|悬不悬|有没有戏"
        r"|(一定|肯定|百分百|保证|保准|稳稳|准)(能|会)?(录|被录|上|进)|(敢|能|可以|给)(不能|不|给)?(个)?保证(?!.{0,6}有学上).{0,6}(录|进|分到|上(?!传)).{0,8}(学|小|中|吗|么|不|$)|(录取|录上|进去)的?(可能|希望|机会|把握)"
        r"|(能不能|会不会)(被?录取|录上|录得上)|(能|会)(被?录取|录上|录得上)(吗|不|嘛|么)|稳不稳|几成"
    ),
    Handoff.DISCRETION: (
        r"通融|破例|破个例|开绿灯|走后门|托(个)?关系|找(个)?(熟人|关系)|送(点)?礼|特批|网开一面|行个方便"
        r"|(特殊|个别|酌情).{0,4}(照顾|考虑|处理)|(能|可)(不能|否|以)?.{0,4}照顾照顾"
    ),
}
_PATTERNS: Final = {reason: re.compile(words) for reason, words in _OF_WORDS.items()}
_LIVE: Final = re.compile(
    r"(审|批|查|核)了?(没|没有|了吗|完没|完了吗|过了?没)|(到|办到)哪(一)?步|(我|俺|咱)(家)?的?.{0,8}(审核|进度|结果|状态|材料|申请).{0,8}(吗|没|呢|怎么样|咋样|了)"
    r"|(通过|录取|录上|分到|成功)了?(没有|没|吗)|(还|一直|老)(是|在|没)?.{0,4}(审核中|待审核|核验中)|(状态|显示).{0,6}(审核|核验)|查(一下)?(我|俺|孩子)?的?(进度|结果|状态)"
)
_RULE: Final = r"(政策|规定|方案|办法|条件|要求|标准|细则|简章|指南|学区|片区|划片)"
_YEARS: Final = re.compile(
    rf"(?P<word>大后年|后年|明年|去年|前年|往年|上一?年|下一?年)(的|度)?[^，。？?！!]{{0,5}}{_RULE}"
    rf"|{_RULE}[^，。？?！!]{{0,4}}(?P<after>大后年|后年|明年|去年|前年|往年)"
    rf"|(?P<year>20\d\d)年?(的|度)?[^，。？?！!]{{0,5}}({_RULE}|怎么规定|招生)"
)
_WORDED: Final = {
    "大后年": 3,
    "后年": 2,
    "明年": 1,
    "下年": 1,
    "下一年": 1,
    "去年": -1,
    "上年": -1,
    "上一年": -1,
    "前年": -2,
}


def sign_of(text: str) -> Handoff | None:
    """Why the words of a question ask for a person, None where they do not."""
    return next((reason for reason, pattern in _PATTERNS.items() if pattern.search(text)), None)


def asks_live_status(text: str) -> bool:
    """Whether a question about reviews asks how far this family's own is, and not how it is done."""
    return _LIVE.search(text) is not None


def other_year(text: str, year: int) -> str:
    """The year whose rules a text asks for as families say it, empty where it is the plan's own or none."""
    found = _YEARS.search(text)
    if found is None:
        return ""
    if found["year"]:
        return f"{found['year']}年" if int(found["year"]) != year else ""
    word = found["word"] or found["after"]
    return f"{year + _WORDED[word]}年" if word in _WORDED else "往年"

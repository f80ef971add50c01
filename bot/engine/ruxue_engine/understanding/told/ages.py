"""Finds how old the child is, its zodiac sign, and by how few days it misses the cut-off."""

import re
from collections.abc import Iterator
from datetime import date

from ruxue_engine.understanding.found import Found
from ruxue_engine.understanding.numerals import DIGIT_SIGNS, counted
from ruxue_engine.understanding.text import Clause
from ruxue_engine.understanding.told.children import of_another
from ruxue_engine.understanding.told.doubt import might_be, supposed
from ruxue_engine.understanding.told.pieces import pieces

_N = f"(?:\\d{{1,2}}|[{DIGIT_SIGNS}十]{{1,3}})"
_AGE = re.compile(
    f"(?P<years>(?<![\\d{DIGIT_SIGNS}十.])(?:\\d{{1,2}}(?:\\.5)?|"
    f"[{DIGIT_SIGNS}十]{{1,2}}))(?P<half>个?半)?(?:周)?岁(?P<half2>半)?(?:[零又]?(?P<months>{_N})个?月)?"
)
_OF_A_RULE = re.compile(
    r"(?:(?:离婚|结婚|当|那|走|来|离)(?:的)?时候?|虚岁?(?:都|已经|才|是)?|(?:明年|后年|年底|下个?月|再过[^,]{1,4})(?:就|才|都|满)*|过了?年就|快|马上|就要|"
    r"差不多|将近|满|到|够|年满|不满|不到|未满|不足|没到|没满|必须|要求|得|差.*)$"
)
_RULE_AFTER = re.compile(
    r"^(?:虚岁|以|才(?:能|行|可|让|给|收|上)|的(?:要求|规定|限制|标准|线)|入学的?(?:规定|要求)|能上|"
    r"可以上|就能|就差|差|前|之前|那年)"
)
_GROWN_UPS = re.compile(r"(?:我|俺|爸|妈|老公|媳妇|[爷奶姥]\w?)(?:今年|都|已经|也|快)*$")
# "孩子五岁半能上吗" tells its age, "六岁能上吗" asks for the rule.
_THE_CHILDS = re.compile(
    r"(?:孩子|娃|闺女|女儿|儿子|孙子|孙女|[他她]|老二|小的)(?:今年|现在|刚|才|都|已经)*$|(?:今年|现在|刚|"
    r"才)$"
)
_MAY = re.compile(r"^(?:能上|可以上|就能)")
_REACHED = frozenset({"年满", "已年满", "孩子年满", "孩子已年满"})
_SIMPLY = re.compile(
    f"(?:孩子|娃|闺女|女儿|儿子|孙子|孙女|[他她])[^,]{{0,3}}(?:今年|都|已经)(?:都|已经|"
    f"快)?(?P<years>{_N})了(?=$|,)"
)
_IN_MONTHS = re.compile(
    f"(?<![\\d.])(?P<months>\\d{{2,3}}|[{DIGIT_SIGNS}十百]{{2,5}})个月(?:大|了|整)*(?=$|[,的能])"
)
# "老二六岁" is no twenty-six.
_RANK = re.compile(r"(?<=老)[二三四]|[二三](?=宝|胎)")
_YEAR, _WEEK, _HALF_A_MONTH = 12, 7, 15
_YOUNGEST, _OLDEST = 3, 17
# "差俩礼拜满一年" is said of a paper.
_A_TERM = r"就?[满够到不]+(?:一年|半年|[两二]年|\d+个月)"
_SHORT = re.compile(
    f"(?:[差晚小迟]|(?:就|只|仅|刚)多)(?:生|出生|了|那么|个|的是|就|不到|也就)*(?:(?P<days>{_N})(?:来)?天|"
    f"(?P<weeks>{_N})个?(?:星期|礼拜|周(?!岁|年))|(?P<half>半个月)(?!满一))(?!{_A_TERM})|(?P<days2>{_N})天(?:之差|"
    f"没赶上|没够|不够)"
)
_OF_A_PAPER = re.compile(r"(?:报名|开学|期限|到期|结束|备案|社保|居住证|执照|租房?|合同|户口)[^,]{0,6}$")
_SIGNS = "鼠牛虎兔龙蛇马羊猴鸡狗猪"
_ZODIAC = re.compile(
    f"属(?:相是?|的是|大|小(?!龙))?(?P<sign>小龙|[{_SIGNS}])|(?P<sign2>[{_SIGNS}])(?:年(?:生|出生|宝宝|"
    f"的娃|的孩子)|"
    "宝宝|娃(?!娃))"
)
_CYCLE = 12
_RAT = 2008
_AT_LEAST = 5
_WHICH = re.compile(r"属.的?[^,]{0,6}还是属|属.的[^,]{0,4}(?:能|可以)")
_GROWN_UP = re.compile(r"(?:我|爸|妈|爷|奶|老大|大宝|哥哥|姐姐|老公|媳妇)(?:是|都|也)?$")


def ages(text: str) -> Iterator[Found]:
    """Find `age` and `days_short`; the years a rule wants and other people's are not the child's."""
    for clause in pieces(text):
        for match in _AGE.finditer(_RANK.sub("_", clause.text)):
            value = _age(match)
            before, after = clause.text[: match.start()], clause.text[match.end() :]
            if value is None or (supposed(clause.text) and not re.search(r"今年|现在|刚|才", before)):
                continue
            of_a_rule = _OF_A_RULE.search(before) is not None and not (before in _REACHED and not after)
            if of_a_rule and not re.search(r"(?:已经?|刚好?|正好|都|早就?)(?:满|到|够)$", before):
                continue
            if _RULE_AFTER.match(after) and not (_MAY.match(after) and _THE_CHILDS.search(before)):
                continue
            at = (clause.start + match.start(), clause.start + match.end())
            if _GROWN_UPS.search(before) or of_another(text, *at):
                continue
            yield Found("age", value, *at)
        yield from _ages_in_other_words(clause)
    yield from _days_short(text)


def _ages_in_other_words(clause: Clause) -> Iterator[Found]:
    """An age without its word ("他今年十二了"), or in months ("66个月大")."""
    simply, months = _SIMPLY.search(clause.text), _IN_MONTHS.search(clause.text)
    years = counted(simply["years"]) if simply else None
    if simply and years and _YOUNGEST <= years <= _OLDEST:
        yield Found("age", str(years), clause.start + simply.start(), clause.start + simply.end())
    if months and re.search(r"孩子|娃|大$|整|闺女|儿子", clause.text):
        years, rest = divmod(counted(months["months"]) or 0, _YEAR)
        if _YOUNGEST <= years <= _OLDEST:
            value = f"{years}.5" if rest == _YEAR // 2 else str(years)
            yield Found("age", value, clause.start + months.start(), clause.start + months.end())


def _days_short(text: str) -> Iterator[Found]:
    for clause in pieces(text):
        if might_be(clause.text):
            continue
        for match in _SHORT.finditer(clause.text):
            days = _HALF_A_MONTH if match["half"] else counted(match["days"] or match["days2"] or "")
            weeks = counted(match["weeks"] or "")
            days = weeks * _WEEK if weeks else days
            at = (clause.start + match.start(), clause.start + match.end())
            if days and not _OF_A_PAPER.search(clause.text[: match.start()]) and not of_another(text, *at):
                yield Found("days_short", str(days), *at)


def zodiac_years(text: str, today: date) -> Iterator[Found]:
    """Find the year of a child's zodiac sign: the last one that makes it at least five this year."""
    for match in _ZODIAC.finditer(text):
        if _GROWN_UP.search(text[: match.start()]) or _WHICH.search(text):
            continue
        last = today.year - _AT_LEAST
        year = (
            last
            - (last - _RAT - _SIGNS.index((match["sign"] or match["sign2"]).replace("小龙", "蛇"))) % _CYCLE
        )
        yield Found("birth_date", str(year), match.start(), match.end())


def _age(match: re.Match[str]) -> str | None:
    whole, _, tenths = match["years"].partition(".")
    years = counted(whole)
    if years is None or not _YOUNGEST <= years <= _OLDEST:
        return None
    half = bool(match["half"] or match["half2"] or tenths) or counted(match["months"] or "") == _CYCLE // 2
    return f"{years}.5" if half else str(years)

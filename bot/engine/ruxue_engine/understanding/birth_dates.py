"""Finds the child's birth date: whole, in part, or impossible and why.

Values: `2020-10-15`, `2020-10`, `2020`, `-09-03` (no year), `-09`.
Problems: `month:13`, `day:2-30`, `future`, `past`, `lunar`, `age`.
"""

import re
from collections.abc import Iterator
from datetime import date

from ruxue_engine.understanding.birth_problems import LUNAR, judged, without_a_day
from ruxue_engine.understanding.found import Found
from ruxue_engine.understanding.numerals import counted, digits
from ruxue_engine.understanding.text import Clause, clauses
from ruxue_engine.understanding.told.children import of_another
from ruxue_engine.understanding.told.doubt import PUT_RIGHT
from ruxue_engine.understanding.told.feasts import feast_births
from ruxue_engine.understanding.told.lunar import lunar_births
from ruxue_engine.understanding.written_dates import NUMBER, PATTERNS, SAID, YEAR, parts

SPARE_WORDS = 3
_YOUNGEST = 3
_WHOLE = len("2020-10-15")
_BIRTH = re.compile(r"出生|生日|生的|生人|生于|年生|月生|[日号]生|属相")
_OTHER_DATE = re.compile(
    r"开学|报名|入学|上学|截止|登记|迁|落户|买|签|备案|交房|拿证|办证|网签|租|入住|结果|公布|开始|提交|"
    r"毕业|回国|回来|结婚|离婚|离的婚|领证|注册|公司|执照|入职|缴|社保|居住证|记录|"
    r"买的|盖的?章|租约|接着|搬|来的|来这|过来|起$|起租|落的|有效|名改|的[证房本车]|合同"
)
# Days that are nobody's birth: when it was due, and what the rule counts from.
_NOT_A_BIRTH = re.compile(
    f"预产期[^,]*|(?:(?:19|20)?\\d\\d年)?{NUMBER}{{1,3}}月(?:{NUMBER}{{1,3}}[日号]?)?(?:份)?(?:以|之)(?:前|"
    f"后)[^,]{{0,6}}(?:出生|生)?|"
    r"\d{4}年\d{1,2}月\d{1,2}[日号]?(?:到|至|-|—|~)+\d{4}年\d{1,2}月\d{1,2}[日号]?|"
    r"(?:\d{2,4}年)?(?:\d{1,2}月份?)?出?生的(?:孩子|娃|小孩)(?:多|吃亏|占便宜|都|一般|是不是|算|好)[^,]*"
)
_MIGHT = re.compile(r"如果|要是|假如|假设|万一|若是|倘若")
_THING = re.compile(r"户口|房|居住证|社保|备案|合同|租|执照")
_OF_AGE = re.compile(r"差[^,]{0,5}天|差[^,]{0,4}(?:满|够)[^,]{0,3}岁|公历")
_OF_A_PAPER = re.compile(r"房产?[证本]|产权证|不动产|执照|合同|居住证")
_A_YEAR = re.compile(f"是?{YEAR}年的")
_A_DAY = re.compile(f"(?:是|应该是|该是)?{SAID}(?:的|生的?|出生)?")
_INTRODUCED = re.compile(r"(?:是|改成|改为|改到|应该)$")
_NEGATED = re.compile(r"(?:不是|不对)$")
_YEAR_ALONE = re.compile(f"(?:^|,)(?:是)?{YEAR}年(?:的|生的?)?(?=$|,)")
_TURNS_OLDER = re.compile(f"(?P<month>{NUMBER}{{1,3}})月(?P<day>{NUMBER}{{1,3}})[日号]?(?:才|就|刚)?满")
_EXACTLY = re.compile(f"具体(?:是)?(?P<day>{NUMBER}{{1,3}})[日号]")
# "今年九月过生日": the day comes round this year, and is not of it.
_COMES_ROUND = re.compile(r"的?(?:过|[才就刚]?满|是)?(?:[^,]{1,3}岁)?的?(?:生日|过生)")
_BARE_YEAR = re.compile(r"\s*((?:19|20)\d\d)\s*(?:的|年)?\s*")


def birth_dates(text: str, today: date) -> list[Found]:
    """Find the birth date a narrowed message gives, or what is wrong with it; at most one is returned."""
    bare = _BARE_YEAR.fullmatch(text)
    if bare:
        return [judged(int(bare[1]), None, None, 0, len(text), today)]
    text = _NOT_A_BIRTH.sub(lambda said: "_" * len(said.group()), text)
    found = _told(text, today)
    lunar = (lunar_births(text, today) or feast_births(text, today))[-1:]
    if lunar and not (found and len(found[-1].value) == _WHOLE):
        return _with_year(found[-1:], lunar) or lunar
    return found[-1:] or without_a_day(text)


def _told(text: str, today: date) -> list[Found]:
    """Every birth date told in the clauses, a part told later put to the year that is told once."""
    of_age = _OF_AGE.search(text) is not None
    found: list[Found] = []
    before = ""
    for clause in clauses(text):
        last, before = before, clause.text
        if _OF_A_PAPER.search(last) and _A_YEAR.fullmatch(clause.text):
            continue
        if _MIGHT.search(clause.text):
            continue
        # "是2020年的,十月二十八": after a year alone its day needs no other word.
        open_year = bool(found) and len(found[-1].value) == len("2020")
        # "大雪天生的,二零年底": what the birth was told of before needs no other word either.
        told_before = not found and _BIRTH.search(last) is not None
        alone = open_year or told_before or clause.text == text
        here = list(_in_clause(clause, text, today, alone=alone, of_age=of_age))
        if PUT_RIGHT.search(f"{last},") and found and not here:
            here = list(_put_right(clause, found[-1], today))
        found += [each for each in here if not of_another(text, each.start, each.end)]
    return [*found, *_pieced(text, found)]


def _put_right(clause: Clause, last: Found, today: date) -> Iterator[Found]:
    """A day that puts right the one before ("2020年10月3号生的,啊不,11月3号"), of the same year."""
    said = _A_DAY.fullmatch(clause.text)
    year, month, day = parts(said, today) if said else (None, None, None)
    if said and month:
        year = year or digits(last.value[:4])
        yield judged(year, month, day, clause.start, clause.start + len(clause.text), today)


def _pieced(text: str, found: list[Found]) -> list[Found]:
    """Put together a year and a day told apart from each other ("8月30号生的,21年")."""
    told = [each for each in found if each.entity == "birth_date"]
    years = [each for each in told if len(each.value) == len("2020")]
    days = [each for each in told if each.value.startswith("-")]
    year_alone = _YEAR_ALONE.search(text)
    if days and year_alone and len(told) == len(days):
        year = digits(year_alone["year"]) or 0
        return [days[-1]._replace(value=f"{year + 2000 if year < 100 else year}{days[-1].value}")]  # noqa: PLR2004 - this century
    if years and days and len(told) == len(years) + len(days):
        return [days[-1]._replace(value=f"{years[-1].value}{days[-1].value}")]
    turns = _TURNS_OLDER.search(text)
    if years and turns and len(told) == len(years):
        month, day = counted(turns["month"]), counted(turns["day"])
        if month and day:
            return [years[-1]._replace(value=f"{years[-1].value}-{month:02d}-{day:02d}")]
    exactly = _EXACTLY.search(text)
    if exactly and told and len(told[-1].value) == len("2020-10"):
        return [told[-1]._replace(value=f"{told[-1].value}-{counted(exactly['day']) or 0:02d}")]
    return []


def _with_year(solar: list[Found], lunar: list[Found]) -> list[Found]:
    """Give the solar day told beside a lunar one ("公历是九月一号") the year that was told once."""
    return [
        each._replace(value=f"{lunar[0].value[:4]}{each.value}")
        for each in solar
        if each.value.startswith("-")
    ]


def _in_clause(clause: Clause, text: str, today: date, *, alone: bool, of_age: bool) -> Iterator[Found]:
    of_birth = of_age or _BIRTH.search(clause.text) is not None
    # "2020年10月的能报名吗" still tells a birth date: a child's year and month followed by 的.
    of_a_child = of_birth or re.search(r"(?:年|月|[日号])的", clause.text) is not None
    if _OTHER_DATE.search(clause.text) and not of_a_child:
        return
    if LUNAR.search(clause.text):
        return
    # "户口去年八月迁的,不对,是九月" puts another day right.
    introduced = of_birth or not _of_a_thing(text[: clause.start])
    taken = 0
    for pattern in PATTERNS:
        for match in pattern.finditer(clause.text, taken):
            if _NEGATED.search(clause.text[: match.start()]) or not _trusted(
                match, clause.text, of_birth, alone, introduced
            ):
                continue
            year, month, day = parts(match, today)
            if match.groupdict().get("relative") and _COMES_ROUND.match(clause.text, match.end()):
                year = None
            if year is None and month is None:
                continue
            if year and year > today.year - _YOUNGEST and not of_birth and clause.text != text:
                # Nobody enrols a child of two: a day of something else.
                continue
            taken = match.end()
            yield judged(year, month, day, clause.start + match.start(), clause.start + match.end(), today)
        if taken:
            return


def _of_a_thing(before: str) -> bool:
    """Whether the last thing spoken of was a home, a hukou or a paper."""
    things = [each.start() for each in _THING.finditer(before)]
    births = [each.start() for each in re.finditer(r"孩子|娃|生日|生的|出生", before)]
    return bool(things) and things[-1] > max(births, default=-1)


def _trusted(match: re.Match[str], clause: str, of_birth: bool, alone: bool, introduced: bool) -> bool:  # noqa: FBT001 - plain facts about the clause
    """Say whether a match is a birth date and not a length of time or another day."""
    said = match.groupdict()
    if said.get("relative") and not of_birth:
        return False
    if said.get("year") is None and said.get("run") is None and not of_birth:
        spare = len(clause) - (match.end() - match.start())
        said_so = introduced and _INTRODUCED.search(clause[: match.start()]) is not None
        return said_so or (alone and spare <= SPARE_WORDS)
    if said.get("month") is None and said.get("run") is None:
        follows = re.match(r"(?:[春夏秋冬]天|年?[底初])?的(?![证房本车])", clause[match.end() :])
        return of_birth or follows is not None or (alone and clause[match.end() :] in ("", "底", "初"))
    return True

"""Finds the county where the child is to go to school."""

import re
from collections.abc import Iterator

from ruxue_engine.understanding.found import Found
from ruxue_engine.understanding.places import ANY_OF, ELSEWHERE, Places
from ruxue_engine.understanding.residence import says_where_instead
from ruxue_engine.understanding.text import Clause, clauses
from ruxue_engine.understanding.told.people import signed

_DENIED = re.compile(r"(?:不在|没在|不是|不想在|不去|不上|不报)$")
_LIVING = 3
_SURE = 5
_RIGHT_AFTER = 6
_WINDOW = 30
_SCHOOL = re.compile(r"上学|入学|报名|报|读书|念书|学校|小学|初中")
_LIVES = re.compile(
    r"户口|身份证|集体户|户籍|落户|[落上](?:的|了)户|落(?:的|在|到|了)*[他她孩娃爷奶姥舅姑姨我俺]|房|公寓|名下|宅|住(?!证)|迁|落(?=在|到|$)|买(?:了|的|过)|立户|一个本|挂在?|窝"
)
# Where a family lives or rents is said of the county, where it owns a home only of the home.
_RESIDES = re.compile(r"住(?!房|宅|证|址)|现住址|(?<!出)租|赁")
_OWNS = re.compile(r"户口|户籍|落户|迁|买|房产|房本|名下|有房|有套|社保|上班|工作|打工|落(?=在|到|$)")
# "姥姥家在历下", "是在芝罘": of another family, or still of the hukou or the home said before.
_OF_KIN = re.compile(r"(?<![跟和随])(?<![跟和随]着)[GK](?:们)?家?[在住]*$")
_ONLY_WHERE = re.compile(
    r"^(?:哦|啊|嗯|不对|都|也|就|全|均|现在|[跟随](?:着)?[我俺他她]爸?妈?|[两俩](?:样|个|东西|头)|本子?|地址|位置|位于|坐落于?|早就|[新老]的|那套|这套)*(?:是)?在?$"
)
_IN_A_NAME = re.compile(
    r"^(?:区|市)?(?![的上读公民])[^,的上读念在想报]{0,3}(?:[一二三四五]|实验|第[一二三四五])?(?:小学|中学|"
    r"(?<!升)小(?!升)|中)(?!报名|招生|入学)(?<!^小学)(?<!^中学)"
)
_OF_SIBLING = re.compile(r"老大|大宝|哥哥|姐姐|大的")
_JOB = re.compile(
    r"^(?:区|市)?(?:这边|这里|的)?(?:[^,租住]{0,5}(?:公司|饭店|厂|医院|工地|超市|酒店|机关|单位|商场|银行)|"
    r"开|干|做|(?:[^,租住学报户]{0,6}(?:市场|商城|批发城|夜市|大集))[^,租住学报户]{0,2}有|打工(?!租)|跑|送|当|卖|经营|摆|务工|"
    r"[^,租住学报]{0,8}?(?:打[^,]{0,3}工(?!租)|卖(?!房|了房)|摆[^,]{0,4}摊|当[^,地]{1,4}$|看大?门|看(?:摊|店|门|大门|仓库)|保[安洁]|收银|"
    r"上班|批发|扫地|扫街|跑车|跑活|开[^,]{0,5}(?:店|馆|铺|厂|摊)))"
)
_JOB_BEFORE = re.compile(
    r"(?:店|厂|公司|摊位?|摊子|铺子|饭馆|生意|单位|生意|居住证|医保|执照|上班|工作)(?:都|就|也|开|是|设|做|办|"
    r"交)*在?$"
)
_STAYS_THERE = re.compile(
    r"^(?:区|市)?(?:这边|那边|这里|打工|务工|上班|工作)*(?:租|赁|住(?!房|宅|证|址|在)|生活)"
)
_CAME_TO_STAY = re.compile(r"(?:住|搬|(?<![头店铺面摊])租)(?:在|到|来|的是|着|过)?$")
_LEFT = re.compile(
    r"从$|[嫁调派]到$|[落迁转](?:户口?)?(?:到|在|入|回)?$|(?:以前|原来|之前|原先|早先)[^,]{0,6}$"
)
# "转到历下来住", "转到芝罘上一年级"
_COMES_FOR_SCHOOL = re.compile(r"^(?:区)?(?:这边)?来?(?:住|[^,户]{0,6}(?:上[一小初学]|读|念))")
# "厂子在芝罘", "我那套在历下", "出租车是芝罘的": where a thing is.
_THING_THERE = re.compile(
    r"[店厂铺面司位院地头摊站所馆套房楼宅车队场库棚村行局]子?(?:就|都|也|都是)?(?:是?在|是|注册在|开在|设在|位于)$|"
    r"(?:注册|坐落)(?:在|于)?$"
)
_OF_ANOTHER_THING = re.compile(r"幼儿园|[大中小]班(?!毕业)|O|出生|生下来|落地|生的")
# "群里说历下的学位满了", "打算在历下买套二手的": hearsay, and a home to come.
_SAID_OR_PLANNED = re.compile(
    r"(?:群里|网上|听[^,我俺]{0,6}|据|有人|大家|老师|邻居|别人|人家)[^,在]{0,3}[说讲传]|"
    r"(?:打算|想|准备|拟|计划)[^,]{0,10}(?:买|置|购|租)"
)
_RENTED_RIGHT_BEFORE = re.compile(r"(?<![没不出])(?:租(?:的|房|住|着|了)?|租(?:的|了|着)?房子?|赁的)$")
# "我姐家孩子孤独症，在历下上的融合班": the next clause goes on about them, unless it names us.
_OF_ANOTHER_FAMILY = re.compile(r"^(?:P的?)?[OK](?:们)?家?(?:的)?C")
_NAMES_OURS = re.compile(r"[PC]|我|俺|咱")
# "妈妈是芝罘人": where a parent comes from.
_COMES_FROM = re.compile(
    r"(?:[妈爸娘爹]|[老外]公|媳妇|婆|爱人|对象|娘家|[我俺他她][这那]边)(?:家|[这那]边|也|都)?(?:是)?$"
)
_FROM_THERE = re.compile(r"区?(?:本地)?人|区?的(?=$|[户,])")
_TAKEN_BACK = re.compile(r"^(?:哦|啊|唉|哎)?(?:不对|不是|说错了?|错了|写错了?|打错了?)[啊哦呢]?$")
_AT_SCHOOL = re.compile(
    r"^(?:区|县|市)?(?:这边|这里|的|小学|初中|这)*(?:小升初|幼升小|一年级|初一|报名|上学|小学|"
    r"初中|招生|入学|读书|上小学|"
    r"上初中|上个?学|(?:还|给|让|能)*(?:收|招|要)(?:不[收招要]|孩子|娃|我们?|俺们?)*[吗么不]?$)"
)
_WORKS = re.compile(r"工作|上班|打工|单位|社保|老家|租|老师")


def counties(text: str, places: Places) -> list[Found]:
    """Find where the child is to go to school: named with the school first, then where the family lives.

    Two homes in two counties say nothing: the guardian is to choose.
    """
    named: list[tuple[int, Found]] = []
    before = ""
    settled = another = False
    for clause in clauses(text):
        if _TAKEN_BACK.match(clause.text):
            named = []
        said = signed(clause.text)
        another = bool(_OF_ANOTHER_FAMILY.match(said) or (another and not _NAMES_OURS.search(said)))
        moved = says_where_instead(clause.text, before, places)
        rented = "租" in before and clause.text.startswith(("房子在", "房子就在"))
        rented = rented or (_RENTED_RIGHT_BEFORE.search(before) is not None and not _OWNS.search(clause.text))
        told = _named(clause, places, moved=moved, settled=settled, rented=rented)
        named += ((weight, each._replace(implied=each.implied or another)) for weight, each in told)
        before = clause.text
        settled = settled or _LIVES.search(clause.text) is not None or "%" in clause.text
    # One that is only said of a work place or a home does not count beside others.
    named = [each for each in named if not each[1].implied] or named
    best = max((weight for weight, _ in named), default=0)
    likely = [found for weight, found in named if weight == best > 0]
    if best <= _LIVING and len({found.value for found in likely}) > 1:
        return []
    return likely[:1]


def _named(
    clause: Clause, places: Places, *, moved: bool, settled: bool, rented: bool
) -> Iterator[tuple[int, Found]]:
    """The places of a clause, each with how surely it is meant; what is of something else is implied."""
    found = list(places.find(clause.text))
    said = signed(clause.text) if found else ""
    resides = rented or (_RESIDES.search(clause.text) is not None and not _OWNS.search(clause.text))
    sibling = _OF_SIBLING.search(clause.text) is not None
    for code, start, end in found:
        ahead, after = clause.text[max(0, start - _WINDOW) : start], clause.text[end : end + _WINDOW]
        if _DENIED.search(ahead) or (_LEFT.search(ahead) and not _COMES_FOR_SCHOOL.match(after)):
            continue
        stays = _STAYS_THERE.match(after) is not None or _CAME_TO_STAY.search(ahead) is not None
        weight = _SURE if _AT_SCHOOL.match(after) else _weight(clause.text, code, lives=moved)
        lives = stays or resides
        only_where = start <= _WINDOW and _ONLY_WHERE.match(ahead) is not None and len(after) <= _RIGHT_AFTER
        # "随我在李沧，户口落了五年了"
        still = weight < _SURE and not lives and only_where and (settled or ahead.startswith("随"))
        works = not stays and (_JOB.match(after) or _JOB_BEFORE.search(ahead))
        another = said.startswith("O") or (
            not lives and weight < _SURE and _OF_ANOTHER_THING.search(said) is not None
        )
        works = works or (not lives and _THING_THERE.search(ahead))
        works = works or (_FROM_THERE.match(after) and _COMES_FROM.search(ahead))
        works = works or (weight < _SURE and _SAID_OR_PLANNED.search(clause.text))
        others = sibling or another or works or _IN_A_NAME.match(after) or _OF_KIN.search(signed(ahead))
        implied = (weight <= _LIVING and not lives) or still or bool(others)
        at = (clause.start + start, clause.start + end)
        yield weight, Found("county", code, *at, implied=implied)


def _weight(clause: str, code: str, *, lives: bool) -> int:
    """Say how surely a place named in a clause is where the child is to go to school; 0 is not at all."""
    lives = lives or _LIVES.search(clause) is not None
    other = lives or _WORKS.search(clause) is not None
    if code == ELSEWHERE:
        return 0 if other else 1
    if ANY_OF in code:
        # A city names no county, unless it is all that is said.
        return 1
    if not other:
        return _SURE if _SCHOOL.search(clause) else 4
    return _LIVING if lives else 2

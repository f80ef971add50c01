"""Tells what is still spoken of, and whether a clause without a word for it goes on about home or hukou."""

import re
from collections.abc import Sequence

from ruxue_engine.understanding.places import Places
from ruxue_engine.understanding.residence.words import DENIED_PLACE, GOES_ON, NO_AFTER, SUBJECT, WAS
from ruxue_engine.understanding.told.people import signed

_LEAD = (
    r"(?:[都也就全是还才刚又]|现在|当[年初时]|一直|"
    r"后来|已经|位于|坐落|地址|不过|具体|其实|反正|目前|早就|本子?|系|由)*"
)
_WHEN = (
    r"(?:(?:[去前今]年|[\d一二三四五六七八九十]{1,3}年前|\d{2,4}年|"
    r"[一二三四五六七八九〇零]{2,4}年)?的?(?:[\d一二三四五六七八九十]{1,3}月份?)?(?:[\d一二三四五六七八九十]{1,3}[号日]?)?(?:年?底|"
    r"年?初)?)"
)
_PLACE = "\ue002"
# "李沧的", "在芝罘", "就在历下有一套".
_PLACE_ALONE = re.compile(
    rf"^{_LEAD}(?:落?在|属于|落的?|不在)?(?:{_PLACE}(?:那边|这边|老城区|市区)?|"
    rf"(?:[\u4e00-\u9fff]{{1,3}}(?:县|村|镇|老家)))"
    r"(?:区|市|县)?(?:的|里|那边|这边|户口|本地|有一?套|一套|了)*(?:[GK]家)?$|"
    # "历下泺源的", "在历下姚家街道"
    rf"^{_LEAD}(?:落?在)?{_PLACE}区?[^,租住上学工打买读开干做\d]{{2,6}}(?:的|街道|小区|花园|新村)$"
)
_LOCAL = re.compile(rf"^{_LEAD}(?:在)?(?:本地|当地|这边|市里|区里|外地|外省|老家|农村|村里)(?:的|户口|这)*$")
_MOVES = re.compile(
    rf"^{_LEAD}{_WHEN}{_LEAD}(?:从[^,]{{1,6}})?(?:才|刚|就|给|又|到[PC][^,]{{0,2}})*"
    r"(?:迁|落|转|挪|上)(?:户)?(?:到|"
    rf"来|过来|入|至|在|的|进|回)*"
)
_OWNER = re.compile(
    rf"^(?:{_LEAD}|登记|[上里]面|[写挂落记]|[在归用]|[的了着]|名字?|户名|产权|只有|[\s:])*[PCGK](?:(?:们|"
    rf"家)?(?:和|跟|与|、|还有)?[PCGK])*"
    r"(?:们|家|俩|[俩两二三四]个?人?|一个人|自己|单独|个人|前些年|前几年|当年|婚[前后]|[去前]年|早就?|"
    r"全款|贷款|按揭|\d+年)*"
    r"(?:名下?|的(?:了|房|名|呢)?$|的名|共有|所[有购买]|[买购继盖置]|有产权|$)"
)
_WITH = re.compile(
    rf"^C?{_LEAD}(?:[挂跟随落在靠放寄迁搁]|是跟)[在到回着的靠]*[PGK](?!(?:们)?(?:过|生活|住|长大|带|养|在|姓|挤))"
)
_MOVED_HERE = re.compile(
    rf"^(?:C|孩子|娃)?{_LEAD}{_WHEN}{_LEAD}(?:从[^,]{{1,6}})?迁[进过]?来(?![^,]*[吗么]$)"
)
_SETTLED_WITH = re.compile(r"^(?:[就都也]|是)*落(?:的|了|在|到|户)*[PGK](?:们)?(?:家|那|这|名下|本)")
_NOT_RENTED = re.compile(r"(?:不是?|没)(?:在)?租(?:的|房子?|着)*[呀啊]?$")
_NOW_BOUGHT = re.compile(
    rf"(?:现在|后来|如今|{_WHEN})*P?(?:自己)?买[上下]?了?|P(?:们|俩)?(?:自己)?(?:[也都还]|一直)*没买[上过]?"
)
_OWN_INSTEAD = re.compile(r"^(?:而?是|就)*P?(?:自己?家?|全款|按揭|贷款|花钱)*(?:买|P的|[家己]的)")
# "老公户口在这，我和孩子的还在老家"
_CHILDS = re.compile(r"^(?:PC?(?:和|跟|与))?C的(?:[还都仍是就]|一直|现在)*[在跟随落]")
_TO_COME = re.compile(r"[得要想]|打算|准备|才能|能不能|需")
_BOUGHT = re.compile(
    rf"^{_LEAD}{_WHEN}{_LEAD}(?:P(?:们)?)?{_LEAD}{_WHEN}(?:在{_PLACE}|[从跟找问向][^,]{{1,6}})?(?:全款|按揭|贷款|[掏花出拿]了?(?:钱|[^,]{{0,4}}万(?:块|元)?(?:多|来块)?))*买(?:断|了|的|下|"
    rf"上)(?!车|菜|保险|社保)"
)
# Who built a home is a kind of home, and does not tell whose it is.
_BUILT = re.compile(r"(?:都?是)?自己?家?[盖建起]")
# "小产权，公公掏的钱写的我的名"
_PAID_AND_WRITTEN = re.compile(r"[PCGK]+(?:们|俩)?[掏出付花](?:的|了)[^,]{0,3},?写(?:的|了|在)?[PCGK]+的?名")
_NONE_HERE = re.compile(r"^(?:这边|这里|本地|这儿)(?:也|都|还)?没有?(?:房)?$")
_GIVEN = re.compile(r"(?:(?:过户|判|过|转)(?:到|给)|过户)了?P")
# "写我跟他爸，证押银行了": nothing else has a name written on it.
_WRITTEN_ON_IT = re.compile(
    r"(?:[就都还]|上面)*写(?:的|了)?是?P|(?:[就都还也]|而)*(?:写(?:的|了|在)?)?不?是?[PCGK]+(?:们)?的名字?$|(?:现在|目前)?还是[PCGK]+(?:们)?名$"
)
_OF_PAPERS = re.compile(r"执照|备案|合同|租|居住证|社保|车|店|手机|电话|公司|户主|户口")
_OTHER_THINGS = re.compile(
    r"居住证|社保|保险|执照|上班|打工|工作|租|学校|幼儿园|小学|初中|离婚|备案|(?<!网签)(?<!购房)(?<!买房)合同"
)


def goes_on_about(subject: str, clause: str, places: Places) -> bool:
    """Whether it tells where the thing is, whose it is, or that it was moved or bought."""
    said = signed(clause)
    placed = _with_places_covered(clause, places)
    if _PLACE_ALONE.match(signed(placed)):
        return True
    if subject == "hukou":
        if _TO_COME.search(clause):
            return False
        moved = _MOVES.match(placed) and (_PLACE in placed or re.search(r"来|[PGK]", said))
        return bool(moved or _CHILDS.match(said) or _LOCAL.match(clause) or _WITH.match(said))
    if _BUILT.match(clause):
        return False
    lone = _OWNER.match(said)
    if lone and (len(lone[0]) == len(said) and re.match(r"^[PCGK]+$", said)):
        return False
    return bool(
        lone
        or _PAID_AND_WRITTEN.match(said)
        or _NOW_BOUGHT.fullmatch(said)
        or _BOUGHT.match(signed(placed))
        or _NONE_HERE.match(clause)
        or _GIVEN.search(said)
    )


def turns_to(subject: str, clause: str, before: str) -> str:
    """What a clause speaks of that names nothing, after what was spoken of before it.

    "迁来两年了" and "落他大姨家" are of a hukou, "是自己买的" after "不是租的" of a home.
    """
    if not subject and _NOW_BOUGHT.fullmatch(signed(clause)):
        return "home"
    if _NOT_RENTED.search(before) and _OWN_INSTEAD.match(signed(clause)):
        return "home"
    if _MOVED_HERE.match(clause) or (subject in ("", "hukou") and _SETTLED_WITH.match(signed(clause))):
        return "hukou"
    return "home" if not subject and goes_on_about_a_home(clause, before) else subject


def is_bought(clause: str) -> bool:
    """Whether a clause says that the guardians bought what was spoken of."""
    return _BOUGHT.match(signed(clause)) is not None


def goes_on_about_a_home(clause: str, before: str) -> bool:
    """Whether somebody is "written on it" and nothing else was named that has a name written on it."""
    return _WRITTEN_ON_IT.match(signed(clause)) is not None and not _OF_PAPERS.search(before)


def says_where_instead(clause: str, before: str, places: Places) -> bool:
    """Whether a clause only says where else the hukou is that the clause before it denied somewhere."""
    denied = any(
        subject["hukou"] and NO_AFTER.match(before[subject.end() :]) for subject in SUBJECT.finditer(before)
    )
    named = [place for place in places.find(clause) if not DENIED_PLACE.search(clause[: place.start])]
    return denied and bool(named) and GOES_ON.match(clause) is not None and not SUBJECT.search(clause)


def spoken_of(clause: str, mentioned: Sequence[str], before: str) -> str:
    """What the next clause may go on about: the thing named last, or what was spoken of before it."""
    rents = "租" in clause and not WAS.search(clause)
    if mentioned and not (mentioned[-1] == "home" and rents):
        return mentioned[-1]
    if not mentioned and re.search(r"集体户|户口[本簿]|户主|(?<!坐)落(?:户)?(?:在|到)", clause):
        return "hukou"
    if not mentioned and re.search(
        r"网签|(?:购|买|商品)房合同|期房|[四五七\d][十0]年(?:产权|那种)|住宅|商住|安置|首付|还贷|房贷|月供|楼(?![上下道])",
        clause,
    ):
        return "home"
    if mentioned or _OTHER_THINGS.search(clause):
        return ""
    return before


def _with_places_covered(clause: str, places: Places) -> str:
    for place in sorted(places.find(clause), key=lambda each: each.start, reverse=True):
        clause = f"{clause[: place.start]}{_PLACE}{clause[place.end :]}"
    return clause

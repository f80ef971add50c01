"""Reads with whom the child's hukou is."""

import re

from ruxue_engine.understanding.places import Places
from ruxue_engine.understanding.residence.words import SUBJECT
from ruxue_engine.understanding.told.people import ROLES, signed

_HUKOU = (
    r"(?:户口(?:本|簿|页)?|户籍|落户|户主|(?<=的)户(?=[在跟随和搁挂落])|(?<=[娃子C])"
    r"户(?=[在跟随和搁挂落])|(?<=[爷奶公婆姥姑舅叔姨伯爸妈]的)户(?=$|,)|^户(?=:)|立户|一个本|一本上)"
)
_WINDOW = 30
_ANY = re.compile(_HUKOU)
_WITH = r"(?:搁|归|跟着?|随着?|和|挂靠?|落|迁|转|上|到|进|入|回|在|寄|写|登记|是|户主|放|搭|给|依|与|同)"
_LED = r"(?:[:了的着在到于是给回进就也都还仍]|户主|户口本?|单独|一直|目前|现在|(?:[\ue000]+(?:区|市)?的?)|C)*"
_AT = (
    r"(?:们|俩|一家)?(?=家|那|这|[一同]本|[同一]户|名下|的?户|的?本|的名|一个|一起|一块|一家|同一|在一|手里|身上|"
    r"的?房|边|当户主|为户主|的?$|[、,了没走过呢还才又也都]|单独|另立|[上落](?=的|了|$)|的(?=$|在)|@|在[^,]{0,4}$|[去前今]年|[回搁]|落|迁|一致|\ue000|[PCGK])"
)
_BEHIND = re.compile(f"(?:{_WITH}|\ue000){_LED}(?P<who>[PGK]){_AT}")
_HEAD = re.compile(
    r"^(?:本)?(?:上)?(?:的)?(?:户主)?:?(?:是|就是|就|只有|写的?是?|叫)?(?P<who>[PGK])"
    r"(?:们)?(?:的)?(?=$|[,和一])"
)
# "跟爷爷一个户口本", "爷爷户口本上", "孩子和我一个本".
_AHEAD = re.compile(
    r"(?:(?:跟|随|和|与|同|在)(?:的)?(?P<who>[PGK])(?:们|家)?(?:的|在)?(?:一起的?|一个|同一个?|共用一?个?|[报上落]的)?|"
    r"(?P<head>[PGK])(?:们)?(?:就|才)?(?:是|当|做|为)(?=$)|(?P<theirs>[GK])(?:们)?(?:的|家|家的|名下的?)?)$"
)
_COLLECTIVE = re.compile(
    r"集体户|户口(?:是|挂在?|落在?|在)?[^,]{0,6}集体|集体的户|人才(?:市场|中心|交流|服务(?!卡))|公共户|"
    r"学校(?:的)?集体|公司集体|单位集体"
)
# "孩子也是婆婆本上的", "落在他姑姥爷本上": on whose page.
_ON_PAGE = re.compile(
    r"(?<!O的)(?<!不在)(?P<who>[PGK])(?:们)?(?:家|的|那个?)?(?:户口)?(?:这个本(?=$|,)|(?:本|簿子?)[上里](?![是写])(?=$|[,的了挂]|就?[^,]{0,4}$)|的本$)"
)
# "外孙女随姥姥落的户", "跟着姥姥户口的".
_FOLLOWS = re.compile(
    r"[跟随]着?(?P<who>[PGK])(?:们)?(?:一起|家)?(?:[落上报入][的了]?户(?:口|籍)?|的?户口)(?:的|了|$|[,])"
)
# "就孩子落在李沧姥姥家": no word for a hukou, and none for a home before it.
_SETTLES = re.compile(
    r"^(?:(?!房|楼|本|名下)[^,])*落(?:户)?(?:[在到的了]|户口)*(?:\ue000+区?的?)?(?P<who>[PGK])(?:们)?(?:家(?!房)|那|名下)"
)
_NOT_COLLECTIVE = re.compile(
    r"(?:不是|非)集体|集体户?口?(?:里|上)?(?:转|迁|挪|出)(?:走|出)|人才(?:市场|中心)(?:认|评|引)"
)
_OF_THE_SPEAKER = re.compile(r"我(?=[跟随和])")
_DENIED = re.compile(r"(?:不|没)(?:是|能|有)?(?:跟|随|和|在|落在?|挂在?|上)?(?:着)?$")
_TOGETHER = re.compile(
    r"户口[^,]{0,2}一家三口都?在一|一家三口(?:的)?(?:都|全|是)*(?:在)?一个(?:户口)?本|(?:[我俺咱]们?|P)[仨三](?:口|个)?(?:的)?户口(?:都|全|是)*在?(?:一起|一块|一个本)|(?:P和C|C和P|P跟C|C跟P)(?:的)?户口(?:[都是就]|一直)*在?(?:一起|一块|一个本|同一)"
)
_OWN_HUKOU = re.compile(r"^(?:P(?:们|俩)?(?:自己)?(?:的)?|PP的?|P和P的?|O.{0,4}|大人的?)$")

# "儿子是集体户", told by a grandmother, is of the child's father alone.
_ONE_PARENT_IS = re.compile(r"^P[也都]?是$")
_WE = re.compile(r"[我俺咱]")


def holder_told(clause: str, places: Places) -> str | None:
    """With whom the hukou is that a clause speaks of: the first that is named and not denied."""
    if _COLLECTIVE.search(clause) and not _NOT_COLLECTIVE.search(clause):
        owner = signed(clause[: _start(clause)])
        of_one = _ONE_PARENT_IS.match(owner) and not _WE.match(clause)
        return None if of_one or _OWN_HUKOU.match(owner) else "collective"
    clause = places.covered(clause)
    if _TOGETHER.search(signed(clause)):
        return "guardian"
    said = signed(clause)
    for told in (_ON_PAGE.search(said), _FOLLOWS.search(said), _SETTLES.search(said)):
        if told and not _DENIED.search(said[: told.start("who")]):
            return ROLES[told["who"]]
    for word in _ANY.finditer(clause):
        before, after = (
            signed(clause[max(0, word.start() - _WINDOW) : word.start()]),
            signed(_until_a_home(clause[word.end() : word.end() + _WINDOW])),
        )
        if _OWN_HUKOU.match(before):
            continue
        told = _behind(word[0], after)
        if told:
            return told
        speaker = _OF_THE_SPEAKER.match(clause) is not None and "C" not in before
        told = None if speaker else _ahead(word[0], before, after)
        if told:
            return told
    return None


def _ahead(word: str, before: str, after: str) -> str | None:
    """Who is named before the word for a hukou: "跟爷爷一个户口本", "太爷爷是户主"."""
    told = _AHEAD.search(before)
    if told is None or (told["head"] and word != "户主"):
        return None
    if told["theirs"] and word == "户口" and not re.match(r"上|里|名下|[,]|$", after):
        return None
    if _DENIED.search(before[: told.start()]) or before.startswith("O"):
        return None
    return ROLES[told["who"] or told["head"] or told["theirs"]]


def _until_a_home(after: str) -> str:
    """What is said of the hukou alone; "在爷爷房上" is still said of it."""
    other = next((each for each in SUBJECT.finditer(after) if each.lastgroup != "hukou"), None)
    return after[: other.start() + 1] if other else after


def _start(clause: str) -> int:
    word = re.search(r"户口|集体|人才|公共户|单位|公司|学校", clause)
    return word.start() if word else 0


def _behind(word: str, after: str) -> str | None:
    heads = word == "户主" or "本" in word
    if heads and (told := _HEAD.match(after)):
        return ROLES[told["who"]]
    for told in _BEHIND.finditer(after):
        ahead = after[: told.start("who")]
        if not _DENIED.search(ahead) and not re.search(r"(?:不|没)(?:跟|随|和|在)[^,]?$", ahead):
            return ROLES[told["who"]]
    return None

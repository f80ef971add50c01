"""Cuts a message into passages: each is what is said of one thing: the permit, the home, the work."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ruxue_engine.understanding.text import Clause, clauses
from ruxue_engine.understanding.told.subject import of_others

_SUBJECTS = (
    ("permit", r"(?<!港澳居民)(?<!台湾居民)居住证(?!明)|居住卡|暂住证(?!换)"),
    (
        "insurance",
        (
            r"社会保险|社保(?!局|卡|所)|(?<=[交缴上])保险|养老保险|职工保险|五险一?金?|"
            "参(?:了|的|上)?保(?!险)|保险(?=是?[^,]{0,4}[交缴上])"
        ),
    ),
    (
        "licence",
        r"(?:个体)?(?:工商户?)?营?业?(?<!驾驶)(?<!医师)执照|无照|证照齐全|(?:(?<=有)|(?<=[拿办领]的)|(?<=[拿办领]))照(?!片|相|顾|常|样|旧)|照(?=(?:也|都|还)?没[办有])",
    ),
    (
        "lease",
        (
            r"(?<!网签)(?:租赁|租房)?(?:登记)?备(?:过|了|上|的)?案|(?<![准具设配])备(?=了(?:$|,)|"
            r"[上好](?:$|,|了)|的(?:$|,)|了(?:[^,]{1,6}月|[^,]{1,4}年))|备(?=不[了上成]案?|不成)|没备(?:成|"
            r"上)?(?=$|"
            r"[,的了])|租赁(?!住?房)(?:合同|登记)?|(?<!租)赁(?:(?:的|了|着|住)?(?:个|套)?房子?|[了着的住])|(?<![公廉]租)房租|[交付缴][着了]?[^,]{0,3}租(?:金|子|(?=$|,))|租金(?=[^,]{0,4}[交付])|(?<![公廉])租(?!金|售|赁)(?:(?:的|了|着|住)?(?:个|"
            r"套)?房子?(?!合同|备案))?|(?<![原旧])房东"
        ),
    ),
    (
        "hukou",
        r"户口(?:本|簿|页)?|户籍|落户|立户|户主|集体户|(?<=[日月年])落的(?=$|,)|落[的上了下过]*(?=户)|落(?:在|到)(?=\ue000)",
    ),
    (
        "deed",
        r"不动产(?:权?证|登记)|房产证|房本|产权证|权属证书|(?<!房)产证|房照|大红本|证下来|(?<=[出下办拿]的)本(?=$|[,，])|(?<=[年月日号初底]的)证(?=$|[,，写押在])|(?<![\u4e00-\u9fff])证(?=(?:[是就也都倒]|写[^,]{1,4}?)*(?:\d\d|[去前今]年|[〇零一二三四五六七八九十]{2,4}年|在|押|当[月年]|刚|才))|(?<=[拿下办手]的)证(?=$|[,，])|本子?(?=抵押|押在|在[银建工农]行)|(?<![住婚业件疾生执保离军烈])证(?=在银行|抵押|押着?|当[月年]|(?:也|都|早|就)*下来)|[拿办](?:到|了|的|下)?证(?![明件书])|下证",
    ),
    (
        "contract",
        (
            r"购房合同|买房合同|预售合同|商品房合同|认购书|网签(?:备案)?(?:合同)?|合同备案|期房|"
            r"交(?:了|的|过|完)?房|收(?:了|的|过)?[房楼]|[拿交](?:了|的|到)?钥匙|钥匙(?=[^,]{0,6}(?:给|到手|拿|交|发))|"
            r"签(?:了|的)合同|(?<![租动务工房赁])合同(?!工|备案)(?=[^,没]{0,4}(?:\d|[一二去前今][^,]?年))"
        ),
    ),
    (
        "home",
        (
            r"学区房|小产权|(?<!人才)公寓|loft|住房|住宅|房产|新房|二手房|老房|"
            r"买(?:了|的|过)?(?:一?套|个)?(?:小|二手|新)?(?:房子?|楼(?![上下道层]))|房子|过(?:的|了|完)?户|"
            r"(?<![公廉楼厨库机银票商租])房(?!东|贷|屋中介|价|租|间)"
        ),
    ),
    (
        "work",
        (
            r"上班|打工|务工|工作|单位(?![^,]{0,8}(?:给|参|交|缴)(?:我们?|俺)?(?:参|交|缴|上|买|办))"
            r"(?!(?:一直|都|也|在|就|没|不|给|我们?|俺|她|他)*(?:交|缴|上|买|代|办|给))|开店|做生意|做买卖"
        ),
    ),
    ("child", r"出生|生日|生的|生人|年生|月生|[日号]生"),
)
_ANCHOR = re.compile("|".join(f"(?P<{name}>{words})" for name, words in _SUBJECTS))
# Words that belong to what comes after them.
_OPENS = re.compile(
    r"(?:(?:还?没有?|不)(?:给|让|能)?(?:我们?|俺)?(?:办|交|缴|买|租|去|给|上|参)?|未(?:办|交)?|"
    r"也?没(?:有|办|交)?|就?(?:有|剩)?一[个张]|只有|光有|有|交了?|缴了?|办了?|买了?|我们?|孩子的?|娃的?|和|"
    r"跟|还有|但|但是|而且|然后|"
    r"现在|又|在)+$"
)
_ONLY_WHEN = re.compile(
    r"(?:大概|大约|是|在)?(?:去年|前年|今年|\d{2,4}年|"
    r"上个月)[\d一二三四五六七八九十年月日号份底初]*(?:的时候)?"
)
_WHEN_RENTED = re.compile(
    r"(?:是|也是|从|打)?(?:去年|前年|今年|\d{2,4}年)[^,办拿买交过]{0,8}?(?:开始|才|刚|就)?"
)
_SAYS = frozenset({"有", "没有", "没", "没办", "没交"})
_SAYS_TOO = re.compile(r"(?:我们?|俺们?)?(?:也|都|还|倒)?(?:是)?(?:有|没)")
_NOTHING_LEFT = re.compile(r"(?:我们?|俩|夫妻|他爸|老公|媳妇|都|也|倒|是){1,4}")
_JOINTS = re.compile(
    r"然后|但是|不过|而且|另外|还有就是|就是说|可是|只是|结果|后来|之后|所以|因为|"
    r"(?<!到)现在(?=[^,]{0,3}(?:租|住|没))"
)
# A clause without a subject of its own goes on with the one before, unless it turns to other things.
_TURNS = re.compile(
    r"^(?:那|另外|对了|再说|我想|想问|请问|问一?下)|"
    r"^(?:[我俺]?(?:孩子|娃|闺女|女儿|儿子|老[大二三]|大的|小的))(?![爸妈他她])|"
    r"^[他她](?:家|们)?(?:孩子|娃)|店|摊|厂子?是|学(?!校给)|年级|幼儿园|岁|属[鼠牛虎兔龙蛇马羊猴鸡狗猪]|"
    r"婚|离了|姑|姨|舅|叔|婶|侄|邻居|同事|"
    r"不干了|不开了|歇业|能不能|(?:能|该|想|准备|要)上|上初|报名|怎么|咋(?!都)|[吗么]$"
)


_SHORT, _LONGER = 3, 4
_PAPERS = frozenset({"permit", "insurance", "licence"})
_BARE = re.compile(
    r"(?:和|跟|与|及|还有|以及|加上|连|、|我|俺|们|俩|的|孩子妈?|她|他|爸|妈|老公|媳妇|喂|你好|您好|合同|"
    r"证明?|纳税|登记|那个|这个|这些|"
    r"手续|材料|什么|啥|[ ])*"
)
_AND = re.compile(r"[和跟与及、 ]|还有|以及|加上")


class Passage(NamedTuple):
    """What is said of one subject: the word for it, what stands around it, and the whole clause.

    `also` are the subjects named right before it with nothing said of them alone ("居住证和社保都有");
    `others` says that it is somebody else's ("我小叔子有执照,也有居住证").
    """

    subject: str
    before: str
    word: str
    after: str
    clause: str
    start: int
    also: tuple[str, ...] = ()
    others: bool = False

    @property
    def text(self) -> str:
        """The passage as it was written."""
        return f"{self.before}{self.word}{self.after}"


def passages(text: str) -> list[Passage]:
    """Cut a narrowed message at its subjects; a clause without one goes on with the subject before it."""
    found: list[Passage] = []
    when: Clause | None = None
    for each in pieces(text):
        # "去年三月,我去把居住证办了": a day by itself at the beginning belongs to what follows.
        clause = each if when is None else Clause(text[when.start : each.start + len(each.text)], when.start)
        when = clause if not found and _ONLY_WHEN.fullmatch(clause.text) else None
        here = list(_cut(clause))
        if not here and found and not _TURNS.search(clause.text):
            last = found[-1]
            here = [Passage(last.subject, "", "", clause.text, clause.text, clause.start)]
        for place, passage in enumerate(here):
            said = here[:place] or found
            goes_on = bool(said) and said[-1].others and passage.before.startswith(("也", "还有"))
            here[place] = passage._replace(
                subject=_what(passage, said), others=goes_on or of_others(passage.before, passage.after)
            )
        if here and found and found[-1].subject == "lease" and here[0].word == "合同备案":
            here[0] = here[0]._replace(subject="lease")
        found += here
    return _joined(text, found)


def _what(passage: Passage, said: Sequence[Passage]) -> str:
    """What a paper is that is only called so ("证", "合同"): that of the thing spoken of last."""
    last = said[-1].subject if said else ""
    if passage.word.endswith("证") and len(passage.word) <= _SHORT and last == "permit":
        return last
    called_so = passage.word.endswith("合同") and len(passage.word) <= _LONGER
    if called_so and (last == "lease" or "租" in passage.before):
        # "以前租房，现在买了，去年签的合同"
        return "contract" if any("买" in each.text for each in said[-3:]) else "lease"
    return passage.subject


def of_subject(found: Iterable[Passage], *subjects: str) -> Iterator[Passage]:
    """The passages about some subjects, also where they share what is said."""
    for passage in found:
        if passage.subject in subjects:
            yield passage
        for each in passage.also:
            if each in subjects:
                yield passage._replace(subject=each)


def _joined(text: str, found: Sequence[Passage]) -> list[Passage]:
    """Let papers that are only listed share what is said of the last one, or of the first."""
    joined: list[Passage] = []
    for passage in found:
        last = joined[-1] if joined else None
        if last is None or not _listed(last) or not passage.word:
            joined.append(passage)
        elif _bare(text, last, passage):
            joined[-1] = passage._replace(also=(*last.also, last.subject))
        elif _listed(passage) and not passage.after and _AND.fullmatch(f"{last.after}{passage.before}"):
            joined[-1] = last._replace(also=(*last.also, passage.subject))
        else:
            joined.append(passage)
    return joined


def _listed(passage: Passage) -> bool:
    """Whether it is a paper named by itself; "租着房" says something already."""
    return passage.subject in _PAPERS or (passage.subject == "lease" and passage.word.endswith(("案", "同")))


def _bare(text: str, last: Passage, passage: Passage) -> bool:
    """Whether nothing is said of a thing but that it is listed with the next."""
    between = text[last.start + len(last.text) : passage.start]
    said = (last.before, last.after, passage.before)
    return not between.strip("、 ") and all(_BARE.fullmatch(each) for each in said)


def pieces(text: str) -> Iterator[Clause]:
    """The clauses of a message, cut also at the words that join them in speech."""
    for clause in clauses(text):
        start = 0
        for joint in _JOINTS.finditer(clause.text):
            if joint.start() > start:
                yield Clause(clause.text[start : joint.start()], clause.start + start)
            start = joint.start() if joint.group() == "现在" else joint.end()
        if start < len(clause.text):
            yield Clause(clause.text[start:], clause.start + start)


def _cut(clause: Clause) -> Iterator[Passage]:
    anchors = list(_ANCHOR.finditer(clause.text))
    begin = 0
    for place, anchor in enumerate(anchors):
        last = place + 1 == len(anchors)
        if not last and anchors[place + 1].lastgroup == anchor.lastgroup:
            continue
        until = len(clause.text) if last else anchors[place + 1].start()
        between = clause.text[anchor.end() : until]
        if not last:
            opening = _OPENS.search(between)
            opening = None if opening and _NOTHING_LEFT.fullmatch(between[: opening.start()]) else opening
            if between in _SAYS and _SAYS_TOO.match(clause.text, anchors[place + 1].end()):
                # "居住证有社保也有": each has its own word.
                opening = None
            until -= len(opening.group()) if opening else 0
            # "去年五月办的执照今年才交社保": what was told before the first word needs nothing after it.
            told_before = clause.text[begin : anchor.start()].endswith("的") and not opening
            # "房子是去年暑假租的": a day alone belongs to the renting that follows.
            if told_before or (anchors[place + 1].lastgroup == "lease" and _WHEN_RENTED.fullmatch(between)):
                until = anchor.end()
        yield Passage(
            str(anchor.lastgroup),
            clause.text[begin : anchor.start()],
            anchor.group(),
            clause.text[anchor.end() : until],
            clause.text,
            clause.start + begin,
        )
        begin = until

"""Finds which paper a family has for its home: the deed, a contract, or none."""

import re
from collections.abc import Iterator, Sequence

from ruxue_engine.understanding.found import Found
from ruxue_engine.understanding.text import Clause
from ruxue_engine.understanding.told.doubt import asked
from ruxue_engine.understanding.told.people import signed

_NAMED = r"(?:不动产权?证|房?产证|房本|产权证|权属证书|房照|(?<!无)房证(?!明)|大?红本(?!子))"
# By itself, "证" may be of anything.
_BARE = (
    r"(?:(?<![住婚领份地基业件疾生执保离军烈证乡胞康格师学位官行才荣役员考])证(?![明件据书]|也行)|红本子|(?<![户口课基书账])本子?(?=$|"
    r"[,的也还都没抵押一影]|在(?:[银建工农]行|手)))"
)
_DEED = f"(?:{_NAMED}|{_BARE})书?"
_ANY_DEED = re.compile(_DEED)
_IS_NAMED = re.compile(_NAMED)
_STILL = (
    r"(?:[:\s]|到今天|也|都|还|更|就|一直|到现在|暂时|压根|迟迟|至今|现在|目前|肯定|得等|要等|就是|咱|我们?|"
    r"P|这块|这个|的话|总|老|"
    r"开发商|O)*"
)
_NO_VERB = r"(?:给|办|拿|下|发|有|出|来得及|理|到|下来|出来|能|法|办法|领|批)"
_NOT_BEFORE = re.compile(
    rf"(?:没有?|未|无|没能|没法|没办法|不能|不|不给|不让)(?:P|C)?{_NO_VERB}*(?:过|了|"
    rf"着)?(?:什么|啥|个)?(?:的)?$|"
    r"(?:办|拿|下|出)不(?:了|出|到|下来?)(?:来)?$|等(?:着)?(?:办|拿|领)?$|(?:正在?|还在|在)"
    r"(?:办|走|跑)(?:理)?$|就差(?:个|一个)?$"
)
_NOT_AFTER = re.compile(
    rf"^{_STILL}(?:(?:没有?|未)(?:给|能|法|办法|来得及)?(?:下|办|拿|发|出|到手|有|批|领|弄|$|[,呢啊了哈])|"
    r"不(?:给|能|让)?(?:办|下|发|出)|(?:办|拿|下|出|批)不(?:了|出|到|下|来)|(?:得|要|在)?等|(?:说|答应|讲)[^,没了]{0,6}(?:给|下|办|才)|(?:得|要)(?:到)?(?:[明后]年|年底|下个?月|\d)|"
    r"(?:正)?在(?:办|走|弄)|无$|遥遥无期|没影|影子?都?没|一拖再拖|拖|没动静|没消息|没着落|暂缺|尚未|未|缺|"
    r"没(?:有)?$|[^,没]{0,6}排队)|^[^,没不]{0,8}没(?:有)?(?:办|拿|发)?(?:下来|到手|拿到)"
)
_TO_COME = re.compile(r"^(?:得|要)[^,]{0,5}才|^[^,没]{0,8}(?<!不)(?<!才)能(?:下来|办|拿)|^(?:正)?在办")
_GETS = re.compile(
    r"(?:有|拿(?:到|了|着)?|办(?:了|好|下来?|完|到)?|领(?:到|了)?|出了?|下了?|是|换(?:了|好|的)?(?:新)?|取得|(?:年|月|[日号]|初|底)的?)(?:的|了)?$"
)
_HAD = re.compile(
    rf"^{_STILL}(?:上|早就?|已经?|是|刚|才|在|倒|就|当[年月天时]|同一?[年月]|倒是|[去前今]年|\d+(?:年|月份?|[日号])|"
    rf"[一二三四五六七八九十]{{1,2}}月份?)*(?:有(?!没有)|下来|"
    rf"办(?!不)|拿(?!不)|写|"
    rf"名字|的?名|登记|齐|到手|"
    r"[^,没不]{0,6}[年月日号]的?$|发了|领|押|抵押|在银行|在手|在我手|在P|在家|在抽屉|锁|收着|[^,没不]{0,12}[出发办领](?:了|的)(?:$|[,])|已[^,没不未]{0,3}办|只有|占|出来|满|换|上?[^,没不]{0,3}[PCGK]+(?:俩|们)?的?名|[^,没不]{0,10}发的新证|\d{4}[.-]\d)"
)
# Only what papers there are is meant by these: what is to be brought, copied, lost, or another's.
_ONLY_SPOKEN_OF = re.compile(
    r"(?:要|需|带|看|查|凭|问|不肯出|不肯拿|拿出|不出|提交|上传|交|补|审|认|拍|传|丢|光|加|不算|用|按|O的?|原件|复印)[^,]{0,3}$"
)
_ONLY_SPOKEN_OF_AFTER = re.compile(
    r"^[^,]{0,4}(?:丢|补办|原件|复印|扫描|照片|上传|怎么|咋|要|需|(?<![银建工农商])行|能|可以|算|号|"
    r"满多)"
)
_TAKEN = re.compile(r"[拿发领办]的证|下证了|领证了|证(?:也|都|早就?)?(?:下来|办下来|到手)了")
_CONTRACT = re.compile(
    r"(?:购房|买房|预售|商品房|认购|网签)(?:备案)?的?(?:买卖)?合同(?!备?案?(?:要|需|怎|能|可|行|算))|认购书|"
    r"网签(?:了|过|好|备案了?|合同|的)|已网签|(?:只有|就|有)(?:个|了)?网签|(?:拿|手里|剩)[^,没]{0,5}合同|合同(?:在(?!哪)|摞|攥|捏|压)|合同(?=[^,没]{0,3}(?:\d\d|[去前今]年))|(?:只有|签了|签的|收据和|拿到|就(?:一张|个)?)(?:个|了)?(?:.{0,4})合同|"
    r"期房|合同(?:也|是|都|早|刚|倒是)*(?:有|(?:拿)?到手|在手|拿(?:到)?了|[^,没]{0,10}(?:签|备案)(?:好)?(?:了|的|过))|没交房|未交房|"
    r"还没(?:收|交)房|买卖合同|有(?:份|个|备案的?)?合同"
)
_LEASED = re.compile(r"租|劳动|务工|用工")
_BOUGHT = re.compile(r"买|购|网签|期房|[交收]房|房本|楼盘|房贷|烂尾")
_RENTED = re.compile(r"租[^,]{0,2}房子?|房东|房租")
_NO_CONTRACT = re.compile(r"(?:没有?|无)(?:个|什么|啥)?合同")
_HOME = re.compile(
    r"房|公寓|loft|宅|[那这一]套|买[了下](?=$|,)|楼|商住|安置|产权|名下|写我|[写落]的?我|共有|[占各][^,]{0,4}(?:成|分之|半)|%|百分之|一半|开发商|入住|业主|小产权|过户|网签|证没下来",
    re.IGNORECASE,
)
_WINDOW = 30
_WAS = re.compile(r"以前|原来|之前|原先|当初")


def home_papers(stated: Sequence[Clause]) -> Iterator[Found]:
    """Find `home_paper`: a contract goes before a missing deed, and what was once missing does not count."""
    told: dict[str, Found] = {}
    whole = ",".join(clause.text for clause in stated)
    of_home = _HOME.search(_RENTED.sub("", whole)) is not None
    leased = _LEASED.search(whole) is not None and not _BOUGHT.search(whole)
    # "复婚了，红本本刚换": the red paper of a marriage.
    of_marriage = not of_home and "婚" in whole
    for clause in stated if not of_marriage else ():
        at = (clause.start, clause.start + len(clause.text))
        of_contract = _CONTRACT.search(clause.text) and not _NO_CONTRACT.search(clause.text)
        if of_contract and not asked(clause.text) and not leased:
            told["contract"] = Found("home_paper", "contract", *at)
        paper = _deed(clause.text, of_home=of_home)
        if paper and not (paper == "none" and _WAS.search(clause.text)):
            told[paper] = Found("home_paper", paper, *at)
    had, missing = told.get("deed"), told.get("none")
    if had and (missing is None or missing.start < had.start):
        yield had
    elif "contract" in told or missing:
        yield told.get("contract") or told["none"]


def _deed(clause: str, *, of_home: bool) -> str | None:
    """Whether a clause tells that there is a deed or that there is none."""
    said = signed(clause)
    if asked(clause):
        return None
    for word in _ANY_DEED.finditer(said):
        named = _IS_NAMED.match(word[0]) is not None
        if not named and not of_home:
            continue
        before = said[max(0, word.start() - _WINDOW) : word.start()]
        after = said[word.end() : word.end() + _WINDOW]
        if _NOT_BEFORE.search(before) or _NOT_AFTER.match(after) or _TO_COME.match(after):
            return "none"
        if _ONLY_SPOKEN_OF.search(before) or _ONLY_SPOKEN_OF_AFTER.match(after):
            continue
        if named or _GETS.search(before) or _HAD.match(after):
            return "deed"
    return "deed" if of_home and _TAKEN.search(said) else None

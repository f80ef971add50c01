"""The words that tell of a hukou and of a home."""

import re

from ruxue_engine.understanding.told.people import GRAND, KIN

SUBJECT = re.compile(
    r"(?P<hukou>户口(?!本(?!地)|页|簿)|户籍|落户|户(?=[在跟随也都]))|"
    r"(?P<home>(?:没|未|没有|无|有)?(?:买|租)(?:了|的|着)?(?:套|个)?房子?|房子|住房|房产(?!证)|"
    r"学区房|住的地方|房(?:本|产证)上?(?=没?写|是我|的?名)|(?:全款|按揭|贷款)买的?|(?<!人才)公寓|"
    r"小产权房?|loft|老?宅子|宅基地|住宅(?!性质|用途)|住宅(?!性质|用途)|"
    r"(?<![公廉楼厨库机银票商购])房(?!东|产证|本|贷|屋中介|价|租))",
    re.IGNORECASE,
)
JOINED = re.compile(r"^[、\s]*(?:和|跟|与|还有|以及|连|,)?\s*(?:我们?|家里?的?|孩子的?)?$")
SAYS_BY_ITSELF = re.compile(r"没|未|无|有|买|租")
PAIRS = re.compile(
    r"(?P<house>有|无|没|没有)房(?:子)?(?:也|又)?(?P<hukou>有|无|没|没有)户口?|"
    r"(?P<hukou2>有|无|没|没有)户口?(?:也|又)?(?P<house2>有|无|没|没有)房"
)
AGREE = re.compile(r"房户一致|户房一致|三一致|房子?户口一致|人户一致")
OLD_OWNS = re.compile(f"(?<!不在){GRAND}(?:们)?的?名下")
_OLD_BEFORE = re.compile(f"{GRAND}(?:们)?(?:名下)?(?:家)?的?(?:老)?$")
# "姥姥在历下有房"
OLD_HAS = re.compile(f"{GRAND}(?:们)?(?:家)?(?:在[^,]{{0,5}})?(?:也|都|倒)?有(?:一?套)?$")
KIN_HAS = re.compile(f"{KIN}(?:们)?(?:家|名下)?的?(?:老)?$")
_KIN_AFTER = re.compile(
    "^(?:不是我的)?(?:也|都|呢)?(?:是|在|写的?是?|都是|登记在|挂在)(?:我|我们|孩子|他|她|"
    f"娃)?(?:的)?{KIN}(?:家|名下)?的?|{KIN}(?:们)?(?:名下|的名字?)"
)
_OLD_AFTER = re.compile(GRAND)
_NOT_THEIRS = re.compile(r"^(?:都|也)?不是")
OWN = re.compile(
    r"我(?:们|俩)?(?:的|名下|自己|买|和|跟|与)|自己|夫妻|两口子|我俩|老公(?!房)|媳妇|爱人|对象|"
    r"爸爸名下|妈妈名下|继[父母]|[他她]爸|[他她]妈|孩子[爸妈]|我名|"
    r"^(?:也|都|是|归|写)*(?:爸爸?|妈妈?)的|前[夫妻]|"
    r"写(?:的|了|着)?(?:[他她])?(?:爸爸?|妈妈?|老公|媳妇|对象)|"
    r"写(?:的|了)?(?:我|孩子|娃)(?!爷|奶|姥|舅|姑|叔|伯)"
)
NO_BEFORE = re.compile(r"(?:没有?|无|不是|非|未|没在)(?:[^有在,]{0,5})$(?<!下来)(?<!办)(?<!证)")
NO_AFTER = re.compile(
    r"^(?:都|也|还|暂时|目前|并|一直|迟迟)?(?:不在|没在|没有|没迁|没过来|没挪|没落|没上|没转|"
    r"(?:没|没有)(?=$|[,了呢啊])|迁不|落不|不是|不属于)"
)
RENTED = re.compile(r"租")
# "那租房要备案吗" asks of the rule, and does not say that this family rents.
RULE_OF_RENT = re.compile(
    r"^那?么?租(?:房|的)?子?的?[^我俺咱]{0,8}(?:要|用|能|可以|算|行|得|该)[^我俺咱]{0,10}(?:[吗么呢不吧]|怎么样?|多久)[?？]?$"
)
# "租了亲戚的房子"
RENTED_OF = re.compile(r"租[^,]{0,2}$|租(?:了|的)?[^,]{1,4}的$")
BOTH = re.compile(r"^(?:都|全都?|也都?|倒|倒是)?(?:有(?=$|[,的了啊呀])|齐|是本地|没问题)|^(?:都|全都?)在$")
HAS = re.compile(r"(?:有|买)(?:了|的|过)?(?:一?套|个|间)?[^,没不租住在]{0,5}$")
BOUGHT = re.compile(r"^[^,没]{0,8}(?<!没)(?<!别人)买(?:的|了|下|给|$)")
HERE_NOW = re.compile(
    r"在(?:我|咱|俺)?(?:们)?(?:这|本)(?=$|[,了呢边里儿村块])|^(?:是)?本地|市里|"
    r"^[^,没不未]{0,8}(?:迁|落|转|进)过?来"
)
# "户口不在历下,在芝罘": the second clause still speaks of the hukou.
GOES_ON = re.compile(r"^(?:而?是|就?在|落在|迁在)")
MOVES = re.compile(
    r"^(?:现在|后来|又|已经|去年|今年|前年|刚|才|都|[\d一二三四五六七八九十]+月)*(?:迁|落|转)(?:到|"
    r"来|过来|入|至|在)"
)
DENIED_PLACE = re.compile(r"(?:不在|没在|不是|不属于)$")
ANOTHER_PLACE = re.compile(r"^(?:都|还|也|是)?(?:落)?在(?!本|这|咱|我)[\u4e00-\u9fff]{1,3}[县市省旗镇]")
GUEST_OF_KIN = re.compile(f"(?:借住|寄住|暂住)(?:在)?(?:我)?{KIN}家?")
GUEST_OF_OLD = re.compile(f"(?:借住|寄住|暂住)(?:在)?(?:我)?{GRAND}家?")
# "姥姥家在历下": where a hukou that is with them is.
THEIR_PLACE = re.compile(f"^(?:{GRAND}|{KIN})(?:们)?(?:家|的房子?|那边)?(?:就|也|都)?(?:是)?在$")
MOVED_TO = re.compile(r"(?:迁|落|转)(?:户口)?(?:到|至|入|来|进|过来)(?:了)?(?:我们?)?$")
# "我们是外地的"
FROM_ELSEWHERE = re.compile(
    r"(?:^|我们?|俺们?|咱们?|孩子|都|全家|一家)(?:都|全)?(?:是)?外(?:地|省|市)(?:过来|来|的(?!户)|人|"
    r"来的|户口|哩)"
)
# The hukou of a guardian alone, or what kind it is, does not tell where the child's is.
OTHERS_HUKOU = re.compile(
    r"(?:^|[^们家孩子娃跟和])(?:我|俺|老公|媳妇|[他她]爸|[他她]妈|孩子[爸妈]|我和[他她孩子]+[爸妈]|"
    r"(?:我们?)?(?:俩|两口子|夫妻俩?)|大人)(?:的|自己的?)?$|农业$|农村$|"
    r"(?:^|,)[我俺]是(?:外地|农村|本地)的?$"
)
# "…,都在历下": of everything named before.
TOGETHER = re.compile(r"(?:都|全|均)(?:是)?在?(?:了)?$")
TRANSFERRED = re.compile(r"过户(?:到|给)(?:了)?我|转到(?:了)?我|改成(?:了)?我|变更到(?:了)?我")
NONE_HERE = re.compile(r"^(?:这边|这里|本地|这儿)(?:也|都|还)?没有?(?:房)?$")
TAKEN_BACK = re.compile(
    r"^(?:哦|噢|啊|额|呃|唉)?(?:不对|不是|说错了?|错了|打错了?|写错了?|我说错了|口误|"
    r"更正(?:一下)?)[啊哦呢吧]?$"
)
BOUGHT_ALONE = re.compile(r"^(?:我们?|现在|后来|已经|又|刚|去年|前年|今年|都)*(?:全款)?买(?:了|的)")
OWNER_ALONE = re.compile(
    f"^写的?(?:孩子|娃|我们?|我俩)(?:的)?名字?$|^写的?(?:[我他她孩子]*)(?:{GRAND}|{KIN})$|^(?:都?是|"
    "写的?是?|登记在|在|不过是|但是?)?(?:我(?:们|俩|"
    f"和|跟)?|孩子|他|她|俺)?(?:{GRAND}|{KIN}|爸爸?|妈妈?|老公|"
    "媳妇|爱人|夫妻|自己)?(?:们|俩|我)?(?:的?名下?|的名字?|的)的?(?:了|呢|房)?$"
)


def kin_in(before: str, after: str) -> bool:
    """Whether the words around a home tell that it is a relative's."""
    return KIN_HAS.search(before) is not None or _KIN_AFTER.search(after) is not None


def old_in(before: str, after: str) -> bool:
    """Whether the words around a home tell that it is a grandparent's."""
    if _OLD_BEFORE.search(before) or OLD_HAS.search(before):
        return True
    return _OLD_AFTER.search(after) is not None and not _NOT_THEIRS.match(after)

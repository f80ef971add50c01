"""The words that tell of a hukou and of a home."""

import re

from ruxue_engine.understanding.told.people import ANYBODY

SUBJECT = re.compile(
    r"(?P<hukou>户口(?!本(?!地|上?[是写](?!我|他|她|爷|奶))|页|簿)|户籍|落户|"
    r"(?<![租住开装入迁各散账客用窗门个农大困单商业住过贫特])户(?=[在跟随也都])|"
    r"(?<=的)户(?=$|,))|"
    r"(?P<paper>房产证书?|房本|不动产权?证书?|产权证书?|产权(?!房|式)(?=[^年,])|房证|房照|大?红本(?!子)|"
    r"房主|房产证?持有人|产权人)|"
    r"(?P<home>(?:没|未|没有|无|有)?(?:买|租)(?:了|的|着|过)?(?:套|个)?房子?|房子|住房|房产|"
    r"学区房|住的地方|(?:全款|按揭|贷款)买的?|(?<!人才)公寓|"
    r"小产权房?|loft|[老旧]?宅子|宅基地|住宅(?!性质|用途)|(?<=有)(?:一?套)?(?:小|大)?[一两二三四]居室?|"
    r"(?<![公廉楼厨库机银票商购病产])房(?!东|产证|本|贷|屋中介|价|租|地产|间|管|龄|票|主|证|照|都没有人))",
    re.IGNORECASE,
)
JOINED = re.compile(r"^[、\s]*(?:和|跟|与|还有|以及|连|,)?\s*(?:我们?|家里?的?|孩子的?)?$")
SAYS_BY_ITSELF = re.compile(r"没|未|无|有|买|租|全款|按揭|贷款")
PAIRS = re.compile(
    r"(?P<house>有|无|没|没有)房(?:子)?(?:也|又)?(?P<hukou>有|无|没|没有)户口?|"
    r"(?P<hukou2>有|无|没|没有)户口?(?:也|又)?(?P<house2>有|无|没|没有)房"
)
AGREE = re.compile(r"房户一致|户房一致|三一致|房子?户口一致|人户一致")
NO_BEFORE = re.compile(r"(?:没有?|无|不是|非|未|没在)(?:[^有在,]{0,5})$(?<!下来)(?<!办)(?<!证)")
NO_AFTER = re.compile(
    r"^(?:[写说填弄]错了?)?(?:都|也|还|暂时|目前|并|一直|迟迟|现在|到现在|始终)*(?:不在|没在|"
    r"没有|没迁|没过来|没挪|没落|没上|没转|"
    r"(?:没|没有)(?=$|[,了呢啊])|迁不|落不|不是|不属于|不随|不归)"
)
RENTED = re.compile(r"租")
# "那租房要备案吗" asks of the rule, and does not say that this family rents.
RULE_OF_RENT = re.compile(
    r"^那?么?租(?:房|的)?子?的?[^我俺咱]{0,8}(?:要|用|能|可以|算|行|得|该)"
    r"[^我俺咱]{0,10}(?:[吗么呢不吧]|怎么样?|多久)[?？]?$"
)
# "租了亲戚的房子"
RENTED_OF = re.compile(r"租[^,]{0,2}$|租(?:了|的)?[^,]{1,4}的$")
BOTH = re.compile(
    r"^(?:都|全都?|也都?|倒|倒是|是)?(?:有(?!没有)(?=$|[,的了啊呀])|齐|是本地|没问题)|^(?:都|全都?)在$"
)
HERE_NOW = re.compile(
    r"在(?:我|咱|俺|P)?(?:们)?(?:这|本)(?=$|[,了呢边里儿村块])|^(?:是)?[本当]地|市里|"
    r"^[^,没不未]{0,8}(?:迁|落|转|进)[过回进]?来"
)
# "户口不在历下,在芝罘": the second clause still speaks of the hukou.
GOES_ON = re.compile(r"^(?:而?是|就?在|落在|迁在)")
DENIED_PLACE = re.compile(r"(?:不在|没在|不是|不属于)$")
MOVED_TO = re.compile(r"(?:迁|落|转)(?:户口)?(?:到|至|入|来|进|过来|去)?(?:了)?(?:我们?)?$")
# "我们是外地的"
FROM_ELSEWHERE = re.compile(
    r"(?:^|我们?|俺们?|咱们?|孩子|都|全家|一家)(?:都|全)?(?:是)?外(?:地|省|市)(?:过来|来|的(?!户)|人|"
    r"来的|户口|哩)"
)
# The hukou of a guardian alone, or what kind it is, does not tell where the child's is.
OTHERS_HUKOU = re.compile(
    r"(?:^|[^们家孩子娃跟和随])(?:我|俺|老公|媳妇|[他她]爸|[他她]妈|孩子[爸妈]|我和[他她孩子]+[爸妈]|"
    r"(?:我们?)?(?:俩|两口子|夫妻俩?)|大人)(?:的|自己的?)?$|农业$|农村$|"
    r"(?:^|,)[我俺]是(?:外地|农村|本地)的?$|^O"
)
# "老公是外地户口": one who is named and says what kind of hukou it is.
OF_ONE_GROWN_UP = re.compile(
    r"^(?:我|俺|老公|媳妇|[他她]爸|[他她]妈|孩子[爸妈])(?:自己)?(?:也|都|就)?(?:是|的)(?:个)?[^,孩娃]{0,5}$"
)
# "…,都在历下": of everything named before.
TOGETHER = re.compile(r"(?:都|全|均)(?:是)?在?(?:了)?$")
TRANSFERRED = re.compile(r"过户(?:到|给)(?:了)?我|转到(?:了)?我|改成(?:了)?我|变更到(?:了)?我")
TAKEN_BACK = re.compile(
    r"^(?:哦|噢|啊|额|呃|唉|哎)?(?:不对|不是|说错了?|错了|打错了?|写错了?|我说错了|口误|"
    r"更正(?:一下)?)[啊哦呢吧]?$"
)
WAS = re.compile(r"以前|原来|早先|先前|原先|从前|本来|起初|一开始|(?<![年月个周])之前")
WAY_OF_MOVING = re.compile(r"迁|落|转|挪|上(?:的|了)?户")
# "姥姥家在历下": where a hukou that is with them is.
THEIR_PLACE = re.compile(f"^{ANYBODY}(?:们)?(?:家|的房子?|那边)?(?:就|也|都)?(?:是|在)$")

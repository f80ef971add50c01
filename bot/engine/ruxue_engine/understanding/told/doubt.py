"""Tells what is stated of this family from what is asked, required, supposed, or said of others."""

import re
from collections.abc import Iterable

from ruxue_engine.understanding.told.passage import Passage

PUT_RIGHT = re.compile(
    r"(?:^|,|[啊哦噢呃额嗯唉])(?:不是?|不对|错了|弄错了?|[我俺]?(?:说|记)错了?|更正(?:一下)?|搞错了?|等等|"
    r"改主意了)(?:不对)*,$"
)
"""What ends with taking back what was told right before."""
_SUPPOSED = re.compile(
    r"如果|要是|假如|假设|万一|若是|倘若|(?<![给说])的话(?!是(?!不))|"
    r"(?:打算|准备|计划|考虑)(?!上|报|读|念|入学|升|给孩子报|在[^,]{0,5}(?:上|报|读))|"
    r"想(?:着|要)?(?:给[^,]{1,3})?(?:买|租|迁|落|办|把|换)|想(?:着|要)?在[^,]{0,8}(?:租(?!的|着)|买房)|"
    r"等(?:我|买|办|拿|房|[^,了才]{1,6}(?:[拿办买]|下来))(?![^,]*才)|将来|以后再|"
    r"到时候|要不要|用不用|需不需|"
    r"是否|(?:以前|之前)[^,]{0,8}是不是|是不是(?:得|要|必须|非|只|光|都得)|可能(?:要|会|得)?(?:买|租|迁|换|办|落)|非得|"
    r"能不能[把挂落写转]|^别[问提说]|这一说|这个?说法|可不可以把|"
    r"(?:必须|需要?|(?<![了记觉])得|要|应该|应当|至少|最少)(?:先|要|有|得|交|缴|办|满|够|是|提供|带)+|"
    r"才(?:能|行|可以|(?<!月才)给(?![^,]*[了的])|算|让)|有没有(?=.*(?:也|都|才|就|"
    r"关系|影响))|不管(?=[^,]{0,8}(?:是|怎|哪|什么|啥|"
    r"还是|有没有|能不能))|无论|"
    r"还是(?=.*(?:好|合适|划算)$)|(?:年底|明年|下个?月|月底?)(?:之?前|才|就)?能(?:拿|办|下|交)|"
    r"听[^,我俺]{0,8}[讲说](?!明)|据说|(?:老板|单位|公司|中介|卖房的|售楼[^,]{0,3}|销售|物业|开发商|门卫|阿姨|邻居|别人|人家|朋友|他们|亲戚)(?:跟我)?(?:们)?(?:说|讲)|"
    r"要不(?!是|然)|(?:网上|群里|文件|通知|政策|规定|章程|简章|上面|公告)[^,]{0,4}(?:说|写|讲|传|要)|"
    r"^[他她](?:们)?说|把[^,]{1,6}[退卖]了再[买换租]|先(?:租(?!着|的|了|住)|买|迁)(?:个|套|到|再)?"
)
# "能把户口落到姥姥家吗", "房产证得写孩子名吗": what would have to be done is asked, and has not been.
_ASKS_TO_DO = re.compile(
    r"(?:能|可以|要|得|需要?|必须|该)(?:把|跟|随|写|迁|落|转|换|买|改|加|用|有|在)[^,了]{2,14}(?:吗|么|不|"
    r"嘛|吧)[呀啊]?$"
)
_SAID_BY_ANYBODY = re.compile(
    r"(?:老师|网上|群里|有人|大家|家长们?|别的家长|[我俺](?:哥|姐|弟|妹|嫂子?|同学))(?:都|跟我|给我|"
    r"也)*[说讲](?!错)|规定(?!时间)"
)
# "有房的和租房的哪个先录", "有房优先": groups of families, and none of them.
_OF_GROUPS = re.compile(
    r"[没有租]买?房[子户]?的(?:人家|家庭)|[有没无买租]房[子户]?的?(?:和|跟|与|、)[有没无买租]房[子户]?的?|[有没无]房的[有没无]房的|有房没房|有房子?的?(?:优先|先[录排收]|是不是|怎么|咋)|"
    r"^[有没无买租]房[子户]?的(?:家庭|人家?|孩子|娃)?(?:都|就|又|得|会|是)*(?:排|轮|录|归|算)[^,]{0,4}(?:第?几|哪|啥|什么|怎)|"
    r"^[买租迁落办交][^,了去前今]{1,8}(?:以后|之后|后)[^,]{0,8}(?:能|可以)[^,]{0,6}(?:吗|么|不)$|"
    r"^(?:班[里上]|同班|小区里?|村里)[^,我俺咱]{0,6}都|(?:好几|几|很多|不少|好多|有的)[家个户人][^,]{0,4}[没有租]房|"
    r"问[^,]{0,12}(?:流程|条件|政策|规定)$|(?:去|到|在)哪[里儿]?(?:办|申请|开|领)$|"
    r"一般(?:都|是)?(?:咋|怎么|怎样|如何|算不算|认不认|算吗)"
)
_ASKED = re.compile(
    r"怎么(?!都|也|办)|咋(?!都|也|办|整)|如何|哪(?:里|儿|个|些|天|种)|什么(?:时候|样|算|是|叫)|"
    r"啥(?:时候|样|是|叫)|多久|多少|(?<![没好十前这过])几(?:个|年|天|岁|月|份)|多大|有没有|"
    r"(?<!没)有(?=[^,]{0,6}(?:吗|么|没)$)|"
    r"是(?=[^,]{0,6}(?:吗|么)$)|指(?:的是|什么)"
)
# "离婚的孩子怎么报名": asked of anybody.
_OF_ANYBODY = re.compile(
    r"(?:子女|家庭|儿童|学生|[摊商]贩|居民|的(?:小?孩子?|娃|小朋友|人|家长))[^,]{0,4}(?:怎么|咋|如何|要|"
    r"需要|能|"
    r"可以|可不可|收|有|一般|是不是|算|应该|可|享受)|"
    r"^(?:光|只)有?[^,]{0,6}(?:行|可以|能)[^,]{0,3}(?:吗|么|不)$|"
    r"的(?:和|跟|与)[^,]{1,6}的[^,]{0,2}(?:一样|同)|(?:和|跟|与)[^,]{1,12}(?:一样|相同)[^,]{0,2}(?:吗|么|"
    r"不)$|"
    r"^(?:那|请问|要是)?(?:没有?|无)[^,]{1,8}(?:能|可以|行|还能)(?:不能|不可以|不行|不)?[^,]{0,8}(?:吗|么|"
    r"不|[上报]名?|上学)?$|双胞胎(?:能|可以|要|怎么|是不是)|"
    r"(?:认不认|算不算|行不行)$|什么意思|啥意思|有什么区别|有啥区别|"
    r"哪(?:个|种|类)(?:管用|好|优先|先|更)|([顶抵])不\1|(?:房子?|公寓|产权)(?:给|能|可以)[^,]{0,6}(?:吗|么|不)$|"
    r"算不算|指的是|的是不是(?:按|算|归|也)|的(?:家长|宝妈|宝爸|姐妹|过来人)(?:们)?[^,]{0,4}(?:帮|看|说|分享|指点|进来)"
)
# "没有户口能上学吗", "外地户口怎么报名": what the rule is, where the clause names nobody of this family.
_WHAT_THE_RULE_IS = re.compile(
    r"(?:能|可以|可|给|让|收|算|行)[^,]{0,6}(?:吗|么|不|嘛|否|没)[呀啊呢]?$|(?:怎么|咋样?|如何|"
    r"咋着)(?:才)?(?:能)?(?:上|报|读|念|入|弄|收|排|录|算|分)|的(?:咋|怎么)办|"
    r"(?:要|需要?|得|用|带|交)(?:些|点)?(?:什么|啥|哪些)|多久$|几年$|区别|不一样|一样(?:吗|么)|"
    r"不同|的(?:都|也|就)?不算(?:数|了|的)*$|收不收|行不行|要不要|"
    r"能不能|可不可以|(?:行|可以|算)(?:吗|么|不)$|"
    r"[吗么不][呀啊呢]?$|(?:就|都|也)(?:行|可以|能)吧$|必须|才(?:给|让|能|行|算)"
)
_HAPPENED = re.compile(r"了(?!吗|么)|刚|已经|[去前]年|\d年|[\d一二三四五六七八九十]月|着|岁")
_OF_OUR_FAMILY = re.compile(
    r"我|俺|咱|[他她](?!们)|老公|媳妇|爱人|对象|老婆|(?<!的)(?:孩子|小孩|娃|宝宝)(?!们)|闺女|"
    r"儿子|女儿|老[大二三]|双胞胎|[姐哥兄][弟妹]?俩|爷|奶|姥|姑|舅|叔"
)
_OURS = re.compile(r"我|俺|咱|他爸|她爸|他妈|她妈|孩子爸|孩子妈|老公|媳妇|爱人|对象|我家|这孩子")
_OF_OTHERS = re.compile(
    r"^[他她]家|^(?:[我俺]们?)?(?:家|的)?(?:连襟|妯娌|发小|同事|邻居|亲家)[^,]{0,2}(?:在[^,]{1,6})?[买有]|"
    r"^(?:我|我们|俺)?(?:的|家)?(?:同事|邻居|闺蜜|侄子|侄女|外甥女?|别人|人家|朋友|同学|亲戚|妹妹?|"
    r"姐姐?|哥哥?|弟弟?|小姑子|大姑子)(?:家|家里)?(?:的)?(?:孩子|娃|小孩|离|没|有|在[^,]{1,6}(?:买|有)|都|也|户口|上|"
    r"家)(?!的房|那|名下)"
)

_OF_A_STRANGER = re.compile(r"(?:[我俺咱]们?的?)?(?:邻居|同事|闺蜜|同学家|工友|别人家?)[^我俺咱]*$")


def might_be(clause: str) -> bool:
    """Whether a clause speaks of what might be, of what is required, or of others; not of anybody."""
    return _SUPPOSED.search(clause) is not None or _OF_OTHERS.match(clause) is not None


def supposed(clause: str) -> bool:
    """Whether a clause speaks of what might be, of what a rule wants, of anybody or of others."""
    if any(words.search(clause) for words in (_SUPPOSED, _ASKS_TO_DO, _SAID_BY_ANYBODY, _OF_GROUPS)):
        return True
    if _OF_OTHERS.match(clause) or _OF_A_STRANGER.match(clause):
        return True
    if _WHAT_THE_RULE_IS.search(clause) and not (_OF_OUR_FAMILY.search(clause) or _HAPPENED.search(clause)):
        return True
    return _OF_ANYBODY.search(clause) is not None and not _OURS.search(clause)


_GOES_ON = re.compile(r"^(?:然后|就|也)?再(?:去|来|给)?(?:买|租|换|交|办|补|落|迁|置|找|备)")
_OPENS_A_CASE = re.compile(
    r"如果|要是|假如|假设|万一|若是|倘若|(?:打算|准备|计划)(?!上|报|读|入学)|^[我俺咱]?把[^,了]{1,6}[退卖]了"
)


# "听物业讲，公租房明年才划片"
_HEARD = re.compile(r"(?:听[^,我俺]{1,8}|(?:群里|网上|有人|据)[^,]{0,4})[讲说传][,:。]?$")


def supposed_on(clause: str, before: str) -> bool:
    """Whether a clause goes on with what was supposed or heard: "要是补上社保，再租个房"."""
    if _HEARD.search(before):
        return True
    return _GOES_ON.match(clause) is not None and _OPENS_A_CASE.search(before) is not None


def clauses_supposed(found: Iterable[Passage]) -> frozenset[str]:
    """The clauses among those of some passages that state nothing, each looked at once."""
    return frozenset(clause for clause in {passage.clause for passage in found} if supposed(clause))


def asked(clause: str) -> bool:
    """Whether a clause asks about the thing itself and so states nothing of it."""
    return _ASKED.search(clause) is not None

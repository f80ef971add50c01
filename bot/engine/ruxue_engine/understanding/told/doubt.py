"""Tells what is stated of this family from what is asked, required, supposed, or said of others."""

import re

_SUPPOSED = re.compile(
    r"如果|要是|假如|假设|万一|若是|倘若|的话|(?:打算|准备|计划|考虑)(?!上|报|读|念|入学|升|给孩子报|"
    r"在[^,]{0,5}(?:上|报|读))|"
    r"想着?(?:买|租|迁|落|办|把|换)|等(?:我|买|办|拿|房)|将来|以后再|到时候|要不要|用不用|需不需|是否|"
    r"是不是(?:得|要|必须|非)|非得|能不能把|可不可以把|"
    r"(?:必须|需要?|得|要|应该|应当|至少|最少)(?:先|要|有|得|交|缴|办|满|够|是|提供|带)+|才(?:能|行|可以|"
    r"给|算|让)|"
    r"有没有(?=.*(?:也|都|才|就|关系|影响))|不管|无论|还是(?=.*(?:好|合适|划算)$)|听说|据说|(?:老板|单位|"
    r"公司|中介|邻居|别人|人家|朋友|他们|亲戚)(?:跟我)?(?:们)?(?:说|讲)|要不(?!是|然)|"
    r"先(?:租|买|迁)(?:个|套|到|再)?"
)
_ASKED = re.compile(
    r"怎么(?!都|也|办)|咋(?!都|也|办|整)|如何|哪(?:里|儿|个|些|天|种)|什么(?:时候|样|算|是|叫)|啥(?:时候|"
    r"样|是|叫)|多久|多少|"
    r"几(?:个|年|天|岁|月|份)|多大|有没有|有(?=[^,]{0,6}(?:吗|么|没)$)|是(?=[^,]{0,6}(?:吗|么)$)|"
    r"指(?:的是|什么)"
)
# "离婚的孩子怎么报名": asked of anybody.
_OF_ANYBODY = re.compile(
    r"(?:子女|家庭|儿童|学生|的(?:小?孩子?|娃|小朋友|人|家长))[^,]{0,4}(?:怎么|咋|如何|要|需要|能|可以|"
    r"可不可|收|有|一般|是不是|算|应该|可|享受)|"
    r"双胞胎(?:能|可以|要|怎么|是不是)|(?:认不认|算不算|行不行)$|什么意思|啥意思|有什么区别|有啥区别|"
    r"哪(?:个|种|类)(?:管用|好|优先|先|更)|(?:房子?|公寓|产权)(?:给|"
    r"能|可以)[^,]{0,6}(?:吗|么|不)$|算不算|指的是"
)
_OURS = re.compile(r"我|俺|咱|他爸|她爸|他妈|她妈|孩子爸|孩子妈|老公|媳妇|爱人|对象|我家|这孩子")
_OF_OTHERS = re.compile(
    r"^(?:我|我们|俺)?(?:的|家)?(?:同事|邻居|闺蜜|别人|人家|朋友|同学|亲戚|妹妹?|姐姐?|哥哥?|弟弟?|小姑子|"
    r"大姑子)(?:家|家里)?(?:的)?"
    r"(?:孩子|娃|小孩|离|没|有|都|也|户口|上|家)(?!的房|那|名下)"
)


def supposed(clause: str) -> bool:
    """Whether a clause speaks of what might be, of what a rule wants, of anybody or of others."""
    if _SUPPOSED.search(clause) or _OF_OTHERS.match(clause):
        return True
    return _OF_ANYBODY.search(clause) is not None and not _OURS.search(clause)


def asked(clause: str) -> bool:
    """Whether a clause asks about the thing itself and so states nothing of it."""
    return _ASKED.search(clause) is not None

"""Tells of which family a text speaks: of this one, or of a neighbour, a brother, an uncle, the old people.

Its words are its own and not those of the signs: here a teacher or a chat group is somebody, and one who is
only helped or asked ("跟邻居借") is not the one spoken of. Told by the signs instead, facts get lost.
"""

import re

_KIN = (
    r"舅|姑(?!娘)|姨|叔|伯|婶|妗|大爷|嫂|侄|外甥|连襟|小叔子|大姨子|表[哥姐弟妹叔]|堂[哥姐弟妹叔]|"
    r"太[爷奶姥]|(?<=[我俺咱他她子娃爸妈公的])(?:[大二三小老]?[哥姐弟妹]{1,2}|[哥姐]夫)"
)
_OLD = (
    r"爷爷|奶奶|(?<=[他她娃子])[爷奶](?!俩|仨|们)|姥姥|姥爷|姥娘|外公|外婆|公公|婆婆|公婆|岳[父母]|丈母娘|"
    r"老丈人|老人|老爷子|"
    r"(?<=[我俺咱])(?:爸妈?|妈|爹娘?|娘|父母亲?)"
)
_STRANGERS = (
    r"邻居|(?:隔壁|对门)(?:[老小]?[\u4e00-\u9fff]家)?|楼[上下][老小]?[\u4e00-\u9fff]?家|同事|工友|战友|闺蜜|发小|(?<!小)朋友|同学|亲戚|亲家|别人|人家|旁人|有人|有的人|老乡|同村|"
    r"房东|"
    r"(?<!房产)(?<!房屋)中介|老师|园长|校长|领导|群里|网友|家长"
)
_CHILD = r"孩子|娃|孙[子女]|外孙|小孩|儿子|闺女|女儿|宝宝|老大|老二|小子|丫头"
OTHERS = (
    f"(?<![给跟和与同帮替在住是用找随到去借叫喊])(?:我们?|俺们?|咱们?|孩子|娃|[他她]|老公|媳妇)?(?:家|的)?"
    f"(?:{_STRANGERS}|(?:{_KIN})[舅姑姨叔伯妈父母爷奶姥]?|(?:{_OLD}))(?:们|[他她]们)?(?:家|"
    f"家里)?的?(?:{_CHILD})?"
)
_FAMILY = (
    r"[我俺咱](?:们|俩|家)?|孩子?(?:他|她)?(?:爸爸?|妈妈?|爹|娘|父亲|母亲)?|娃(?:他|她)?(?:爸|妈|爹|娘)?|"
    r"[他她](?:爸爸?|妈妈?|爹|娘|俩)?|爸爸?|妈妈?|父[母亲]|母亲|老公(?!安)|老婆|媳妇|爱人|对象|丈夫|妻子|先生|太太|"
    r"男人|当家的|两口子|夫妻|双职工|儿子|儿媳妇?|闺女|女儿|女婿|小孩|本人|自己|爷俩|娘俩|[爷娘]仨"
)
_PERSON = re.compile(f"(?P<others>{OTHERS})|(?P<family>{_FAMILY})")
_THEIRS = re.compile(
    r"^[证本]?(?:也|就|都|倒|其实)*(?:是|写的?是?|用的?是?|登记的?是?|归)(?:我|俺|孩子|娃|他|她|老公|"
    r"媳妇)?(?:的)?"
    f"(?:{_STRANGERS}|{_KIN}|{_OLD})(?:家|们)?(?:的|名|$)"
)


def whose(text: str) -> str | None:
    """Of whom the last person named in a text is: `family`, `others`, or None when nobody is named."""
    last = None
    for person in _PERSON.finditer(text):
        last = person.lastgroup
    return last


def of_others(before: str, after: str = "") -> bool:
    """Whether a thing is somebody else's: by the last person before it, or by "是我弟弟的" after it."""
    if _THEIRS.match(after):
        return True
    return whose(before) == "others" and whose(after) != "family"

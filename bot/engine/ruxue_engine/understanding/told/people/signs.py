"""Tells the people of a message apart: the guardians, the child, the old people, other kin, and strangers.

`signed` writes each of them as one sign, so that a rule on whose a home or a hukou is needs no names.
"""

import re

from ruxue_engine.understanding.text import PAD

GUARDIAN, CHILD, GRANDPARENT, RELATIVE, STRANGER = "PCGKO"
OURS = f"[{GUARDIAN}{CHILD}]"
ROLES = {GUARDIAN: "guardian", CHILD: "guardian", GRANDPARENT: "grandparent", RELATIVE: "relative"}

_CHILD = (
    r"(?:孩子|孩儿(?!他?[爸妈爷奶])|小孩|小朋友|"
    r"娃儿?|宝宝|宝贝|闺女|女儿|儿子|丫头|姑娘|(?:外?孙)(?:子|女|女儿)?(?!俩))"
)
_MY = r"(?:(?:我们|俺们|咱们|我|俺|咱)家?)"
_OF_CHILD = (
    rf"(?:{_MY}?{_CHILD}的?[他她]?|[他她]们?的?|(?<![大二三小])宝(?=[爸妈])|孩儿?(?=[他她爸妈爷奶])[他她]?)"
)
_SPOUSE = (
    r"(?:(?:现任|现在的?)?(?:老公(?!安|司|积|共|办|立)|太太|媳妇儿?|老婆|爱人|对象|丈夫|妻子|先生)|"
    r"前夫|前妻|俺男人|我男人|那口子)"
)
_PARENT = r"(?:爸爸?|妈妈?|爹爹?|娘(?!家|俩)|父亲|母亲|父母亲?|老爸|老妈|老爹|老娘)"
_ANYONES = rf"(?:{_MY}的?|{_OF_CHILD}|{_SPOUSE}(?:的|[他她])?)?"
_GUARDIANS_OWN = (
    rf"(?:{_MY}的?|{_MY}?{_SPOUSE}(?:的|[他她])?|(?:{_CHILD}|[他她])[他她]?{_PARENT}(?:的|[他她]))"
)
_AUNT = (
    r"(?:[大小二三四五老亲]?(?:姑(?!娘)|姨|舅|叔|伯|婶)(?:姑|姨|舅|叔|伯|妈|父|母|爷爷?|奶奶?|姥姥|"
    r"姥爷|姥娘|子)?|大爷|大娘)"
)
_PEOPLE = (
    ("X", r"[他她]老人家"),
    (
        RELATIVE,
        (
            rf"{_ANYONES}(?:曾祖父?母?|太[爷奶姥]{{1,2}}|太姥娘|太外[公婆]|老爷爷|老奶奶|老姥[姥爷娘]|"
            r"叔伯[哥弟兄姐妹]{1,2}|[哥兄]嫂|小姑子|大姑[姐子]|小舅子|大舅[哥子]|小叔子|大伯[哥子]|[大小]姨子|嫂子?|弟媳妇?|弟妹|姐夫|"
            rf"妹夫|姑父|姨夫|姑夫|{_AUNT}|表[哥姐弟妹叔舅姑]{{1,2}}|堂[哥姐弟妹叔]{{1,2}}|干[爹妈]|"
            r"连襟|妯娌|(?:一?个)?(?:远房)?(?:亲戚|朋友|老乡|同学|战友|哥们))|"
            rf"{_GUARDIANS_OWN}[大小二三亲]?(?:哥哥?|姐姐?|弟弟?|妹妹?|妹子)(?![俩仨])|其[哥姐弟妹]{{1,2}}|[大二三][哥姐](?=的(?:$|[,房名])|家)|[俩仨]个?[哥姐弟妹](?:自己)?"
        ),
    ),
    (
        GRANDPARENT,
        (
            rf"{_ANYONES}(?:爷爷奶奶|姥姥姥爷|外公外婆|爷爷|奶奶|爷奶|姥姥|姥爷|姥娘|姥家|外公|外婆|外?祖父母?|"
            r"外?祖母|老公公(?![司积安务交])|公爹|婆母|公公婆婆|公公|婆婆|公婆|岳父母|岳父|岳母|丈母娘|老丈[人母]|老人家?|老两口|老爷子|老太太|"
            r"老头子?|老婆子|老伴|娘家(?:[爸爹]?[妈娘]?)|婆家)(?:自己|自个儿?)?|"
            rf"(?:{_OF_CHILD})[爷奶](?![爷奶])|{_MY}老的(?=$|[,在住])|"
            rf"(?:{_MY}的?|{_MY}?{_SPOUSE}(?:的|[他她])?|{_OF_CHILD}{_PARENT}(?:的|[他她])){_PARENT}{{1,2}}"
        ),
    ),
    (
        GUARDIAN,
        (
            rf"{_OF_CHILD}[亲后继]?{_PARENT}{{1,2}}|[亲后继]{_PARENT}|继[父母]|{_PARENT}{{1,2}}(?!级)|"
            rf"{_MY}?{_SPOUSE}|{_MY}?(?:夫妻(?:俩|二人|双方)?|两口子|小两口|(?:哥|姐|弟兄|兄弟|姐妹|姐弟|兄妹)[俩仨]|爷俩|娘俩|爷儿俩|娘儿俩)|"
            rf"{_MY}?当家的|{_MY}(?:的)?男人|[男女]方|其(?:父母?亲?|母亲?|夫|妻|丈夫|本人|(?=名下))|"
            rf"儿媳妇?|女婿|{_MY}(?!国|市|省|校)(?:一家三口|一家|几个|俩|自己|自个儿?|本人)?|自己|自家|自个儿?|本人|监护人|(?<=[随跟与])[父母](?=$|[,落迁入在于上同一和过生])"
        ),
    ),
    (CHILD, rf"{_MY}?{_CHILD}"),
    (STRANGER, r"同事|邻居|闺蜜|工友|房东|别人家?|人家|老板|中介|开发商"),
)
# Every word for a person begins with one of these: most signs of a message are passed over at once.
_BEGINS = (
    "我俺咱孩小娃宝闺女儿丫姑外孙他她老媳爱对丈妻先前曾太大嫂弟姐妹姨舅叔伯婶二三四五亲表堂干一个远朋同战哥俩仨"
    "现爷奶姥祖公婆岳娘继后爸妈爹父母夫两婿自本邻工房别人中开监连妯当男女其"
)
ANYBODY = re.compile(
    f"(?=[{_BEGINS}])(?:" + "|".join(f"(?P<{sign}>{words})" for sign, words in _PEOPLE) + ")"
)


def signed(text: str) -> str:
    """Write every person as one sign: "孩子他爷爷的房" is "G的房", "我和老公" is "P和P"."""
    return ANYBODY.sub(lambda person: str(person.lastgroup), text).replace(PAD, "")


def without_first_person(text: str) -> str:
    """Leave out the person a text begins with, and the word that says what they are."""
    person = ANYBODY.match(text)
    return text[person.end() :].removeprefix("是") if person else text


_TWO = re.compile(r"爸妈|父母|夫妻|两口子|[我俺咱]们?俩|爹娘")


def headed(text: str) -> str:
    """Write every person as one sign, and two that one word names as two signs."""
    return ANYBODY.sub(_heads, text).replace(PAD, "")


def _heads(person: re.Match[str]) -> str:
    # "我妈和我俩人": the two are counted together with the one before.
    joined = person.string[: person.start()].endswith(("和", "跟", "与"))
    return str(person.lastgroup) * (2 if _TWO.search(person[0]) and not joined else 1)

"""Finds who has the child: whom it was given to goes before whom it lives with."""

import re
from collections.abc import Iterator, Sequence

from ruxue_engine.understanding.found import Found
from ruxue_engine.understanding.text import Clause

_I_AM = r"(?:(?:我|本人)(?:就)?(?:是|系|\()(?:孩子|孩儿|孩|娃儿?|宝宝)?(?:他|她)?的?亲?|归我\(|给我\()"
_I_AM_MOTHER = re.compile(f"{_I_AM}(?:妈|母亲|娘|女方|单亲妈)|当妈的|单亲妈妈|宝妈")
_I_AM_FATHER = re.compile(f"{_I_AM}(?:爸|父亲|爹|男方|单亲爸)|当爸的|单亲爸爸|宝爸")
_MOTHER_SPEAKS = re.compile(
    r"前夫|老公|[他她]爸|孩子爸|孩子他爸|娃[他她]?爸|(?:孩子|娃)(?:他)?爹|男方|男人(?!们)"
)
_FATHER_SPEAKS = re.compile(r"前妻|媳妇|老婆|[他她]妈|孩子妈|孩子他妈|娃[他她]?妈|女方")
_ELDER_SPEAKS = re.compile(
    r"[我俺](?:是|\(|这个)(?:孩子|娃|[他她])?的?(?:奶奶|爷爷|姥姥|姥爷|外婆|外公)|当(?:奶奶|爷爷|姥姥|姥爷)的|老两口|"
    r"我?(?:大|小|外)?孙(?:子|女)|外孙|我(?:儿子|闺女|女儿)(?:媳妇)?(?:离|跟|和)"
)
_ELDERS = r"(?:姥姥|姥爷|姥娘|爷爷|奶奶|外公|外婆|姑姑?|姨妈?|舅舅?|叔叔?|大?伯|大爷|老人)"
_HAS = (
    r"(?:归|抚养(?:方|人):|(?:(?<=孩子)|(?<=[娃女子]))给|判给了?|判了给|跟着?|随|给了|[断裁]给了?|判的?(?:孩子|娃)(?:给|归)|由(?:[原被]告\()?|抚养权(?:在|归|是|给|判给)?|"
    r"监护权(?:在|归|是|判给)?|"
    r"监护人(?:是|写的)|是(?!前[夫妻]))"
    r"(?:了)?:?(?:孩子|娃)?"
)
_CARE = r"(?:过|生活|住|抚养|带|养|长大|一起|这边|$|[,()]|了|的|管|监护|名下|有|手里|不|实|但|现)"
_GIVEN_TO = tuple(
    (
        value,
        re.compile(
            f"{_HAS}(?:的)?(?:他|她|我(?![爸妈爹娘父母]))?{who}(?!的?户口|一个本|本上|离|打|分|结婚|登记|办|领|没)(?=.{{0,3}}{_CARE})"
        ),
    )
    for value, who in (
        (
            "mother",
            "(?:(?<=[归给])她(?=$|[,了带养])|妈妈?|母亲?(?!子)|女方|前妻|娘|弟妹|弟媳妇?|儿媳妇?|嫂子|(?:闺女|女儿)(?!户))",
        ),
        (
            "father",
            "(?:(?<=[归给])他(?=$|[,了带养])|爸爸?|父亲?(?!母)|男方|前夫|爹|女婿|妹夫|姐夫|兄弟|儿子(?!媳)|(?<=[我俺])儿(?![子媳])|(?<=[我俺])弟(?![媳妹]))",
        ),
    )
)
_RAISED = tuple(
    (
        value,
        re.compile(
            f"(?:[他她]{who}|(?:孩子|娃|儿子|闺女|女儿)[他她]?{who}|{who}{who}|{former})(?:一个人|自己)?(?:带|养|要(?:的|了|走)了?)(?:着)?(?:孩子|娃|$|,)"
        ),
    )
    for value, who, former in (("mother", "妈", "前妻"), ("father", "爸", "前夫"))
)
_WITH_OTHERS = re.compile(
    f"(?:(?:孩子|娃|从小|一直|平时|现在)[^,]{{0,6}}|^|双亡)(?:跟着?|随|由|在|是|靠)(?:他|她|"
    f"[我俺](?:这个|们)?)?{_ELDERS}[^,户]{{0,6}}"
    r"(?:过(?!户)|生活|抚养|带大|长大|养(?!老)|监护|拉扯|带着?(?!孩子))|"
    f"(?:监护人|抚养权|监护权)(?:是|在|归|判给了?|给)(?:孩子|娃|我)?(?:他|她)?的?{_ELDERS}"
)
# Where neither parent is there, "孩子跟着爷爷" is enough.
_LEFT_ALONE = re.compile(
    r"双亡|(?:爸妈|爹妈|爹娘|父母|俩人?)[^,]{0,3}(?:都不管|都走了|都没了|都不要|都不在)|跑了|坐牢|服刑|"
    r"失踪|不知去向|"
    r"都走了|都不管"
)
_WITH_ELDER = re.compile(
    f"^{_ELDERS}(?:抚养|养着|带着|拉扯)|(?:孩子|娃|孙[子女])[^,]{{0,3}}(?:跟着?|在|随)(?:他|"
    f"她)?{_ELDERS}(?=$|[,家这那])"
)
_MINE = re.compile(
    f"(?:(?:孩子|娃|抚养权|监护权|儿子|女儿|闺女|孙子|孙女)[^,]{{0,5}})?(?:归|判给了?|判了?给|[断裁]给了?|给了|跟着?|"
    f"抚养权(?:在|归|"
    f"是|给)?|由|法院判给|改判给|判|(?:孩子|娃)(?:判)?给)(?:了)?(?:我们(?=老)|我(?!们|俩|妈|爸|前|儿|的?闺女|"
    f"女儿|儿子|姐|哥|弟|"
    f"妹))(?=.{{0,2}}{_CARE}|老|和老|这个当)|(?<=就是)随我(?=$|,)|"
    r"我(?:一个人|自己|一直)?(?:(?:带|养)着?(?=(?:孩子|娃)(?![回来去到][^,住过]*(?:$|,)))|(?:养(?:着|大)|拉扯(?:大|着)?|带大)的?(?=$|,))|"
    r"(?:孩子|娃|孙子|"
    r"孙女)(?:一直|都|现在|从小)?(?:是)?我(?:带|养)|"
    r"自己(?:带|养|拉扯)着?(?:一个)?(?:孩子|娃|大)|一直在我[^,]{0,8}跟前|一个人(?:拉扯|养)"
)
_GIVEN = re.compile(r"归|抚养[方人]|[原被]告|判|[断裁]给|抚养权|监护|给了")
_OF_A_THING = re.compile(r"(?:社保|居住证|执照|户口|户籍|房子?|车子?|存款|钱|债|东西)[^,]{0,14}$")
_DENIED = re.compile(r"[不没]$")
_ELDER_CHILD = re.compile(r"(?:老大|大宝|大的|大(?:儿子|女儿|闺女)|[跟和]前[妻夫]的?(?:孩子|娃))[^,]*$")
_YOUNGER_CHILD = re.compile(r"(?:媳妇|老公|丈夫|老婆)生的|老[二三]|[二三]宝|小的|小(?:儿子|女儿|闺女)")
_FOR_A_WHILE = re.compile(r"[暑寒]假|假期|放假|周末|过年|放学")


def custody(text: str, stated: Sequence[Clause], *, apart: bool) -> Iterator[Found]:
    """Find `custody`; it is only told of parents who live apart, or of others than the parents."""
    text = _as_i(text)
    stated = [clause._replace(text=_as_i(clause.text)) for clause in stated]
    patterns = [*_GIVEN_TO, *_RAISED, ("other", _WITH_OTHERS)]
    if _LEFT_ALONE.search(text):
        patterns.append(("other", _WITH_ELDER))
    if speaker := _speaker(text):
        patterns.append((speaker, _MINE))
    apart = apart or (speaker == "other" and _ELDER_SPEAKS.search(text) is not None)
    younger = _YOUNGER_CHILD.search(text) is not None
    told = [
        each
        for clause in stated
        for each in _in_clause(clause, patterns, apart=apart)
        if not (younger and _ELDER_CHILD.search(text[clause.start : each[1].start]))
    ]
    best = min((rank for rank, _ in told), default=True)
    yield from [found for rank, found in told if rank is best][-1:]


def _as_i(text: str) -> str:
    """Write the country's word for "I" as the common one."""
    return text.replace("俺", "我")


def _in_clause(
    clause: Clause, patterns: Sequence[tuple[str, re.Pattern[str]]], *, apart: bool
) -> Iterator[tuple[bool, Found]]:
    """What a clause tells, each with whether it only tells whom the child lives with."""
    if _FOR_A_WHILE.search(clause.text):
        return
    for value, pattern in patterns:
        match = next(
            (each for each in pattern.finditer(clause.text) if _of_the_child(clause.text, each)), None
        )
        if match is None:
            continue
        given = _GIVEN.search(match.group()) is not None
        elder = value == "other" and pattern is not _MINE
        if (elder or apart or given) and not _OF_A_THING.search(clause.text[: match.end()]):
            yield not given, Found("custody", value, clause.start + match.start(), clause.start + match.end())


def _of_the_child(clause: str, match: re.Match[str]) -> bool:
    """Whether it tells of the child, and not "我跟孩子爸", "不归他爸"."""
    before = clause[: match.start()]
    together = match.group()[0] == "跟" and before.endswith(("我", "俺"))
    return not together and not _DENIED.search(before)


def _speaker(text: str) -> str | None:
    """Who says "I": what they call themselves goes before whom they speak of."""
    if _I_AM_MOTHER.search(text):
        return "mother"
    if _I_AM_FATHER.search(text):
        return "father"
    if _ELDER_SPEAKS.search(text):
        return "other"
    mother, father = _MOTHER_SPEAKS.search(text), _FATHER_SPEAKS.search(text)
    if bool(mother) == bool(father):
        return None
    return "mother" if mother else "father"

"""Finds with whom the child's hukou is, since when, and that there is none yet."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from ruxue_engine.understanding.found import Found
from ruxue_engine.understanding.told.doubt import supposed
from ruxue_engine.understanding.told.passages import Passage, of_subject
from ruxue_engine.understanding.told.since import since

GRAND = (
    r"(?<![太曾老])(?:爷爷|奶奶|祖父|祖母)|姥姥|姥爷|外公|外婆|公公|婆婆|公婆|岳父|岳母|丈母娘|"
    r"老丈人|老人|他爷|她爷|他奶|她奶|孩子爷|娃他?爷|俺爸|俺妈|我爸妈?|我妈|我父母|父母亲|爸妈家|娘家|"
    r"婆家|咱爸|咱妈"
)
RELATIVE = (
    r"曾祖|太爷|太奶|太姥|老爷爷|老奶奶|姑姑?|姑妈|大姨|小姨|二姨|姨妈|姨(?!夫)|舅舅?|舅妈|叔叔?|大爷家|伯伯|伯父|大伯|婶|亲戚|表[哥姐弟妹]|"
    r"堂[哥姐弟妹]|小姑|朋友|同学|大姑|干爹|干妈|我哥|我姐|我弟|我妹"
)
PARENT = (
    r"我(?:们|俩|自己)?(?!爸|妈|哥|姐|弟|妹|父|母|婆婆|公公|公婆|岳|丈|同学|朋友|亲戚|姑|舅|姨|叔|家?老人|"
    r"爷|奶|姥|大爷|大伯|表|堂)|爸爸|妈妈|父母|他爸|她爸|他妈|她妈|孩子爸|孩子妈|娃他?爸|娃他?妈|俺(?:们|"
    r"俩)?(?!爸|妈|娘)|老公|媳妇|爱人|对象|自己"
)
_WITH = (
    r"(?:跟着?|随着?|和|挂在?|挂靠在?|落在?|迁[到在]|上在|落到|在|寄在|寄|写在|登记在|是|户主是?|都在|"
    r"放在|入在)"
)
_AT = r"(?:们)?(?:家|那儿?|名下|本上?|本子|户口|户上|的?户|一个本|一起|一本|一块|房子?上|那边|的|$|走|了|,)"
_COLLECTIVE = re.compile(r"集体户|集体的户|人才(?:市场|中心|交流)|公共户|学校(?:的)?集体")
_NONE = re.compile(
    r"(?:没有?|还没|未|一直没|没能)(?:给(?:孩子|他|她|娃))?(?:上|落|报|办|入)(?:上|成|过)?户(?!口?(?:本|"
    r"簿|在|地|于|到|过|迁|的地))|户口?(?:还|一直|都|也|压根|到现在)*(?:没有?|未)(?:给)?(?:上(?!学)|"
    r"落(?:下|上|户)?(?!在|到)|报|办)|黑户|户口(?:也|都|还)?没有?$|没有?户口(?:的(?:孩子|娃)|,|$|怎|咋|能|"
    r"呢)|上不了户|落不(?:上|了)户口?(?=$|,)"
)
_MOVED = re.compile(r"迁|落|转|上(?:的|了)?户|入|随|办|挪|出生")


def hukous(found: Sequence[Passage], today: date) -> Iterator[Found]:
    """Find `hukou_with`, `hukou_since` and that a child has no hukou at all (`hukou: none`)."""
    for passage in of_subject(found, "hukou"):
        if supposed(passage.clause):
            continue
        at = (passage.start, passage.start + len(passage.text))
        if _NONE.search(passage.clause) and not re.search(
            r"有房|历|芝|李|本地|这边|本区|当地|济|青|烟", passage.clause
        ):
            yield Found("hukou", "none", *at)
        holder = _with(passage)
        if holder:
            yield Found("hukou_with", holder, *at)
        if _MOVED.search(passage.text):
            yield from since("hukou_since", passage, today)


def _with(passage: Passage) -> str | None:
    text = passage.text
    if _COLLECTIVE.search(text) and not re.search(r"(?:不是|非)集体", text):
        return "collective"
    named: list[tuple[int, str]] = []
    for value, who in (("grandparent", GRAND), ("relative", RELATIVE), ("guardian", PARENT)):
        for form in (
            f"{_WITH}(?:了|的)?(?:[\ue000]*区?|孩子|娃|他|她|我们?|俺)?(?P<who>{who})(?=.{{0,3}}{_AT})",
            f"^.{{0,4}}(?P<who>{who})(?:的|家|名下的?)?(?:户口|$)",
        ):
            match = re.search(
                form, text[text.find(passage.word) :] if form[0] != "^" and passage.word else text
            )
            if match and not re.search(
                r"(?:不|没)(?:是)?(?:跟|随|和|在|落在?)?$",
                text[: text.find(match.group())] + match.group()[: match.start("who") - match.start()],
            ):
                named.append((match.start("who"), value))
    return min(named)[1] if named else None

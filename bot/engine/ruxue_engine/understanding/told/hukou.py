"""Finds with whom the child's hukou is, since when, and that there is none yet."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from ruxue_engine.understanding.found import Found
from ruxue_engine.understanding.told.doubt import supposed
from ruxue_engine.understanding.told.passages import Passage, of_subject
from ruxue_engine.understanding.told.people import GRAND, KIN, PARENT
from ruxue_engine.understanding.told.since import since

_WITH = (
    r"(?:搁|归|跟着?|随着?|和|挂在?|挂靠在?|落在?|迁[到在]|上在|落到|在|寄在|寄|写在|登记在|是|"
    r"户主是?|都在|放在|入在)"
)
_AT = (
    r"(?:们)?(?:家|那儿?|这|名下|本上?|本子|户口|户上|的?户|一个本|一起|一本|一块|房子?上|那边|的|$|走|了|,)"
)
_COLLECTIVE = re.compile(r"集体户|户口(?:是)?集体|集体的户|人才(?:市场|中心|交流)|公共户|学校(?:的)?集体")
_NONE = re.compile(
    r"(?:没有?|还没|未|一直没|没能)(?:给(?:孩子|他|她|娃))?(?:上|落|报|办|入)(?:上|成|"
    r"过)?户(?!口?(?:本|簿|在|地|于|到|过|迁|的地))|"
    r"户口?(?:还|一直|都|也|压根|到现在)*(?:没有?|未)(?:给)?(?:上(?!学)|落(?:下|上|户)?(?!在|到)|报|"
    r"办)|黑户|户口(?:也|都|还)?没有?$|没有?户口(?:的(?:孩子|娃)|,|$|怎|咋|能|呢)|上不了户|"
    r"落不(?:上|了)户口?(?=$|,)"
)
_NEAR = 8
_DENIED = re.compile(r"(?:不|没)(?:是)?(?:跟|随|和|在|落在?)?(?:着)?$")
_LED = r"(?:了|的|着)?(?:[\ue000]*(?:区|市)?|孩子|娃|他|她|我们?|俺)?"
# Each with what follows the word for the hukou ("户口跟爷爷"), and what goes before it ("爷爷户口本上").
_HOLDERS = tuple(
    (
        value,
        re.compile(f"{_WITH}{_LED}(?P<who>{who})(?=.{{0,3}}{_AT})"),
        re.compile(f"(?:{who})(?:的|家|家的|名下的?)?$") if value != "guardian" else None,
    )
    for value, who in (("grandparent", GRAND), ("relative", KIN), ("guardian", PARENT))
)
_MOVED = re.compile(r"迁|落|转|上(?:的|了)?户|入|随|办|挪|进|出生")


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
            for each in since("hukou_since", passage, today):
                moved = _MOVED.search(passage.text, max(0, each.start - passage.start - _NEAR))
                if moved and moved.start() - (each.end - passage.start) <= _NEAR:
                    yield each


def _with(passage: Passage) -> str | None:
    """Whose hukou the child's is with: the first that is named and not denied."""
    if _COLLECTIVE.search(passage.text) and not re.search(r"(?:不是|非)集体", passage.text):
        return "collective"
    text = passage.text[passage.text.find(passage.word) :] if passage.word else passage.text
    named = [
        (match.start("who"), value)
        for value, behind, _ in _HOLDERS
        for match in behind.finditer(text)
        if not _DENIED.search(text[: match.start("who")])
    ]
    if named:
        return min(named)[1]
    return next((value for value, _, ahead in _HOLDERS if ahead and ahead.search(passage.before)), None)

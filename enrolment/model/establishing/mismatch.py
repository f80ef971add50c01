"""Where the registers and a guardian's words part: which field differs, and what usually causes it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from enrolment.model.establishing import inquiry
from enrolment.model.facts import Answer, Fact
from enrolment.model.plan import Plan

_NAME = "姓名里有生僻字或用过别的名字"
_OTHER_PARENT = "登记在另一位家长名下"
CAUSES: Mapping[str, tuple[str, ...]] = {
    inquiry.HOUSEHOLD_MEMBERS: ("户口刚迁过，还没有更新", _NAME, "户口簿上的地址是老门牌"),
    inquiry.BIRTH_CERTIFICATE: ("出生证编号填错或补办过", _NAME, "在外地或境外出生"),
    inquiry.MARRIAGE: ("在外地或境外登记", _NAME, "刚办的登记还没有更新"),
    inquiry.REAL_ESTATE: (
        "产权证号填错",
        "产权人不是您本人",
        "老房产证还没有换成不动产权证",
        _NAME,
        "证上是老地址或老门牌",
    ),
    inquiry.PRESALE_CONTRACT: ("合同编号填错", "合同上的买房人不是您本人", "开发商还没有办网签备案"),
    inquiry.LEASE_FILING: ("租房合同没有备案", "承租人不是您本人", "备案用的是老地址"),
    inquiry.PUBLIC_HOUSING: ("承租人不是您本人", "刚换过房子，还没有更新"),
    inquiry.RESIDENCE_PERMIT: ("居住证过期没有续签", _OTHER_PARENT, "证件号码填错", "在别的区办的"),
    inquiry.SOCIAL_INSURANCE: ("在别的市或区缴的", _OTHER_PARENT, "中间断缴过", "单位刚补缴，还没有更新"),
    inquiry.SOLE_PROPRIETOR_LICENCE: (_OTHER_PARENT, "执照注销过或换过", "在别的区登记"),
    inquiry.COMPANY_REGISTRATION: ("您不是法定代表人或合伙人", _OTHER_PARENT, "公司在别的区登记"),
    inquiry.SEAT_RECORDS: ("房子的上一家用过学位", "产权证号填错"),
}
"""What usually lies behind a difference, most frequent first; never what a register says."""


@dataclass(frozen=True, slots=True)
class Mismatch:
    """One data item whose records do not bear a guardian out; `facts` are the fields, by name."""

    data_item: str
    found: bool
    facts: tuple[str, ...]


def mismatches(plan: Plan, facts: Mapping[str, Fact]) -> tuple[Mismatch, ...]:
    """Find the data items that say otherwise, or do not know of it, in the plan's order."""
    return tuple(
        Mismatch(item, found, names)
        for item in plan.data_items
        for found, answer in ((True, Answer.CONTRADICTED), (False, Answer.NOT_FOUND))
        if (names := tuple(_asked_of(plan, facts.values(), item, answer)))
    )


def mismatch_words(plan: Plan, mismatch: Mismatch, *, rechecked: bool) -> str:
    """Say which field differs, what usually causes it, and what to do; never the register's value."""
    item = plan.data_items[mismatch.data_item]
    titles = "、".join(f"“{plan.facts[name].title}”" for name in mismatch.facts)
    causes = "；".join(CAUSES.get(mismatch.data_item, ()))
    why = f"常见的原因：{causes}。" if causes else ""
    if mismatch.found:
        what = f"{item.department_title}的登记和您说的对不上：{titles}。"
    else:
        what = f"{item.department_title}没有查到{titles}。"
    return f"{what}{why}{_way_on(plan, mismatch, rechecked=rechecked)}"


def _way_on(plan: Plan, mismatch: Mismatch, *, rechecked: bool) -> str:
    papers = dict.fromkeys(key for name in mismatch.facts for key in plan.facts[name].documents)
    titles = "、".join(f"《{plan.documents[key].title}》" for key in papers)
    paper = (
        f"带上{titles}里的一样来，由工作人员核对。"
        if len(papers) > 1
        else f"带上{titles}来，由工作人员核对。"
    )
    if rechecked:
        return f"已经重新查过一次，{paper if papers else '请打咨询电话，工作人员帮您看。'}"
    then = f"还是不对，{paper}" if papers else "还是不对，请打咨询电话，工作人员帮您看。"
    return f"您可以改一改填写的内容，我再帮您查一次；{then}"


def _asked_of(plan: Plan, facts: Iterable[Fact], item: str, answer: Answer) -> Iterable[str]:
    """The facts with this answer that the data item gave it to, or else would be the first to settle."""
    for fact in facts:
        if fact.answer is not answer or fact.name not in plan.facts:
            continue
        by = fact.evidence.data_item if fact.evidence else next(iter(plan.facts[fact.name].data_items), "")
        if by == item:
            yield fact.name

"""The Chinese words of a file of families, and what each stands for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from enrolment.model.establishing import inquiry
from enrolment.model.facts import Answer
from enrolment.model.plan import Stage

StageName = Literal["小学", "初中"]
ItemName = Literal[
    "户口",
    "不动产",
    "出生证明",
    "购房合同",
    "租赁备案",
    "公租房",
    "居住证",
    "社保",
    "营业执照",
    "企业",
    "婚姻",
    "学位",
]
AnswerName = Literal["已核实", "和家长说的不一样", "没有查到", "部门没有答复", "家长说"]

STAGES: Final[Mapping[str, Stage]] = {"小学": Stage.PRIMARY, "初中": Stage.JUNIOR}
ITEMS: Final[Mapping[str, str]] = {
    "户口": inquiry.HOUSEHOLD_MEMBERS,
    "不动产": inquiry.REAL_ESTATE,
    "出生证明": inquiry.BIRTH_CERTIFICATE,
    "购房合同": inquiry.PRESALE_CONTRACT,
    "租赁备案": inquiry.LEASE_FILING,
    "公租房": inquiry.PUBLIC_HOUSING,
    "居住证": inquiry.RESIDENCE_PERMIT,
    "社保": inquiry.SOCIAL_INSURANCE,
    "营业执照": inquiry.SOLE_PROPRIETOR_LICENCE,
    "企业": inquiry.COMPANY_REGISTRATION,
    "婚姻": inquiry.MARRIAGE,
    "学位": inquiry.SEAT_RECORDS,
}
ANSWERS: Final[Mapping[str, Answer]] = {
    "已核实": Answer.CONFIRMED,
    "和家长说的不一样": Answer.CONTRADICTED,
    "没有查到": Answer.NOT_FOUND,
    "部门没有答复": Answer.UNAVAILABLE,
    "家长说": Answer.DECLARED,
}
HUKOU: Final[Mapping[str, str]] = {"在本地": "here", "不在本地": "elsewhere"}
HOMES: Final[Mapping[str, str]] = {
    "自己的房子": "guardian",
    "老人的房子": "grandparent",
    "没有房子": "none",
}
CLAIMS: Final[Mapping[str, str]] = {
    "优待对象": "preferential_claimed",
    "港澳台": "hmt_claimed",
    "外籍": "foreign_claimed",
    "拆迁安置": "resettlement_claimed",
    "特殊需要": "special_needs_claimed",
}
NOBODY: Final = "未定"
"""What stands for no category, or no school."""


def yes_or_no(written: object) -> object:
    """是 and 否 mean yes and no; anything else is left as it is."""
    return {"是": True, "否": False}.get(written, written) if isinstance(written, str) else written


def _plan_name(written: str) -> str:
    if re.fullmatch(r"[0-9]{6}(-[a-z0-9]+)?/[0-9]{4}", written):
        return written
    raise PydanticCustomError("plan_name", "write a plan's code and year, for example 370102/2027")


def _month(written: str) -> str:
    if re.fullmatch(r"(19|20)[0-9]{2}-(0[1-9]|1[0-2])", written):
        return written
    raise PydanticCustomError("month", "write a month, for example 2027-03")


YesNo = Annotated[bool, BeforeValidator(yes_or_no)]
PlanName = Annotated[str, AfterValidator(_plan_name)]
Month = Annotated[str, AfterValidator(_month)]
Day = Annotated[date, Field(ge=date(1900, 1, 1), le=date(2100, 12, 31))]

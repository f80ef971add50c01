"""The shape of a file of families, field by field (docs/families.md tells an official how to write one)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from storage.family_files.parts_of_records import (
    BookPart,
    ContractPart,
    HeldPart,
    HomePart,
    InsurancePart,
    LeasePart,
    PublicHousingPart,
    SeatPart,
)
from storage.family_files.words import AnswerName, Day, ItemName, PlanName, StageName, YesNo
from storage.plan_files.parts import Part, Words

Value = bool | int | str


class AnswerPart(Part):
    """The answer to one fact, and its value; without a value there is none."""

    answer: AnswerName = Field(alias="答复")
    value: Value | None = Field(None, alias="值")


class ChancePart(Part):
    """A better category, and the last day for what would have reached it."""

    category: Words = Field(alias="类型")
    by: Day | None = Field(None, alias="最晚")


class ExpectPart(Part):
    """What an official expects; what is left out is not looked at, the first four always are."""

    category: Words = Field(alias="类型")
    of_age: YesNo = Field(default=True, alias="到龄")
    provisional: YesNo = Field(default=False, alias="待核实")
    documents: list[Words] = Field([], alias="还要的材料")
    open_facts: list[Words] | None = Field(None, alias="还要弄清")
    school: Words | None = Field(None, alias="学校")
    points: int | None = Field(None, alias="积分")
    reasons: list[Words] = Field([], alias="理由")
    still_possible: list[ChancePart] | None = Field(None, alias="还可以")
    too_late: list[ChancePart] | None = Field(None, alias="来不及")


class FamilyPart(Part):
    """One family."""

    stage: StageName = Field("小学", alias="报")
    today: Day | None = Field(None, alias="今天")
    files: Words = Field("妈妈", alias="谁来报名")
    births: dict[Words, Day] = Field({}, alias="生日")
    said: dict[Words, Value] = Field({}, alias="家长说")
    book: BookPart | None = Field(None, alias="户口簿")
    parents: list[Words] = Field(["妈妈", "爸爸"], alias="出生证明上的父母")
    homes: list[HomePart] = Field([], alias="房子")
    seats: list[SeatPart] = Field([], alias="学位占用")
    contracts: list[ContractPart] = Field([], alias="购房合同")
    leases: list[LeasePart] = Field([], alias="租赁备案")
    public_housing: list[PublicHousingPart] = Field([], alias="公租房")
    permits: list[HeldPart] = Field([], alias="居住证")
    insurances: list[InsurancePart] = Field([], alias="社保")
    licences: list[HeldPart] = Field([], alias="营业执照")
    companies: list[HeldPart] = Field([], alias="企业")
    marriage: Literal["已婚", "离婚"] | None = Field(None, alias="婚姻")
    facts: dict[Words, AnswerPart | Value] = Field({}, alias="事实")
    refused: list[ItemName] = Field([], alias="不同意查")
    down: list[ItemName] = Field([], alias="查不到的部门")
    expect: ExpectPart | None = Field(None, alias="应当")


class FilePart(Part):
    """A file of families, the plan they are held against, and the day."""

    plan: PlanName = Field(alias="方案")
    today: Day | None = Field(None, alias="今天")
    families: Annotated[dict[Words, FamilyPart], Field(min_length=1)] = Field(alias="家庭")

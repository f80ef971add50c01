"""What a file of families says of a family's papers: each as a department holds it."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from storage.family_files.places import PlaceName
from storage.family_files.words import Day, Month, StageName, YesNo
from storage.plan_files.parts import Part, Words

Share = Annotated[float, Field(gt=0, le=100)]
_MOTHER = "妈妈"


class PagePart(Part):
    """A page of the household book: the relation to the head, and when entered."""

    relation: Words = Field(alias="关系")
    moved_in: Day | None = Field(None, alias="迁入")


class BookPart(Part):
    """The household book the child is in; a page is a relation, or a relation with its day."""

    place: PlaceName = Field(alias="在")
    address: Words = Field(alias="地址")
    collective: YesNo = Field(default=False, alias="集体户")
    moved_in: Day | None = Field(None, alias="迁入")
    members: Annotated[dict[Words, Words | PagePart], Field(min_length=1)] = Field(alias="成员")


class HomePart(Part):
    """A registered home with its owners' shares in per cent."""

    place: PlaceName = Field(alias="在")
    address: Words = Field(alias="地址")
    use: Literal["住宅", "商业", "办公", "其他"] = Field("住宅", alias="用途")
    owners: Annotated[dict[Words, Share], Field(min_length=1)] = Field(alias="产权人")
    registered_on: Day = Field(dt.date(2019, 6, 1), alias="登记")


class ContractPart(Part):
    """A filed contract for a new home."""

    place: PlaceName = Field(alias="在")
    address: Words = Field(alias="地址")
    filed_on: Day = Field(alias="备案")
    delivered: YesNo = Field(alias="已交房")
    buyers: list[Words] = Field([_MOTHER], alias="买房人")


class LeasePart(Part):
    """A filed lease; it begins on the day it is filed unless said."""

    place: PlaceName = Field(alias="在")
    address: Words = Field("演示路1号", alias="地址")
    filed_on: Day = Field(alias="备案")
    since: Day | None = Field(None, alias="起租")
    tenants: list[Words] = Field([_MOTHER], alias="承租人")


class PublicHousingPart(Part):
    """A public low-rent home."""

    place: PlaceName = Field(alias="在")
    address: Words = Field(alias="地址")
    since: Day = Field(alias="入住")
    tenants: list[Words] = Field([_MOTHER], alias="承租人")


class HeldPart(Part):
    """A permit, licence or company: where, whose, and since when."""

    place: PlaceName = Field(alias="在")
    since: Day = Field(alias="起")
    holder: Words = Field(_MOTHER, alias="谁")


class InsurancePart(Part):
    """Social insurance: from one month to another, or so many months up to the last one."""

    place: PlaceName = Field(alias="在")
    insured: Words = Field(_MOTHER, alias="谁")
    first: Month | None = Field(None, alias="从")
    last: Month | None = Field(None, alias="到")
    months: Annotated[int, Field(ge=1, le=240)] | None = Field(None, alias="月数")

    @model_validator(mode="after")
    def _one_way(self) -> InsurancePart:
        by_months = self.months is not None and self.first is None and self.last is None
        by_days = self.months is None and self.first is not None
        if by_months or (by_days and (self.last or self.first or "") >= (self.first or "")):
            return self
        raise PydanticCustomError("insurance", "write 从 and 到 in this order, or 月数 alone")


class SeatPart(Part):
    """A seat that a home gave: the home by its place in the list, when, and whether to their own child."""

    home: Annotated[int, Field(ge=1)] = Field(1, alias="第几套房")
    stage: StageName | None = Field(None, alias="学段")
    used_on: Day = Field(alias="入学")
    by_sibling: YesNo = Field(alias="自家孩子")

"""What the parts of a plan file are made of."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

NAME_PATTERN = r"^[a-z][a-z0-9_]*$"
_CODE = r"^[0-9]{6}(-[a-z0-9]+)?$"
_REFERENCE = r"^\$[a-z][a-z0-9_]*$"
_PHONE = r"^(0[0-9]{2,3}-[0-9]{4} ?[0-9]{3,4}|[0-9]{5})$"
_EMAIL = r"^[^@\s]+@[^@\s]+\.[^@\s]+$"

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Key = Annotated[str, StringConstraints(pattern=NAME_PATTERN)]
Code = Annotated[str, StringConstraints(pattern=_CODE)]
Reference = Annotated[str, StringConstraints(pattern=_REFERENCE)]
Phone = Annotated[str, StringConstraints(pattern=_PHONE)]
Email = Annotated[str, StringConstraints(pattern=_EMAIL)]
# A day of another century is a slip of the pen; months counted to it would run past the calendar's end.
EARLIEST, LATEST = date(1990, 1, 1), date(2110, 12, 31)
Day = Annotated[date, Field(ge=EARLIEST, le=LATEST)]
Figure = Annotated[int, Field(ge=-1000, le=1000)]
RawRule = Annotated[Any, Field(description="A condition, or one of all, any, not, meets (docs/plans.md).")]

WRITTEN_LIKE = {
    NAME_PATTERN: "write a name of small letters, figures and _, for example house_only",
    _CODE: 'write the code in quotes, for example "370102" or "370600-zs"',
    _REFERENCE: "write the name of a figure under thresholds with $ before it, for example $permit_months",
    _PHONE: "write a phone number like 0531-8000 0101, or one of five figures",
    _EMAIL: "write an email address like zhaosheng@example.cn",
}
"""By pattern: what to write where a word does not fit it."""


class Part(BaseModel):
    """A part of a plan file: an unknown field is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True)

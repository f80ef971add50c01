"""What the parts of a plan file are made of."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
Code = Annotated[str, StringConstraints(pattern=r"^\d{6}(-[a-z0-9]+)?$")]
Reference = Annotated[str, StringConstraints(pattern=r"^\$[a-z][a-z0-9_]*$")]
Phone = Annotated[str, StringConstraints(pattern=r"^(0\d{2,3}-\d{4} ?\d{3,4}|\d{5})$")]
Email = Annotated[str, StringConstraints(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$")]
Figure = Annotated[int, Field(ge=-1000, le=1000)]
RawRule = Annotated[Any, Field(description="A condition, or one of all, any, not (docs/plans.md#rules).")]


class Part(BaseModel):
    """A part of a plan file: an unknown field is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True)

"""A synthetic person."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Sex(StrEnum):
    """Sex as the household register words it."""

    MALE = "男"
    FEMALE = "女"


@dataclass(frozen=True, slots=True)
class Person:
    """A person whom every department knows by the same name and citizen ID number."""

    name: str
    id_number: str
    sex: Sex
    born: date

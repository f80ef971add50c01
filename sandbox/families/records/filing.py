"""Records that an office has filed so that an ID number alone does not find them."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Oddity(StrEnum):
    """Why a record is not found: indexed by its number only, an old certificate, a name written otherwise."""

    BY_NUMBER = "by_number"
    OLD_KIND = "old_kind"
    OTHER_NAME = "other_name"


@dataclass(frozen=True, slots=True)
class OddFiling:
    """One record of an item (`rid`), the fields a question must hold to find it, and how it is filed.

    With `short_numbers` it holds ID numbers as they were until 1999, 15 digits long.
    """

    rid: str
    oddity: Oddity
    needs: Mapping[str, str]
    short_numbers: bool = False
